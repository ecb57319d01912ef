package org.connectarium.app.pipeline;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.connectarium.app.dataset.Model;
import org.connectarium.app.dataset.Prediction;
import org.connectarium.app.progress.Progress;
import org.connectarium.app.workspace.Stage;
import org.connectarium.ingest.importer.VolumeImport;
import org.connectarium.ingest.n5.Compression;
import org.connectarium.ingest.n5.DataType;
import org.connectarium.ingest.n5.DatasetSpec;
import org.connectarium.ingest.n5.N5Dataset;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;
import org.connectarium.reconstruction.inference.TiledPrediction;
import org.connectarium.reconstruction.network.Architecture;
import org.connectarium.reconstruction.network.Engine;
import org.connectarium.reconstruction.network.ModelFiles;
import org.connectarium.reconstruction.network.Network;
import org.connectarium.reconstruction.symmetry.Symmetry;

/// The boundary map of the whole volume into `volumes.n5/boundary`, dimensions x, y, z, channel.
///
/// @param inputHash of this stage, kept with the dataset so that a killed run goes on
record PredictWork(Job job, String inputHash) implements StageWork {
  private static final double FAR_FROM_TRAINING = 1.5;
  private static final int MOST_TILES_PER_BOX = 4;

  @Override
  public Stage stage() {
    return Stage.PREDICT;
  }

  @Override
  public Object parameters() {
    if (job.dataset().model() instanceof Model.Mapped(String source, Model.Meaning _)) {
      return Map.of("map", ImportWork.fingerprint(source));
    }
    Prediction prediction = job.dataset().prediction();
    // whichever engine is there gives the same map to within a grey value, so only a wish counts
    return prediction.engine() == Prediction.Engine.AUTO
        ? Map.of("symmetries", prediction.symmetries())
        : Map.of("symmetries", prediction.symmetries(), "engine", prediction.engine().name());
  }

  @Override
  public List<String> run() throws Exception {
    if (job.dataset().model() instanceof Model.Mapped(String source, Model.Meaning meaning)) {
      var content =
          switch (meaning) {
            case BOUNDARY -> VolumeImport.Content.BOUNDARY;
            case INSIDE -> VolumeImport.Content.INSIDE;
          };
      if (!job.isImported(Job.BOUNDARY)) {
        job.discard(Stage.PREDICT);
      }
      ImportWork.copy(job, source, Job.BOUNDARY, content, stage());
      return List.of("volumes.n5/" + Job.BOUNDARY);
    }
    ModelFiles model = TrainWork.model(job).orElseThrow();
    warnIfForeign(model.network());
    try (Engine engine = Engines.open(model, job.dataset().prediction().engine(), job.progress())) {
      job.progress().note("network on " + engine.description());
      predict(engine);
    }
    return List.of("volumes.n5/" + Job.BOUNDARY);
  }

  private void predict(Engine engine) throws IOException {
    Network network = engine.network();
    Box volume = job.volume();
    N5Dataset raw = job.raw();
    var prediction =
        new TiledPrediction(
            engine,
            volume.sizeX(),
            volume.sizeY(),
            volume.sizeZ(),
            raw::readBytes,
            group(network),
            job.dataset().prediction().symmetries());
    List<Integer> cell = prediction.preferredBlock();
    int channels = network.stored();
    N5Dataset out = job.begun(Job.BOUNDARY, spec(volume, cell, channels), inputHash);
    Box box = Box.ofSize(cell.get(0), cell.get(1), cell.get(2));
    int many = tilesPerBox(prediction, cell);
    try (Progress.Task task = job.progress().begin(stage().label(), volume.voxels(), "voxel")) {
      for (Box part : volume.blocks(many * box.sizeX(), many * box.sizeY(), many * box.sizeZ())) {
        if (!isDone(out, part, cell)) {
          out.write(
              new long[] {part.x0(), part.y0(), part.z0(), 0},
              new int[] {(int) part.sizeX(), (int) part.sizeY(), (int) part.sizeZ(), channels},
              prediction.predict(part));
        }
        task.advance(part.voxels());
      }
    }
  }

  /// As many tiles along each axis as fit into a quarter of the heap: fewer are computed twice.
  private static int tilesPerBox(TiledPrediction prediction, List<Integer> cell) {
    long room = Runtime.getRuntime().maxMemory() / 4;
    int many = 1;
    while (many < MOST_TILES_PER_BOX
        && prediction.memoryBytes(
                Box.ofSize(
                    (many + 1L) * cell.get(0),
                    (many + 1L) * cell.get(1),
                    (many + 1L) * cell.get(2)))
            < room) {
      many++;
    }
    return many;
  }

  private static DatasetSpec spec(Box volume, List<Integer> cell, int channels) {
    return DatasetSpec.of(
        new long[] {volume.sizeX(), volume.sizeY(), volume.sizeZ(), channels},
        new int[] {cell.get(0), cell.get(1), cell.get(2), channels},
        DataType.UINT8,
        new Compression.Zstd(1));
  }

  private static boolean isDone(N5Dataset out, Box part, List<Integer> cell) {
    for (Box block : part.blocks(cell.get(0), cell.get(1), cell.get(2))) {
      if (!out.hasBlock(
          block.x0() / cell.get(0), block.y0() / cell.get(1), block.z0() / cell.get(2), 0)) {
        return false;
      }
    }
    return true;
  }

  /// The symmetries that a network has seen in its training.
  private static Symmetry.Group group(Network network) {
    boolean isotropic =
        network.architecture() instanceof Architecture.UNet unet
            && unet.levels().stream()
                .allMatch(l -> l.kernel().equals(List.of(3, 3, 3)) && l.pool().getFirst() == 2);
    return isotropic ? Symmetry.Group.ISOTROPIC : Symmetry.Group.SECTIONS;
  }

  private void warnIfForeign(Network network) {
    VoxelSize here = job.dataset().voxelSize();
    List<Double> there = network.voxelSizeNm();
    Map<String, Double> ratio = new TreeMap<>();
    ratio.put("x", here.xNm() / there.get(0));
    ratio.put("y", here.yNm() / there.get(1));
    ratio.put("z", here.zNm() / there.get(2));
    boolean far =
        ratio.values().stream().anyMatch(r -> r > FAR_FROM_TRAINING || r < 1 / FAR_FROM_TRAINING);
    if (far) {
      job.progress()
          .note(
              "the model \""
                  + network.name()
                  + "\" was trained on voxels of "
                  + there
                  + " nm, these are "
                  + List.of(here.xNm(), here.yNm(), here.zNm())
                  + "; expect a poor boundary map, or train on this dataset");
    }
    if (job.dataset().prediction().symmetries() > Symmetry.all(group(network)).size()) {
      throw new BadInputException(
          job.dataset().file()
              + ": predict.symmetries is "
              + job.dataset().prediction().symmetries()
              + " but the model \""
              + network.name()
              + "\" has "
              + Symmetry.all(group(network)).size());
    }
  }
}
