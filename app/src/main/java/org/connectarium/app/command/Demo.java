package org.connectarium.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.connectarium.app.dataset.Dataset;
import org.connectarium.app.progress.Progress;
import org.connectarium.app.workspace.Stage;
import org.connectarium.app.workspace.StageRecord;
import org.connectarium.app.workspace.Workspace;
import org.connectarium.ingest.n5.Compression;
import org.connectarium.ingest.n5.DataType;
import org.connectarium.ingest.n5.DatasetSpec;
import org.connectarium.ingest.n5.N5Container;
import org.connectarium.ingest.n5.N5Dataset;
import org.connectarium.ingest.phantom.Phantom;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;
import org.connectarium.reconstruction.block.BlockRunner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `connectarium demo`: makes a piece of tissue whose truth is known and runs every stage on it.
@Command(
    name = "demo",
    description = "Make a piece of tissue and run every stage on it; shows what comes out.")
final class Demo implements Callable<Integer> {
  private static final VoxelSize VOXEL = new VoxelSize(10, 10, 10);
  private static final int BLOCK = 64;
  private static final String COMPLETE = "complete";
  private final Console console;

  /// Sizes in voxels.
  enum Size {
    tiny,
    small,
    medium;

    Box box() {
      return switch (this) {
        case tiny -> Box.ofSize(160, 160, 96);
        case small -> Box.ofSize(256, 256, 192);
        case medium -> Box.ofSize(512, 512, 384);
      };
    }
  }

  @Mixin private CommonOptions options = new CommonOptions();

  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      description = "Folder to make; default: ${DEFAULT-VALUE}.")
  private Path folder = Path.of("connectarium-demo");

  @Option(names = "--size", description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
  private Size size = Size.tiny;

  @Option(names = "--seed", paramLabel = "N", description = "Another tissue; default: 1.")
  private long seed = 1;

  Demo(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Files.createDirectories(folder);
    Path file = folder.resolve("dataset.yaml");
    makeTissue();
    writeDescription(file);
    try (Workspace place = Workspace.openFor(folder, file)) {
      Dataset dataset = Dataset.read(file);
      List<StageRecord> records = Run.run(console, place, dataset, options.threads(), Stage.REPORT);
      Run.show(console, options, place, records);
      console.progress().note("look at the graph: connectarium serve " + folder);
    }
    return 0;
  }

  private void writeDescription(Path file) throws IOException {
    String text =
        String.format(
            Locale.ROOT,
            """
            name: demo
            image: tissue.n5:/image
            voxelSizeNm: [%s, %s, %s]
            truth: tissue.n5:/truth
            model: fibsem
            """,
            VOXEL.xNm(),
            VOXEL.yNm(),
            VOXEL.zNm());
    if (!Files.exists(file) || !Files.readString(file).equals(text)) {
      Files.writeString(file, text);
    }
  }

  /// The tissue as a container beside the workspace; made anew if it is of another size or seed.
  private void makeTissue() throws Exception {
    String tissue = size.name() + "-" + seed;
    N5Container container = N5Container.openOrCreate(folder.resolve("tissue.n5"));
    if (tissue.equals(container.attributes("").get("phantom"))
        && Boolean.TRUE.equals(container.attributes("").get(COMPLETE))) {
      return;
    }
    container.putAttributes("", Map.of(COMPLETE, false));
    N5Dataset image = anew(container, "image", DataType.UINT8, 1);
    N5Dataset truth = anew(container, "truth", DataType.UINT64, 3);
    Phantom phantom = new Phantom(seed, VOXEL);
    try (Progress.Task task = console.progress().begin("tissue", size.box().voxels(), "voxel")) {
      BlockRunner.run(
          size.box().blocks(BLOCK, BLOCK, BLOCK),
          options.threads(),
          box -> {
            var block = phantom.block(box);
            image.writeBlock(block.grey(), box.x0() / BLOCK, box.y0() / BLOCK, box.z0() / BLOCK);
            truth.writeBlock(block.labels(), box.x0() / BLOCK, box.y0() / BLOCK, box.z0() / BLOCK);
          },
          box -> task.advance(box.voxels()));
    }
    container.putAttributes("", Map.of("phantom", tissue, COMPLETE, true));
  }

  private N5Dataset anew(N5Container container, String path, DataType type, int level) {
    if (container.hasDataset(path)) {
      container.removeDataset(path);
    }
    return container.createDataset(
        path,
        DatasetSpec.of(
            new long[] {size.box().sizeX(), size.box().sizeY(), size.box().sizeZ()},
            new int[] {BLOCK, BLOCK, BLOCK},
            type,
            new Compression.Zstd(level)));
  }
}
