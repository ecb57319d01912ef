package org.connectarium.app.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.connectarium.app.dataset.Segmentation;
import org.connectarium.app.dataset.VoxelCounts;
import org.connectarium.app.progress.Progress;
import org.connectarium.app.workspace.Stage;
import org.connectarium.ingest.file.WholeFolder;
import org.connectarium.ingest.importer.VolumeImport;
import org.connectarium.ingest.n5.Compression;
import org.connectarium.ingest.n5.DataType;
import org.connectarium.ingest.n5.DatasetPlace;
import org.connectarium.ingest.n5.DatasetSpec;
import org.connectarium.ingest.n5.VolumeAttributes;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;
import org.connectarium.reconstruction.block.BlockEngine;
import org.connectarium.reconstruction.segmentation.BlockSegmentation;
import org.connectarium.reconstruction.segmentation.BoundarySource;
import org.connectarium.reconstruction.segmentation.SegmentationPlan;
import org.connectarium.reconstruction.watershed.AffinityParameters;
import org.connectarium.reconstruction.watershed.MutexParameters;
import org.connectarium.reconstruction.watershed.RidgeParameters;
import org.connectarium.reconstruction.watershed.SeededParameters;

/// Segments and contacts of the whole volume into `volumes.n5/segments` and `tables`.
///
/// @param inputHash of this stage, kept with the dataset so that a killed run goes on
record SegmentWork(Job job, String inputHash) implements StageWork {
  private static final int N5_BLOCK = 64;
  private static final int LEVELS = 255;
  /* Of docs/formats/tables.md; tables of another version are made anew. */
  private static final int TABLES_VERSION = 3;

  @Override
  public Stage stage() {
    return Stage.SEGMENT;
  }

  @Override
  public Object parameters() {
    // in this order always, as it goes into the input hash
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("segmentation", job.dataset().segmentation().result().toString());
    job.dataset()
        .segmentation()
        .given()
        .ifPresent(source -> all.put("segments", ImportWork.fingerprint(source)));
    all.put("tables", TABLES_VERSION);
    return all;
  }

  @Override
  public List<String> run() throws Exception {
    job.dataset()
        .segmentation()
        .given()
        .ifPresent(
            source ->
                ImportWork.copy(job, source, Job.GIVEN, VolumeImport.Content.LABELS, stage()));
    BlockSegmentation segmentation = segmentation();
    Box volume = job.volume();
    int threads = threads(segmentation.memoryBytesPerThread());
    try (Progress.Task task = job.progress().begin(stage().label(), volume.voxels(), "voxel")) {
      segmentation.run(
          BlockEngine.threads(threads),
          job.dataset().segmentation().allowFailedBlocks(),
          block -> task.advance(block.voxels()));
    }
    VoxelSize nm = job.dataset().voxelSize();
    List<Long> o = job.offset();
    new VolumeAttributes(
            nm, o.get(0) * nm.xNm(), o.get(1) * nm.yNm(), o.get(2) * nm.zNm(), List.of(1, 1, 1))
        .write(job.volumes(), Job.SEGMENTS);
    return List.of("volumes.n5/" + Job.SEGMENTS, "tables/" + inputHash);
  }

  /// The tables of the finished segmentation: those of the blocks, then those of their faces.
  static List<Path> tables(Job job) throws Exception {
    return finished(job).tables();
  }

  /// The blocks of the finished segmentation that failed and were set aside.
  static List<Box> setAside(Job job) throws Exception {
    return finished(job).setAside();
  }

  /// The finished segmentation.
  static BlockSegmentation finished(Job job) throws Exception {
    return new SegmentWork(job, job.hashOf(Stage.SEGMENT)).segmentation();
  }

  /// False where more blocks were set aside than are allowed now: they shall be tried again.
  @Override
  public boolean isStillThere() throws Exception {
    return segmentation().setAside().size() <= job.dataset().segmentation().allowFailedBlocks();
  }

  private BlockSegmentation segmentation() throws IOException {
    Path tables = job.workspace().root().resolve("tables").resolve(inputHash);
    if (!job.isBegun(Job.SEGMENTS, inputHash)) {
      // segments of another choice lie there: tables of this one may be left from before it
      WholeFolder.remove(tables);
    }
    Box volume = job.volume();
    job.begun(
        Job.SEGMENTS,
        DatasetSpec.of(
            new long[] {volume.sizeX(), volume.sizeY(), volume.sizeZ()},
            n5Block(),
            DataType.UINT64,
            new Compression.Zstd(3)),
        inputHash);
    return new BlockSegmentation(
        plan(),
        volume,
        BoundarySource.of(DatasetPlace.of(job.volumes(), Job.BOUNDARY)),
        DatasetPlace.of(job.volumes(), Job.SEGMENTS),
        tables);
  }

  private SegmentationPlan plan() {
    Segmentation s = job.dataset().segmentation();
    return new SegmentationPlan(
        s.given().isPresent()
            ? new SegmentationPlan.Given(DatasetPlace.of(job.volumes(), Job.GIVEN))
            : method(s),
        List.of(s.blockVoxels().x(), s.blockVoxels().y(), s.blockVoxels().z()),
        List.of(s.marginVoxels().x(), s.marginVoxels().y(), s.marginVoxels().z()),
        job.dataset().voxelSize(),
        job.offset());
  }

  private SegmentationPlan.Method method(Segmentation s) {
    boolean gathered = s.evidence() == Segmentation.Evidence.GATHERED;
    return switch (s.method()) {
      case FOCUSEM ->
          new SegmentationPlan.Ridge(
              new RidgeParameters(
                  (int) Math.round(s.h() * LEVELS), s.minMarkerVoxels(), s.minSegmentVoxels()));
      case AFFINITY ->
          switch (s.basins()) {
            case SEEDS ->
                new SegmentationPlan.Seeded(
                    new SeededParameters(level(s), s.seedDepthNm(), s.minSegmentVoxels()),
                    gathered);
            case DESCENT ->
                new SegmentationPlan.Descending(
                    new AffinityParameters(
                        Math.min((int) Math.round(s.inside() * LEVELS), level(s) - 1),
                        level(s),
                        s.minSegmentVoxels()),
                    gathered);
          };
      case MUTEX -> {
        VoxelSize nm = job.dataset().voxelSize();
        yield new SegmentationPlan.Mutex(
            new MutexParameters(
                reach(s, nm.xNm()), reach(s, nm.yNm()), reach(s, nm.zNm()), s.minSegmentVoxels()),
            gathered);
      }
    };
  }

  private static int level(Segmentation s) {
    return Math.clamp(Math.round(s.threshold() * LEVELS), 1, LEVELS);
  }

  /* Two voxels at least: what lies between neighbours is their own step. */
  private static int reach(Segmentation s, double voxelNm) {
    return Math.clamp(Math.round(s.reachNm() / voxelNm), 2, 1000);
  }

  /// Blocks of the dataset that no two blocks of the segmentation share.
  private int[] n5Block() {
    VoxelCounts block = job.dataset().segmentation().blockVoxels();
    int[] out = {block.x(), block.y(), block.z()};
    for (int a = 0; a < 3; a++) {
      out[a] = out[a] % N5_BLOCK == 0 ? N5_BLOCK : out[a];
    }
    return out;
  }

  private int threads(long bytesEach) {
    long room = Runtime.getRuntime().maxMemory() * 3 / 4;
    return Math.clamp(room / Math.max(1, bytesEach), 1, job.threads());
  }
}
