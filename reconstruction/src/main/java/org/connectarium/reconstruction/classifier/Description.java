package org.connectarium.reconstruction.classifier;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.reconstruction.boosting.BoostingParameters;
import org.connectarium.reconstruction.boosting.Trees;
import org.connectarium.reconstruction.calibration.Calibration;
import org.connectarium.reconstruction.calibration.Isotonic;
import org.connectarium.reconstruction.calibration.Platt;
import org.connectarium.reconstruction.safetensors.Tensor;

/// `classifier.json`.
record Description(
    String format, int version, ClassifierModel.Origin origin, List<Entry> classifiers) {
  private static final String FORMAT = "connectarium-classifier";
  private static final int VERSION = 1;

  /// One classifier.
  record Entry(
      String name,
      int trees,
      int depth,
      List<Feature> features,
      Calibration calibration,
      BoostingParameters parameters,
      Figures figures) {
    Entry {
      features = List.copyOf(features);
    }
  }

  /// One feature of a classifier.
  record Feature(String name, double gain) {}

  /// How a calibration says which one it is.
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Platt.class, name = "platt"),
    @JsonSubTypes.Type(value = Isotonic.class, name = "isotonic")
  })
  interface CalibrationType {}

  Description {
    classifiers = List.copyOf(classifiers);
  }

  static Description of(ClassifierModel model) {
    List<Entry> entries = new ArrayList<>();
    List<String> names = model.origin().kind().questions();
    for (int q = 0; q < names.size(); q++) {
      Classifier c = model.classifiers().get(q);
      List<Feature> features = new ArrayList<>();
      for (int i = 0; i < c.features().size(); i++) {
        features.add(new Feature(c.features().get(i), c.gains().get(i)));
      }
      entries.add(
          new Entry(
              names.get(q),
              c.trees().count(),
              c.trees().depth(),
              features,
              c.calibration(),
              c.parameters(),
              c.figures()));
    }
    return new Description(FORMAT, VERSION, model.origin(), entries);
  }

  static Map<String, Tensor> tensors(ClassifierModel model) {
    Map<String, Tensor> tensors = new TreeMap<>();
    List<String> names = model.origin().kind().questions();
    for (int q = 0; q < names.size(); q++) {
      Trees trees = model.classifiers().get(q).trees();
      int leaves = 1 << trees.depth();
      int[] feature = trees.feature();
      float[] asFloats = new float[feature.length];
      for (int i = 0; i < feature.length; i++) {
        asFloats[i] = feature[i];
      }
      List<Integer> inner = List.of(trees.count(), leaves - 1);
      tensors.put(names.get(q) + ".feature", new Tensor(inner, asFloats));
      tensors.put(names.get(q) + ".threshold", new Tensor(inner, trees.threshold()));
      tensors.put(names.get(q) + ".leaf", new Tensor(List.of(trees.count(), leaves), trees.leaf()));
    }
    return tensors;
  }

  void checkVersion(String where) {
    if (!format.equals(FORMAT) || version > VERSION || version < 1) {
      throw new BadInputException(
          "Classifier model "
              + where
              + " is of format "
              + format
              + " "
              + version
              + "; this program reads "
              + FORMAT
              + " up to "
              + VERSION);
    }
  }

  /// The model.
  ///
  /// @throws IllegalArgumentException if description and tensors do not fit together
  ClassifierModel model(Map<String, Tensor> tensors) {
    List<String> names = origin.kind().questions();
    if (!classifiers.stream().map(Entry::name).toList().equals(names)) {
      throw new IllegalArgumentException(
          "a model of kind " + origin.kind().label() + " has the classifiers " + names);
    }
    if (tensors.size() != 3 * names.size()) {
      throw new IllegalArgumentException(
          tensors.size() + " tensors, but " + 3 * names.size() + " belong to it");
    }
    return new ClassifierModel(
        origin, classifiers.stream().map(entry -> classifier(entry, tensors)).toList());
  }

  private static Classifier classifier(Entry entry, Map<String, Tensor> tensors) {
    if (entry.depth() < 1 || entry.depth() > BoostingParameters.MAX_DEPTH) {
      throw new IllegalArgumentException("depth of " + entry.name() + " is " + entry.depth());
    }
    int leaves = 1 << entry.depth();
    float[] asFloats = values(tensors, entry, "feature", leaves - 1);
    int[] feature = new int[asFloats.length];
    for (int i = 0; i < feature.length; i++) {
      feature[i] = (int) asFloats[i];
      if (feature[i] != asFloats[i]) {
        throw new IllegalArgumentException(
            "a feature of " + entry.name() + " has the number " + asFloats[i]);
      }
    }
    Trees trees =
        new Trees(
            entry.features().size(),
            entry.depth(),
            feature,
            values(tensors, entry, "threshold", leaves - 1),
            values(tensors, entry, "leaf", leaves));
    return new Classifier(
        entry.features().stream().map(Feature::name).toList(),
        entry.features().stream().map(Feature::gain).toList(),
        trees,
        entry.calibration(),
        entry.parameters(),
        entry.figures());
  }

  private static float[] values(
      Map<String, Tensor> tensors, Entry entry, String part, int columns) {
    String name = entry.name() + "." + part;
    Tensor tensor = tensors.get(name);
    List<Integer> shape = List.of(entry.trees(), columns);
    if (tensor == null || !tensor.shape().equals(shape)) {
      throw new IllegalArgumentException(
          "tensor "
              + name
              + " should have the shape "
              + shape
              + " but "
              + (tensor == null ? "is missing" : "has " + tensor.shape()));
    }
    return tensor.values();
  }
}
