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
import org.connectarium.reconstruction.classification.Answers;
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

  private static Figures figures(Answers answers) {
    float[] weights = new float[answers.size()];
    Arrays.fill(weights, 1);
    return Figures.of(answers.probabilities(), answers.labels(), weights, 1);
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
    List<Long> synapses = new ArrayList<>();
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
                  (row, label, _, _, _) -> joined.add(probability(continuity, 0, row), label == 1));
            }
            if (synapse != null) {
              examples.synapse(
                  synapse.features(),
                  (row, label, _, group, _) -> {
                    directed.add(probability(synapse, 0, row), label == 1);
                    synapses.add(group);
                  });
            }
            if (type != null) {
              examples.type(
                  type.features(),
                  ModelTraining.MIN_SEGMENT_VOXELS,
                  continuity == null ? ModelTraining.named(dataset) : continuity,
                  (row, label, _, _, _) -> {
                    for (int c = 0; c < classes.size(); c++) {
                      classes.get(c).add(probability(type, c, row), label == c);
                    }
                  });
            }
          });
    }
    Map<String, Object> out = new LinkedHashMap<>();
    if (continuity != null) {
      out.put("continuity", figures(joined));
    }
    if (synapse != null) {
      Answers undirected = contacts(directed);
      out.put("synapse, both directions", figures(directed));
      out.put("synapse, contacts", figures(undirected));
      detection(undirected, synapses)
          .bestF1()
          .ifPresent(best -> out.put("synapse, synapses, best F1", best));
    }
    if (type != null) {
      for (int c = 0; c < classes.size(); c++) {
        out.put("type " + ModelKind.TYPE.questions().get(c), figures(classes.get(c)));
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
    double[] p = directed.probabilities();
    boolean[] yes = directed.labels();
    Answers out = new Answers();
    for (int i = 0; i < p.length; i += 2) {
      int larger = p[i] >= p[i + 1] ? i : i + 1;
      boolean isSynapse = yes[i] || yes[i + 1];
      out.add(isSynapse && !yes[larger] ? 0 : p[larger], isSynapse);
    }
    return out;
  }

  /* The synapses of rows, of which two are of one contact. */
  private static PrecisionRecall detection(Answers contacts, List<Long> synapses) {
    List<Integer> contact = new ArrayList<>();
    List<Integer> synapse = new ArrayList<>();
    Map<Long, Integer> numbers = new LinkedHashMap<>();
    for (int i = 0; i < contacts.size(); i++) {
      long id = synapses.get(2 * i);
      if (id != 0) {
        contact.add(i);
        synapse.add(numbers.computeIfAbsent(id, _ -> numbers.size()));
      }
    }
    return Detection.curve(
        contacts.probabilities(),
        contact.stream().mapToInt(Integer::intValue).toArray(),
        synapse.stream().mapToInt(Integer::intValue).toArray(),
        numbers.size());
  }
}
