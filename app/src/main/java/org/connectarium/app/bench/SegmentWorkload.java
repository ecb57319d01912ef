package org.connectarium.app.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.connectarium.ingest.n5.Compression;
import org.connectarium.ingest.n5.DataType;
import org.connectarium.ingest.n5.DatasetPlace;
import org.connectarium.ingest.n5.DatasetSpec;
import org.connectarium.ingest.n5.N5Container;
import org.connectarium.ingest.n5.N5Dataset;
import org.connectarium.ingest.volume.Box;
import org.connectarium.reconstruction.block.BlockEngine;
import org.connectarium.reconstruction.segmentation.BlockSegmentation;
import org.connectarium.reconstruction.segmentation.BoundarySource;
import org.connectarium.reconstruction.segmentation.SegmentationPlan;
import org.connectarium.reconstruction.segmentation.TableFile;
import org.connectarium.reconstruction.watershed.RidgeParameters;

/// The stage `segment`: boundary map from N5, watershed with ridge, segments, contacts, tables,
/// segment ids to N5.
final class SegmentWorkload implements Workload {
  static final RidgeParameters RIDGE = new RidgeParameters(4, 10, 20);
  private static final int N5_BLOCK = 64;

  private final Setting setting;
  private final String tissue;
  private final Callable<? extends BoundarySource.Reader> map;
  private final Box volume;
  private int runs;
  private List<Path> tables = List.of();

  SegmentWorkload(Setting setting, String tissue, Callable<? extends BoundarySource.Reader> map) {
    this.setting = setting;
    this.tissue = tissue;
    this.map = map;
    int edge = setting.size().edge();
    volume = Box.ofSize(edge, edge, edge);
  }

  @Override
  public String what() {
    return String.format(
        Locale.ROOT,
        "segment %s, %s, blocks of %d³ with margin %d: N5 to N5 and tables",
        volume,
        tissue,
        setting.blockVoxels(),
        setting.marginVoxels());
  }

  @Override
  public String unit() {
    return "voxel";
  }

  @Override
  public long units() {
    return volume.voxels();
  }

  @Override
  public Floor floor() {
    return new Floor(
        36,
        setting.threads(),
        "one look at the 26 neighbours and one place in a queue a voxel, 36 ns on a core; margins"
            + " not counted");
  }

  @Override
  public void prepare() throws Exception {
    if (runs++ == 0) {
      BoundarySource.Reader tile = map.call();
      N5Dataset boundary = container().createDataset("boundary", spec(DataType.UINT8, 3));
      for (Box part : volume.blocks(N5_BLOCK, N5_BLOCK, N5_BLOCK)) {
        boundary.writeBlock(
            tile.read(part), part.x0() / N5_BLOCK, part.y0() / N5_BLOCK, part.z0() / N5_BLOCK, 0);
      }
    }
    container().removeDataset("segments-" + (runs - 1));
  }

  private N5Container container() {
    return N5Container.openOrCreate(setting.scratch().resolve("volumes.n5"));
  }

  private DatasetSpec spec(DataType type, int channels) {
    int e = setting.size().edge();
    return channels == 1
        ? DatasetSpec.of(
            new long[] {e, e, e},
            new int[] {N5_BLOCK, N5_BLOCK, N5_BLOCK},
            type,
            new Compression.Zstd(3))
        : DatasetSpec.of(
            new long[] {e, e, e, channels},
            new int[] {N5_BLOCK, N5_BLOCK, N5_BLOCK, channels},
            type,
            new Compression.Zstd(1));
  }

  @Override
  public void run() throws Exception {
    String segments = "segments-" + runs;
    container().createDataset(segments, spec(DataType.UINT64, 1));
    int b = setting.blockVoxels();
    int m = setting.marginVoxels();
    var plan =
        new SegmentationPlan(
            new SegmentationPlan.Ridge(RIDGE),
            List.of(b, b, b),
            List.of(m, m, m),
            BoundaryTile.VOXEL,
            List.of(0L, 0L, 0L));
    tables =
        new BlockSegmentation(
                plan,
                volume,
                BoundarySource.of(DatasetPlace.of(container(), "boundary")),
                DatasetPlace.of(container(), segments),
                setting.scratch().resolve("tables-" + runs))
            .run(BlockEngine.threads(setting.threads()), 0, _ -> {});
  }

  @Override
  public String found() {
    List<TableFile> files = TableFile.open(tables);
    return String.format(
        Locale.ROOT,
        "%,d segments, %,d border pieces",
        files.stream().mapToLong(TableFile::segments).sum(),
        files.stream().mapToLong(TableFile::pieces).sum());
  }
}
