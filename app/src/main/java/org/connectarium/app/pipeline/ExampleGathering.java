package org.connectarium.app.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.connectarium.app.dataset.Dataset;
import org.connectarium.reconstruction.classification.Examples;
import org.connectarium.reconstruction.classifier.ClassifierModel;
import org.connectarium.reconstruction.classifier.ModelKind;

/// Gathers the rows that models learn from, with the fold of each: its volume, or, with fewer than
/// three of them, its block; never neighbouring contacts in two folds of one place.
final class ExampleGathering {
  private static final int FEW_VOLUMES = 3;

  private final ModelTraining.Plan plan;
  private final List<Path> learn;
  private final DatasetExamples datasets;
  private final ModelFitting fitting;
  /* Of each volume. */
  private final List<Set<Integer>> folds = new ArrayList<>();

  ExampleGathering(
      ModelTraining.Plan plan, List<Path> learn, DatasetExamples datasets, ModelFitting fitting) {
    this.plan = plan;
    this.learn = learn;
    this.datasets = datasets;
    this.fitting = fitting;
  }

  /// Whether folds are whole volumes.
  static boolean byVolume(List<Path> learn) {
    return learn.size() >= FEW_VOLUMES;
  }

  /// Rows of all kinds of the plan.
  Map<ModelKind, TrainingRows> run() throws Exception {
    Map<ModelKind, TrainingRows> rows = contacts();
    if (plan.kinds().contains(ModelKind.TYPE)) {
      rows.put(ModelKind.TYPE, types(rows));
    }
    return rows;
  }

  private Map<ModelKind, TrainingRows> contacts() throws Exception {
    Map<ModelKind, TrainingRows> out = new EnumMap<>(ModelKind.class);
    Set<String> names = new LinkedHashSet<>();
    for (ModelKind kind : List.of(ModelKind.CONTINUITY, ModelKind.SYNAPSE)) {
      if (plan.kinds().contains(kind)) {
        List<String> own =
            kind == ModelKind.CONTINUITY ? Examples.continuityNames() : Examples.synapseNames();
        out.put(kind, new TrainingRows(kind, own));
        names.addAll(own);
      }
    }
    int next = 0;
    for (Path file : learn) {
      int first = next;
      int blocks =
          out.isEmpty()
              ? 1
              : datasets.of(
                  file,
                  List.copyOf(names),
                  List.of(),
                  plan.share(),
                  (_, examples) -> take(examples, out, first));
      next += byVolume(learn) ? 1 : blocks;
      folds.add(IntStream.range(first, next).boxed().collect(Collectors.toSet()));
    }
    return out;
  }

  private void take(Examples examples, Map<ModelKind, TrainingRows> out, int first) {
    out.forEach(
        (kind, rows) -> {
          Examples.Taker taker =
              (row, label, weight, origin) ->
                  rows.add(row, label, weight, fold(first, origin.block()));
          if (kind == ModelKind.CONTINUITY) {
            examples.continuity(rows.names(), taker);
          } else {
            examples.synapse(rows.names(), taker);
          }
        });
  }

  private int fold(int first, int block) {
    return byVolume(learn) ? first : first + block;
  }

  /* The surroundings of segments come from models that have not learnt from their volume: those that
   * learnt from the others, or else those that the dataset names. */
  private TrainingRows types(Map<ModelKind, TrainingRows> contacts) throws Exception {
    List<Examples.Surroundings> surroundings = new ArrayList<>();
    for (int v = 0; v < learn.size(); v++) {
      surroundings.add(surroundings(contacts, v));
    }
    boolean synapses = surroundings.stream().allMatch(s -> s.synapse().isPresent());
    TrainingRows rows = new TrainingRows(ModelKind.TYPE, Examples.typeNames(synapses));
    int next = 0;
    for (int v = 0; v < learn.size(); v++) {
      int first = next;
      Examples.Surroundings of = surroundings.get(v);
      int blocks =
          datasets.of(
              learn.get(v),
              of.contactNames(),
              Examples.typeTextureNames(),
              1,
              (_, examples) ->
                  examples.type(
                      rows.names(),
                      DatasetExamples.MIN_SEGMENT_VOXELS,
                      of,
                      (row, label, weight, origin) ->
                          rows.add(row, label, weight, fold(first, origin.block()))));
      next += byVolume(learn) ? 1 : blocks;
    }
    return rows;
  }

  private Examples.Surroundings surroundings(Map<ModelKind, TrainingRows> contacts, int volume)
      throws Exception {
    TrainingRows continuity = contacts.get(ModelKind.CONTINUITY);
    TrainingRows synapse = contacts.get(ModelKind.SYNAPSE);
    if (continuity == null) {
      return DatasetExamples.surroundings(Dataset.read(learn.get(volume)));
    }
    return new Examples.Surroundings(
        without(ModelKind.CONTINUITY, continuity, volume),
        synapse == null
            ? Optional.empty()
            : Optional.of(without(ModelKind.SYNAPSE, synapse, volume)));
  }

  private ClassifierModel without(ModelKind kind, TrainingRows rows, int volume) throws Exception {
    return fitting.contacts(kind, rows.samples().without(folds.get(volume)));
  }
}
