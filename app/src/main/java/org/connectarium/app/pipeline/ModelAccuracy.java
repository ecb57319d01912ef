package org.connectarium.app.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.connectarium.app.dataset.Dataset;
import org.connectarium.reconstruction.accuracy.Detection;
import org.connectarium.reconstruction.accuracy.OperatingPoint;
import org.connectarium.reconstruction.accuracy.PrecisionRecall;
import org.connectarium.reconstruction.classification.Answers;
import org.connectarium.reconstruction.classification.Examples;
import org.connectarium.reconstruction.classification.SynapseTruth;
import org.connectarium.reconstruction.classifier.ClassifierModel;
import org.connectarium.reconstruction.classifier.Figures;
import org.connectarium.reconstruction.classifier.ModelKind;
import org.connectarium.reconstruction.feature.ContactFeatures;
import org.jspecify.annotations.Nullable;

/// How good models are on datasets that they have not seen: the answers of all datasets together.
final class ModelAccuracy {
  private final @Nullable ClassifierModel continuity;
  private final @Nullable ClassifierModel synapse;
  private final @Nullable ClassifierModel type;
  private final DatasetExamples datasets;
  private final Answers joined = new Answers();
  private final Answers directed = new Answers();
  /* Of each row of `directed`, two of a contact. */
  private final List<Examples.Origin> origins = new ArrayList<>();
  private final List<Answers> classes = new ArrayList<>();

  ModelAccuracy(Map<ModelKind, ClassifierModel> models, DatasetExamples datasets) {
    continuity = models.get(ModelKind.CONTINUITY);
    synapse = models.get(ModelKind.SYNAPSE);
    type = models.get(ModelKind.TYPE);
    this.datasets = datasets;
    ModelKind.TYPE.questions().forEach(_ -> classes.add(new Answers()));
  }

  /// What was measured.
  ///
  /// @param figures by question
  /// @param curves by question
  /// @param synapses the best F1 of synapses, each found if one of its contacts is; empty where
  ///     there is none
  record HeldOut(
      Map<String, Figures> figures,
      Map<String, AccuracyCurves> curves,
      Optional<OperatingPoint> synapses) {
    /* Without a true answer there is nothing to measure. */
    private void add(String question, Answers answers) {
      if (!answers.anyPositive()) {
        return;
      }
      double[] p = answers.probabilities();
      float[] weights = new float[p.length];
      Arrays.fill(weights, 1);
      figures.put(question, Figures.of(p, answers.labels(), weights, 1));
      curves.put(question, AccuracyCurves.of(p, answers.labels(), weights));
    }
  }

  /// Measures on all datasets together.
  HeldOut of(List<Path> files) throws Exception {
    List<String> contacts = contactFeatures(files);
    List<String> texture = type == null ? List.of() : Examples.typeTextureNames(type.features());
    for (Path file : files) {
      datasets.of(file, contacts, texture, 1, this::answer);
    }
    Answers undirected = undirected(0);
    HeldOut out =
        new HeldOut(
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            undirected.anyPositive() ? detection(undirected).bestF1() : Optional.empty());
    if (continuity != null) {
      out.add("continuity", joined);
    }
    if (synapse != null) {
      out.add("synapse, both directions", directed);
      out.add("synapse, contacts", undirected);
      out.add("synapse, large contacts", undirected(SynapseTruth.LARGE_UM2));
    }
    for (int c = 0; type != null && c < classes.size(); c++) {
      out.add("type " + ModelKind.TYPE.questions().get(c), classes.get(c));
    }
    return out;
  }

  private List<String> contactFeatures(List<Path> files) throws Exception {
    Set<String> names = new LinkedHashSet<>();
    if (continuity != null) {
      names.addAll(continuity.features());
    }
    if (type != null) {
      for (Path file : files) {
        names.addAll(surroundings(Dataset.read(file)).contactNames());
      }
    }
    if (synapse != null) {
      names.addAll(synapse.features());
      synapse.features().forEach(name -> names.add(ContactFeatures.swapped(name)));
    }
    return List.copyOf(names);
  }

  private void answer(Dataset dataset, Examples examples) {
    if (continuity != null) {
      examples.continuity(
          continuity.features(),
          (row, label, _, _) -> joined.add(probability(continuity, 0, row), label == 1));
    }
    if (synapse != null) {
      examples.synapse(
          synapse.features(),
          (row, label, _, origin) -> {
            directed.add(probability(synapse, 0, row), label == 1);
            origins.add(origin);
          });
    }
    if (type != null) {
      examples.type(
          type.features(),
          DatasetExamples.MIN_SEGMENT_VOXELS,
          surroundings(dataset),
          (row, label, _, _) -> {
            for (int c = 0; c < classes.size(); c++) {
              classes.get(c).add(probability(type, c, row), label == c);
            }
          });
    }
  }

  /* Those that were trained together, or else those that the dataset names. */
  private Examples.Surroundings surroundings(Dataset dataset) {
    return continuity == null
        ? DatasetExamples.surroundings(dataset)
        : new Examples.Surroundings(continuity, Optional.ofNullable(synapse));
  }

  private static float probability(ClassifierModel model, int question, float[] row) {
    float[] out = new float[1];
    model.probabilities(question, row, 1, out);
    return out[0];
  }

  /* Two rows are of one contact. */
  private Answers undirected(double leastUm2) {
    double[] p = directed.probabilities();
    boolean[] yes = directed.labels();
    Answers out = new Answers();
    for (int i = 0; i < p.length; i += 2) {
      SynapseTruth.Answer truth =
          yes[i]
              ? SynapseTruth.Answer.FORWARD
              : yes[i + 1] ? SynapseTruth.Answer.REVERSE : SynapseTruth.Answer.NONE;
      if (origins.get(i).areaUm2() >= leastUm2) {
        out.addSynapse(p[i], p[i + 1], truth);
      }
    }
    return out;
  }

  private PrecisionRecall detection(Answers contacts) {
    List<Integer> contact = new ArrayList<>();
    List<Integer> of = new ArrayList<>();
    Map<Long, Integer> numbers = new LinkedHashMap<>();
    for (int i = 0; i < contacts.size(); i++) {
      long id = origins.get(2 * i).synapse();
      if (id != 0) {
        contact.add(i);
        of.add(numbers.computeIfAbsent(id, _ -> numbers.size()));
      }
    }
    return Detection.curve(
        contacts.probabilities(),
        contact.stream().mapToInt(Integer::intValue).toArray(),
        of.stream().mapToInt(Integer::intValue).toArray(),
        numbers.size());
  }
}
