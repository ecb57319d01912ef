package org.connectarium.app.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.connectarium.app.dataset.Dataset;
import org.connectarium.app.dataset.Truth;
import org.connectarium.app.graph.GraphPlace;
import org.connectarium.app.progress.Progress;
import org.connectarium.app.workspace.Stage;
import org.connectarium.app.workspace.StageRecord;
import org.connectarium.app.workspace.Workspace;
import org.connectarium.ingest.file.WholeFolder;
import org.connectarium.ingest.importer.VolumeImport;
import org.connectarium.ingest.importer.VolumeSource;
import org.connectarium.ingest.n5.DatasetSpec;
import org.connectarium.ingest.n5.N5Container;
import org.connectarium.ingest.n5.N5Dataset;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.ingest.volume.Box;
import org.connectarium.reconstruction.segmentation.Continuity;

/// What all stages of one run share.
///
/// @param workspace where results go
/// @param graph where segments, contacts and all that comes of them go
/// @param dataset what to work on
/// @param progress what the user sees
/// @param threads to use
record Job(Workspace workspace, GraphPlace graph, Dataset dataset, Progress progress, int threads) {
  static final String RAW = "raw";
  static final String BOUNDARY = "boundary";
  static final String SEGMENTS = "segments";
  static final String GIVEN = "given";
  private static final String MADE_FROM = "madeFrom";

  N5Container volumes() {
    return N5Container.openOrCreate(workspace.volumes());
  }

  N5Dataset raw() {
    return volumes().dataset(RAW);
  }

  /// The imported volume, from voxel 0.
  Box volume() {
    List<Long> size = raw().spec().dimensions();
    return Box.ofSize(size.get(0), size.get(1), size.get(2));
  }

  /// Voxel of the source at which the imported volume begins (x, y, z).
  List<Long> offset() {
    return dataset.box().map(b -> List.of(b.x0(), b.y0(), b.z0())).orElse(List.of(0L, 0L, 0L));
  }

  /// A box in voxels of the source as one of the imported volume.
  ///
  /// @throws BadInputException if it reaches out of it
  Box inVolume(Box box, String key) {
    List<Long> o = offset();
    Box volume = volume().translate(o.get(0), o.get(1), o.get(2));
    InputCheck.requireInside(dataset, volume, box, key);
    return box.translate(-o.get(0), -o.get(1), -o.get(2));
  }

  /// Whether the dataset of a stage is there and was begun from the same input.
  boolean isBegun(String path, String inputHash) {
    N5Container container = volumes();
    return container.hasDataset(path)
        && inputHash.equals(container.attributes(path).get(MADE_FROM));
  }

  /// Whether a dataset is there and was copied from elsewhere.
  boolean isImported(String path) {
    N5Container container = volumes();
    return container.hasDataset(path)
        && container.attributes(path).containsKey(VolumeImport.COMPLETE);
  }

  /// The dataset of a stage, empty unless it was begun from the same input before.
  N5Dataset begun(String path, DatasetSpec spec, String inputHash) {
    N5Container container = volumes();
    if (container.hasDataset(path) && !isBegun(path, inputHash)) {
      container.removeDataset(path);
    }
    N5Dataset made = container.createDataset(path, spec);
    container.putAttributes(path, Map.of(MADE_FROM, inputHash));
    return made;
  }

  /// Removes what a stage has written, so that it runs anew from its begin.
  void discard(Stage stage) throws IOException {
    switch (stage) {
      case IMPORT -> discardVolume(RAW);
      case TRAIN -> Files.deleteIfExists(checkpoint());
      case PREDICT -> discardVolume(BOUNDARY);
      case SEGMENT -> {
        discardVolume(SEGMENTS);
        discardVolume(GIVEN);
        WholeFolder.remove(workspace.root().resolve("tables"));
      }
      case CLASSIFY -> ClassifyWork.discard(this);
      // the graph may hold decisions of people: only the load itself empties it, and checks
      case LOAD -> discardContinuity();
      case AGGLOMERATE, EVALUATE, REPORT -> {}
    }
  }

  private void discardContinuity() throws IOException {
    Path tables = workspace.root().resolve("tables");
    if (Files.isDirectory(tables)) {
      try (Stream<Path> segmentations = Files.list(tables)) {
        for (Path segmentation : segmentations.filter(Files::isDirectory).toList()) {
          Continuity.discard(segmentation);
        }
      }
    }
  }

  private void discardVolume(String path) {
    N5Container container = volumes();
    if (container.hasDataset(path)) {
      container.removeDataset(path);
    }
  }

  /// What changes when the truth does.
  String truthFingerprint() {
    return truthFingerprint(dataset);
  }

  /// What changes when the truth of a dataset does.
  static String truthFingerprint(Dataset dataset) {
    if (dataset.truth().isEmpty()) {
      return "none";
    }
    Truth truth = dataset.truth().get();
    try (VolumeSource source = VolumeSource.open(truth.source(), Path.of("").toAbsolutePath())) {
      return truth.meaning() + " " + source.fingerprint();
    }
  }

  /// Where a training goes on.
  Path checkpoint() {
    return modelFolder().resolve("checkpoint.safetensors");
  }

  /// The input hash of a finished stage.
  String hashOf(Stage stage) throws IOException {
    return finished(stage).inputHash();
  }

  /// The record of a finished stage.
  StageRecord finished(Stage stage) throws IOException {
    return workspace
        .ledger()
        .find(stage)
        .orElseThrow(
            () ->
                new BadInputException(
                    "stage "
                        + stage.label()
                        + " is not done in "
                        + workspace.root()
                        + "; run it first"));
  }

  Path modelFolder() {
    return workspace.models().resolve(dataset.name().replaceAll("[^A-Za-z0-9._-]", "_"));
  }
}
