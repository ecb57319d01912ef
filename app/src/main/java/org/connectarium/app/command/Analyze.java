package org.connectarium.app.command;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.connectarium.analysis.results.AnalysisKind;
import org.connectarium.analysis.results.Results.Making;
import org.connectarium.analysis.results.Settings;
import org.connectarium.app.analyze.AnalysisReport;
import org.connectarium.app.analyze.AnalysisReport.Written;
import org.connectarium.app.graph.WorkspaceGraph;
import org.connectarium.app.version.ProgramVersion;
import org.connectarium.app.workspace.Workspace;
import org.connectarium.graph.store.GraphStore;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.ingest.volume.Spelling;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `connectarium analyze --workspace DIR`: statistics of connectomes as a report.
@Command(
    name = "analyze",
    description =
        "Statistics of the connectomes of a workspace as a report with figures and tables; see"
            + " docs/analyze.md.")
final class Analyze implements Callable<Integer> {
  private final Console console;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private CommonOptions options = new CommonOptions();
  @Mixin private GraphOptions graph = new GraphOptions();

  @Option(
      names = "--workspace",
      required = true,
      paramLabel = "DIR",
      description = "Folder with the graph.")
  private Path workspace = Path.of("");

  @Option(
      names = "--dataset",
      paramLabel = "NAME",
      arity = "1..*",
      split = ",",
      description = "Data sets to report on, side by side; default: all of the graph.")
  private List<String> datasets = List.of();

  @Option(
      names = "--analysis",
      paramLabel = "NAME",
      split = ",",
      description = "Which analyses, separated by commas; default: all.")
  private List<String> analyses = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder of the report; default: analysis in the workspace. Replaced whole.")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--tables",
      paramLabel = "FORMAT",
      split = ",",
      description = "Formats of tables beside CSV: tsv, parquet, arrow or feather.")
  private List<String> tables = List.of();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of all that is drawn at random; default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  Analyze(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    if (graph.mayReplace()) {
      throw new BadInputException("'analyze' changes no graph; leave out --replace");
    }
    AnalysisReport report = new AnalysisReport(datasets, kinds(), new Settings(seed), tables);
    try (Workspace place = Workspace.open(workspace)) {
      if (!graph.isInServer() && !GraphStore.exists(place.neo4j())) {
        throw new BadInputException(
            place.root()
                + " holds no graph; bring a connectome with 'connectarium import-connectome'");
      }
      try (WorkspaceGraph store = graph.placeOfTables(place).open()) {
        show(
            report.write(
                store, out.orElse(place.root().resolve("analysis")), making(), console.progress()));
      }
    }
    return 0;
  }

  private Set<AnalysisKind> kinds() {
    EnumSet<AnalysisKind> kinds = EnumSet.noneOf(AnalysisKind.class);
    for (String name : analyses) {
      kinds.add(kind(name.strip()));
    }
    return kinds.isEmpty() ? EnumSet.allOf(AnalysisKind.class) : kinds;
  }

  private static AnalysisKind kind(String name) {
    List<AnalysisKind> all = List.of(AnalysisKind.values());
    List<String> names = all.stream().map(AnalysisKind::label).toList();
    return all.stream()
        .filter(kind -> kind.label().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new BadInputException(
                    "no analysis \"%s\"%s; there is %s"
                        .formatted(
                            name,
                            Spelling.nearest(name, names)
                                .map(n -> ", did you mean " + n + "?")
                                .orElse(""),
                            String.join(", ", names))));
  }

  private Making making() {
    String command =
        "connectarium "
            + spec.commandLine().getParseResult().originalArgs().stream()
                .map(Analyze::quoted)
                .collect(Collectors.joining(" "));
    return new Making(
        ProgramVersion.text(), command, Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
  }

  private static String quoted(String word) {
    return word.matches("[\\w./:,=+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  private void show(Written written) {
    console.result(
        options,
        written,
        List.of(
            String.format(
                Locale.ROOT,
                "%s/index.html: %d figures, %d tables",
                written.folder(),
                written.figures().size() / 2,
                written.tables().stream().filter(name -> name.endsWith(".csv")).count())));
  }
}
