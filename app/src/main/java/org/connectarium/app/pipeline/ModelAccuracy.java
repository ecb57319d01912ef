package org.connectarium.app.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.connectarium.app.dataset.Dataset;
import org.connectarium.app.progress.Progress;
import org.connectarium.reconstruction.accuracy.Detection;
import org.connectarium.reconstruction.accuracy.PrecisionRecall;
import org.connectarium.reconstruction.classification.Examples;
import org.connectarium.reconstruction.classifier.ClassifierModel;
import org.connectarium.reconstruction.classifier.Figures;
import org.connectarium.reconstruction.classifier.ModelKind;
import org.connectarium.reconstruction.feature.ContactFeatures;

/// How good models are on datasets that they have not seen.
final class ModelAccuracy {
  private final Map<ModelKind, ClassifierModel> models;
  private final Progress progress;
  private final int threads;

  ModelAccuracy(Map<ModelKind, ClassifierModel> models, Progress progress, int threads) {
    this.models = models;
    this.progress = progress;
    this.threads = threads;
  }

  /// Probabilities of examples with their truth.
  private static final class Answers {
    final List<Float> probability = new ArrayList<>();
    final List<Boolean> positive = new ArrayList<>();
    final List<Long> group = new ArrayList<>();

    void add(float p, boolean yes, long of) {
      probability.add(p);
      positive.add(yes);
      group.add(of);
    }

    double[] scores() {
      return probability.stream().mapToDouble(Float::doubleValue).toArray();
    }

    boolean[] labels() {
      boolean[] out = new boolean[positive.size()];
      for (int i = 0; i < out.length; i++) {
        out[i] = positive.get(i);
      }
      return out;
    }

    float[] weights() {
      float[] out = new float[positive.size()];
      Arrays.fill(out, 1);
      return out;
    }

    Figures figures() {
      return Figures.of(scores(), labels(), weights(), 1);
    }
  }

  /// Figures on all datasets together, by question.
  Map<String, Object> of(List<Path> files) throws Exception {
    Set<String> contacts = new LinkedHashSet<>();
    ClassifierModel continuity = models.get(ModelKind.CONTINUITY);
    ClassifierModel synapse = models.get(ModelKind.SYNAPSE);
    ClassifierModel type = models.get(ModelKind.TYPE);
    if (continuity != null) {
      contacts.addAll(continuity.features());
    }
    if (type != null && continuity == null) {
      for (Path file : files) {
        contacts.addAll(ModelTraining.named(Dataset.read(file)).features());
      }
    }
    if (synapse != null) {
      contacts.addAll(synapse.features());
      synapse.features().forEach(name -> contacts.add(ContactFeatures.swapped(name)));
    }
    List<String> texture = type == null ? List.of() : Examples.typeTextureNames(type.features());
    Answers joined = new Answers();
    Answers directed = new Answers();
    List<Answers> classes = new ArrayList<>();
    ModelKind.TYPE.questions().forEach(_ -> classes.add(new Answers()));
    for (Path file : files) {
      ModelTraining.with(
          file,
          List.copyOf(contacts),
          texture,
          1,
          progress,
          threads,
          (dataset, examples) -> {
            if (continuity != null) {
              examples.continuity(
                  continuity.features(),
                  (row, label, _, group, _) ->
                      joined.add(probability(continuity, 0, row), label == 1, group));
            }
            if (synapse != null) {
              examples.synapse(
                  synapse.features(),
                  (row, label, _, group, _) ->
                      directed.add(probability(synapse, 0, row), label == 1, group));
            }
            if (type != null) {
              examples.type(
                  type.features(),
                  ModelTraining.MIN_SEGMENT_VOXELS,
                  continuity == null ? ModelTraining.named(dataset) : continuity,
                  (row, label, _, _, _) -> {
                    for (int c = 0; c < classes.size(); c++) {
                      classes.get(c).add(probability(type, c, row), label == c, 0);
                    }
                  });
            }
          });
    }
    Map<String, Object> out = new LinkedHashMap<>();
    if (continuity != null) {
      out.put("continuity", joined.figures());
    }
    if (synapse != null) {
      out.put("synapse, both directions", directed.figures());
      out.put("synapse, contacts", contacts(directed).figures());
      detection(directed).bestF1().ifPresent(best -> out.put("synapse, synapses, best F1", best));
    }
    if (type != null) {
      for (int c = 0; c < classes.size(); c++) {
        out.put("type " + ModelKind.TYPE.questions().get(c), classes.get(c).figures());
      }
    }
    return out;
  }

  private static float probability(ClassifierModel model, int question, float[] row) {
    float[] out = new float[1];
    model.probabilities(question, row, 1, out);
    return out[0];
  }

  /* A contact by the larger of both directions: a synapse if one of them is; found in the wrong
   * direction it is not found. */
  private static Answers contacts(Answers directed) {
    Answers out = new Answers();
    for (int i = 0; i < directed.probability.size(); i += 2) {
      boolean forward = directed.probability.get(i) >= directed.probability.get(i + 1);
      int larger = forward ? i : i + 1;
      boolean isSynapse = directed.positive.get(i) || directed.positive.get(i + 1);
      boolean wrong = isSynapse && !directed.positive.get(larger);
      out.add(wrong ? 0 : directed.probability.get(larger), isSynapse, directed.group.get(i));
    }
    return out;
  }

  private static PrecisionRecall detection(Answers directed) {
    Answers contacts = contacts(directed);
    List<Integer> contact = new ArrayList<>();
    List<Integer> synapse = new ArrayList<>();
    Map<Long, Integer> numbers = new LinkedHashMap<>();
    for (int i = 0; i < contacts.group.size(); i++) {
      if (contacts.group.get(i) != 0) {
        contact.add(i);
        synapse.add(numbers.computeIfAbsent(contacts.group.get(i), _ -> numbers.size()));
      }
    }
    return Detection.curve(
        contacts.scores(),
        contact.stream().mapToInt(Integer::intValue).toArray(),
        synapse.stream().mapToInt(Integer::intValue).toArray(),
        numbers.size());
  }
}
