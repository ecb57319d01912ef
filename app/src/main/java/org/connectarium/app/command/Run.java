package org.connectarium.app.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.connectarium.app.dataset.Dataset;
import org.connectarium.app.dataset.Model;
import org.connectarium.app.pipeline.InputCheck;
import org.connectarium.app.pipeline.Pipeline;
import org.connectarium.app.workspace.Stage;
import org.connectarium.app.workspace.StageRecord;
import org.connectarium.app.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `connectarium run DATASET.yaml`: all stages, resumably.
@Command(
    name = "run",
    description = "Run all stages on a dataset, from images to report; goes on where it stopped.")
final class Run implements Callable<Integer> {
  private final Console console;

  @Mixin private CommonOptions options = new CommonOptions();
  @Mixin private WorkspaceOption workspace = new WorkspaceOption();
  @Mixin private GraphOptions graph = new GraphOptions();

  @Parameters(paramLabel = "DATASET.yaml", description = "Description of the dataset.")
  private Path file = Path.of("");

  @Option(names = "--until", paramLabel = "STAGE", description = "Last stage to run.")
  private Optional<String> until = Optional.empty();

  @Option(names = "--from", paramLabel = "STAGE", description = "Run this stage and later anew.")
  private Optional<String> from = Optional.empty();

  Run(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Stage last = until.map(Stage::of).orElse(Stage.REPORT);
    Optional<Stage> first = from.map(Stage::of);
    Dataset dataset = Dataset.read(file);
    InputCheck.check(dataset);
    try (Workspace place = Workspace.openFor(workspace.folderFor(file), file)) {
      int threads = dataset.threads().orElse(options.threads());
      Pipeline pipeline =
          new Pipeline(
              place, graph.place(place, dataset, last), dataset, console.progress(), threads);
      if (first.isPresent()) {
        pipeline.restartFrom(first.get());
      }
      show(console, options, place, run(console, pipeline, dataset, last));
    }
    return 0;
  }

  static List<StageRecord> run(Console console, Pipeline pipeline, Dataset dataset, Stage last)
      throws Exception {
    if (!dataset.modelChosen() && dataset.model() instanceof Model.Shipped(String name)) {
      console.progress().note("no model named: taking the shipped one, " + name);
    }
    return pipeline.run(last);
  }

  static void show(
      Console console, CommonOptions options, Workspace place, List<StageRecord> records) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("workspace", place.root().toString());
    Map<String, Double> seconds = new LinkedHashMap<>();
    records.forEach(r -> seconds.put(r.stage(), r.seconds()));
    json.put("seconds", seconds);
    boolean reported = records.getLast().stage().equals(Stage.REPORT.label());
    String where =
        reported
            ? "report: " + place.reportFile()
            : "done until " + records.getLast().stage() + " in " + place.root();
    if (reported) {
      json.put("report", place.reportFile().toString());
    }
    console.result(options, json, List.of(where));
  }
}
