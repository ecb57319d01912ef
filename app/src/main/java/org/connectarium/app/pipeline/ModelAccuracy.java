package org.connectarium.app.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
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
import org.connectarium.reconstruction.classifier.SingleFeature;
import org.connectarium.reconstruction.feature.ContactFeatures;
import org.jspecify.annotations.Nullable;

/// How good models are on datasets that they have not seen: the answers of all datasets together.
final class ModelAccuracy {
  private static final String MODEL = "model";
  private static final double HALF = 0.5;

  private final @Nullable ClassifierModel continuity;
  private final @Nullable ClassifierModel synapse;
  private final @Nullable ClassifierModel type;
  private final DatasetExamples datasets;
  private final Answers joined = new Answers();
  private final Map<ModelKind, SingleFeature> singles;
  private final Answers joinedByOne = new Answers();
  private final Answers directedByOne = new Answers();
  private final Answers directed = new Answers();
  /* Of each row of `directed`, two of a contact. */
  private final List<Examples.Origin> origins = new ArrayList<>();
  private final List<Answers> classes = new ArrayList<>();

  /// @param singles a feature of the models that they are compared with
  ModelAccuracy(
      Map<ModelKind, ClassifierModel> models,
      Map<ModelKind, SingleFeature> singles,
      DatasetExamples datasets) {
    this.singles = Map.copyOf(singles);
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
  /// @param chosen what the models, and the single features that tell most, are worth at thresholds
  ///     of the best F1 in training (of models, in the cross-validation)
  record HeldOut(
      Map<String, Figures> figures,
      Map<String, AccuracyCurves> curves,
      Optional<OperatingPoint> synapses,
      Map<String, Chosen> chosen) {
    /* Without a true answer there is nothing to measure. */
    private void add(String question, Answers answers) {
      if (!answers.anyPositive()) {
        return;
      }
      double[] p = answers.probabilities();
      float[] weights = answers.weights();
      figures.put(question, Figures.of(p, answers.labels(), weights, 1));
      curves.put(question, AccuracyCurves.of(p, answers.labels(), weights));
    }
  }

  /// What a threshold brings that was chosen before.
  ///
  /// @param f1 0 if nothing reaches it
  record Called(double threshold, double precision, double recall, double f1) {
    static Called of(PrecisionRecall curve, double threshold) {
      return curve
          .at(threshold)
          .map(at -> new Called(threshold, at.precision(), at.recall(), at.f1()))
          .orElse(new Called(threshold, 0, 0, 0));
    }
  }

  /// How good something is over all thresholds, and with one that was chosen before.
  ///
  /// @param by `model`, or the name of a feature
  /// @param synapses each found if one of its contacts is; null for continuity
  record Chosen(String by, double averagePrecision, Called contacts, @Nullable Called synapses) {
    static Chosen of(
        String by, double threshold, Answers answers, Optional<PrecisionRecall> synapses) {
      PrecisionRecall curve =
          PrecisionRecall.of(answers.probabilities(), answers.labels(), answers.weights());
      return new Chosen(
          by,
          curve.averagePrecision(),
          Called.of(curve, threshold),
          synapses.map(of -> Called.of(of, threshold)).orElse(null));
    }
  }

  /// Measures on all datasets together.
  HeldOut of(List<Path> files) throws Exception {
    List<String> contacts = contactFeatures(files);
    List<String> texture = type == null ? List.of() : Examples.typeTextureNames(type.features());
    for (Path file : files) {
      datasets.of(file, contacts, texture, 1, this::answer);
    }
    Answers undirected = undirected(directed, 0, 0);
    HeldOut out =
        new HeldOut(
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            undirected.anyPositive() ? detection(undirected).bestF1() : Optional.empty(),
            new LinkedHashMap<>());
    choose(out.chosen);
    if (continuity != null) {
      out.add("continuity", joined);
    }
    if (synapse != null) {
      out.add("synapse, both directions", directed);
      out.add("synapse, contacts", undirected);
      out.add("synapse, large contacts", undirected(directed, 0, SynapseTruth.LARGE_UM2));
    }
    for (int c = 0; type != null && c < classes.size(); c++) {
      String question = "type " + ModelKind.TYPE.questions().get(c);
      out.add(question, classes.get(c).alike());
      out.add(question + ", by volume", classes.get(c));
    }
    return out;
  }

  private void choose(Map<String, Chosen> out) {
    SingleFeature one = singles.get(ModelKind.CONTINUITY);
    if (continuity != null && one != null && joined.anyPositive()) {
      out.put("continuity", Chosen.of(MODEL, threshold(continuity), joined, Optional.empty()));
      out.put(
          "continuity, one feature",
          Chosen.of(one.name(), one.threshold(), joinedByOne, Optional.empty()));
    }
    one = singles.get(ModelKind.SYNAPSE);
    if (synapse != null && one != null && directed.anyPositive()) {
      put(out, "synapse, contacts", MODEL, threshold(synapse), undirected(directed, 0, 0));
      put(
          out,
          "synapse, contacts, one feature",
          one.name(),
          one.threshold(),
          undirected(directedByOne, Double.NEGATIVE_INFINITY, 0));
    }
  }

  private void put(
      Map<String, Chosen> out, String what, String by, double threshold, Answers answers) {
    out.put(what, Chosen.of(by, threshold, answers, Optional.of(detection(answers))));
  }

  /* Of the best F1 of the cross-validation. */
  private static double threshold(ClassifierModel model) {
    OperatingPoint best = model.classifiers().getFirst().figures().operatingPoints().get("bestF1");
    return best == null ? HALF : best.threshold();
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
          (row, label, _, _) -> {
            joined.add(probability(continuity, 0, row), label == 1);
            addByOne(joinedByOne, continuity, row, label);
          });
    }
    if (synapse != null) {
      examples.synapse(
          synapse.features(),
          (row, label, _, origin) -> {
            directed.add(probability(synapse, 0, row), label == 1);
            origins.add(origin);
            addByOne(directedByOne, synapse, row, label);
          });
    }
    if (type != null) {
      examples.type(
          type.features(),
          DatasetExamples.MIN_SEGMENT_VOXELS,
          surroundings(dataset),
          (row, label, _, origin) -> {
            for (int c = 0; c < classes.size(); c++) {
              float voxels = (float) origin.size();
              classes.get(c).add(probability(type, c, row), label == c, voxels);
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

  private void addByOne(Answers answers, ClassifierModel model, float[] row, int label) {
    SingleFeature one = singles.get(model.origin().kind());
    if (one != null) {
      answers.add(one.score(row[model.features().indexOf(one.name())]), label == 1);
    }
  }

  private static float probability(ClassifierModel model, int question, float[] row) {
    float[] out = new float[1];
    model.probabilities(question, row, 1, out);
    return out[0];
  }

  /* Two rows are of one contact. */
  private Answers undirected(Answers both, double missed, double leastUm2) {
    double[] p = both.probabilities();
    boolean[] yes = both.labels();
    Answers out = new Answers();
    for (int i = 0; i < p.length; i += 2) {
      if (origins.get(i).size() >= leastUm2) {
        out.addSynapse(p[i], p[i + 1], truth(yes[i], yes[i + 1]), missed);
      }
    }
    return out;
  }

  private static SynapseTruth.Answer truth(boolean forward, boolean reverse) {
    if (forward) {
      return reverse ? SynapseTruth.Answer.EITHER : SynapseTruth.Answer.FORWARD;
    }
    return reverse ? SynapseTruth.Answer.REVERSE : SynapseTruth.Answer.NONE;
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
