package org.connectarium.app.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.connectarium.app.dataset.Dataset;
import org.connectarium.app.graph.GraphPlace;
import org.connectarium.app.progress.Progress;
import org.connectarium.app.workspace.Stage;
import org.connectarium.app.workspace.Workspace;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.reconstruction.block.BlockEngine;
import org.connectarium.reconstruction.classification.Examples;
import org.connectarium.reconstruction.classification.Models;
import org.connectarium.reconstruction.classifier.ClassifierModel;
import org.connectarium.reconstruction.classifier.ModelKind;

/// Examples of datasets with truth, which are segmented first if they are not.
///
/// @param threads to use
record DatasetExamples(Progress progress, int threads) {
  /// Smaller segments say too little to learn a type from, and are not counted either.
  static final int MIN_SEGMENT_VOXELS = 50;

  /// What is done with the examples of a dataset.
  interface Use {
    void examples(Dataset dataset, Examples examples) throws Exception;
  }

  /// Segments a dataset, unless that is done, and computes examples.
  ///
  /// @param contacts features of contacts
  /// @param texture features of segments
  /// @param share of the contacts
  /// @return number of its blocks
  int of(Path file, List<String> contacts, List<String> texture, double share, Use use)
      throws Exception {
    Path parent = file.toAbsolutePath().normalize().getParent();
    return of(file, parent == null ? Path.of("/") : parent, contacts, texture, share, use);
  }

  /// As the other one, with another workspace than the folder of the description.
  int of(Path file, Path folder, List<String> contacts, List<String> texture, double share, Use use)
      throws Exception {
    Dataset dataset = Dataset.read(file);
    InputCheck.check(dataset);
    try (Workspace workspace = Workspace.openFor(folder, file)) {
      GraphPlace graph = GraphPlace.inWorkspace(workspace.neo4j());
      new Pipeline(workspace, graph, dataset, progress, threads).run(Stage.SEGMENT);
      Job job = new Job(workspace, graph, dataset, progress, threads);
      try (KnownDataset truth = new KnownDataset(job);
          Progress.Task task =
              progress.begin("features of " + dataset.name(), job.volume().voxels(), "voxel")) {
        Examples examples =
            Examples.of(
                truth.volume(),
                contacts,
                texture,
                share,
                BlockEngine.threads(threads),
                block -> task.advance(block.voxels()));
        use.examples(dataset, examples);
      }
      return SegmentWork.finished(job).done().size();
    }
  }

  /// The models that a dataset names, to tell the surroundings of its segments.
  static Examples.Surroundings surroundings(Dataset dataset) {
    return new Examples.Surroundings(
        continuity(dataset),
        dataset
            .classifiers()
            .synapse()
            .map(place -> Models.open(place, ModelKind.SYNAPSE, dataset.voxelSize())));
  }

  private static ClassifierModel continuity(Dataset dataset) {
    String place =
        dataset
            .classifiers()
            .continuity()
            .orElseThrow(
                () ->
                    new BadInputException(
                        dataset.file()
                            + ": types are told by what belongs to the same neurite; name a model"
                            + " in classify.continuity, or train all with \"train classifiers\""));
    return Models.open(place, ModelKind.CONTINUITY, dataset.voxelSize());
  }

  /// Names of datasets; those that are called alike with the place of their description.
  static List<String> names(List<Path> files) throws IOException {
    List<String> names = new ArrayList<>();
    for (Path file : files) {
      names.add(Dataset.read(file).name());
    }
    List<String> told = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      boolean isAlone = Collections.frequency(names, names.get(i)) == 1;
      told.add(isAlone ? names.get(i) : names.get(i) + " (" + files.get(i) + ")");
    }
    return told;
  }
}
