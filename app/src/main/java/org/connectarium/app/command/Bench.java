package org.connectarium.app.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.connectarium.app.bench.Measurement;
import org.connectarium.app.bench.Setting;
import org.connectarium.app.bench.Size;
import org.connectarium.app.bench.Suite;
import org.connectarium.ingest.file.WholeFolder;
import org.connectarium.ingest.volume.BadInputException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `connectarium bench`: how fast a part of the program is on this machine.
@Command(name = "bench", description = "Measure a part of the program.")
final class Bench implements Callable<Integer> {
  private final Console console;

  /// All that can be measured.
  private static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Suite.labels().iterator();
    }
  }

  @Mixin private CommonOptions options = new CommonOptions();

  @Parameters(
      paramLabel = "NAME",
      description = "What to measure: ${COMPLETION-CANDIDATES}.",
      completionCandidates = Names.class)
  private String name = "";

  @Option(
      names = "--size",
      paramLabel = "SIZE",
      description =
          "${COMPLETION-CANDIDATES}: volumes of 128³ to 1024³ voxels, each eight times the one"
              + " before; for graph, agglomerate, edits and history 15 thousand to 15 million segments,"
              + " each ten times the one before; for statistics 400 thousand synapses at medium; default"
              + " ${DEFAULT-VALUE}.")
  private Size size = Size.small;

  @Option(
      names = "--repeats",
      paramLabel = "N",
      description = "Timed runs, after one that is thrown away; default ${DEFAULT-VALUE}.")
  private int repeats = 3;

  @Option(
      names = "--block",
      paramLabel = "N",
      description = "Edge of a block in voxels; default ${DEFAULT-VALUE}.")
  private int block = 256;

  @Option(
      names = "--margin",
      paramLabel = "N",
      description = "Voxels read around a block; default ${DEFAULT-VALUE}.")
  private int margin = 32;

  @Option(
      names = "--peer",
      description =
          "Also time a program of others on the same input: in the Python that"
              + " CONNECTARIUM_PYTHON names, or, for graph, Neo4j's import tool.")
  private boolean peer;

  @Option(
      names = "--scale",
      paramLabel = "N",
      description =
          "Of statistics: N million synapses in a table in place of a graph, 60 bytes a synapse"
              + " of memory.")
  private int scale;

  @Option(
      names = "--scratch",
      paramLabel = "DIR",
      description = "Folder for files of the run; default: that of the system.")
  private @Nullable Path scratch;

  Bench(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Suite suite = Suite.of(name);
    if (repeats < 1 || block < 8 || margin < 0 || scale < 0) {
      throw new BadInputException(
          "--repeats %d, --block %d, --margin %d, --scale %d: need at least 1, 8, 0 and 0"
              .formatted(repeats, block, margin, scale));
    }
    Path folder =
        scratch == null
            ? Files.createTempDirectory("connectarium-bench-")
            : Files.createTempDirectory(Files.createDirectories(scratch), "bench-");
    try {
      Path data = Path.of(System.getenv().getOrDefault("CONNECTARIUM_DATA", "../shared/data"));
      Setting setting = new Setting(size, options.threads(), block, margin, folder, data, scale);
      Measurement m = Measurement.of(suite, setting, repeats, peer);
      BenchTable.of(m).forEach(console.err()::println);
      console.result(options, m, List.of());
    } finally {
      WholeFolder.remove(folder);
    }
    return 0;
  }
}
