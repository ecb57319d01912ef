package org.connectarium.app.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.connectarium.app.pipeline.ContinuityTrial;
import org.connectarium.app.pipeline.ContinuityTrial.Joined;
import org.connectarium.app.pipeline.ContinuityTrial.Quality;
import org.connectarium.ingest.volume.BadInputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `connectarium crossvalidate`: whether learning continuity is worth it in a dataset.
@Command(
    name = "crossvalidate",
    description =
        "Agglomerate each block of a dataset by a classifier of continuity that has learnt from the"
            + " others, and by the boundary evidence; see docs/features.md.")
final class CrossValidate implements Callable<Integer> {
  private final Console console;

  @Mixin private CommonOptions options = new CommonOptions();
  @Mixin private WorkspaceOption place = new WorkspaceOption();

  @Parameters(
      paramLabel = "DATASET.yaml",
      description = "Dataset with truth; it is segmented first.")
  private Path file = Path.of("");

  @Option(
      names = "--trees",
      paramLabel = "N",
      description = "Trees of each classifier; default: ${DEFAULT-VALUE}.")
  private int trees = 400;

  @Option(names = "--seed", paramLabel = "N", description = "Of the trainings; default: 1.")
  private long seed = 1;

  CrossValidate(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    if (trees < 1 || trees > 100_000) {
      throw new BadInputException("--trees must be 1 to 100000 but is " + trees);
    }
    ContinuityTrial.Result result =
        new ContinuityTrial(trees, seed, console.progress(), options.threads())
            .run(file, place.folderFor(file));
    console.result(options, result, lines(result));
    return 0;
  }

  private static List<String> lines(ContinuityTrial.Result r) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%,d contacts of known continuity in %d held-out blocks, %,d within one cell"
            .formatted(r.contacts(), r.blocks(), r.positives()));
    r.averagePrecision()
        .forEach((by, p) -> lines.add(line("average precision, " + by, "%.3f".formatted(p))));
    lines.add(line("", "VI split + merge = sum, bits; adapted Rand error"));
    lines.add(line("segments", text(r.segments())));
    lines.add(line("best possible", text(r.possible())));
    r.joined()
        .forEach(
            (linkage, of) ->
                of.forEach(
                    (by, joined) -> {
                      lines.add(line(by + ", " + linkage, text(joined.heldOut())));
                      lines.add(line("  with the best threshold", best(joined)));
                    }));
    return lines;
  }

  private static String best(Joined joined) {
    return text(joined.best()) + " at " + joined.bestThreshold();
  }

  private static String text(Quality q) {
    return String.format(
        Locale.ROOT, "%.3f + %.3f = %.3f; %.3f", q.viSplit(), q.viMerge(), q.vi(), q.arand());
  }

  private static String line(String name, String value) {
    return String.format(Locale.ROOT, "%-32s %s", name, value).stripTrailing();
  }
}
