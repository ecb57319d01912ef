package org.connectarium.app.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.connectarium.app.dataset.Dataset;
import org.connectarium.app.pipeline.InputCheck;
import org.connectarium.app.pipeline.Pipeline;
import org.connectarium.app.workspace.Stage;
import org.connectarium.app.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `connectarium import|train|predict|segment|load|agglomerate WORKSPACE`: one stage, and those
/// before it that are not done yet.
@Command
final class OneStage implements Callable<Integer> {
  private final Console console;
  private final Stage stage;

  @Mixin private CommonOptions options = new CommonOptions();
  @Mixin private GraphOptions graph = new GraphOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  // not required by picocli, as a subcommand may stand in its place
  @Parameters(
      arity = "0..1",
      paramLabel = "WORKSPACE",
      description = "Folder made by 'run' or a DATASET.yaml.")
  private Optional<Path> given = Optional.empty();

  OneStage(Console console, Stage stage) {
    this.console = console;
    this.stage = stage;
  }

  /// What the stage does, for the help.
  static String description(Stage stage) {
    return switch (stage) {
      case IMPORT -> "Bring the images into the workspace.";
      case TRAIN -> "Train the boundary network that the dataset asks for.";
      case PREDICT -> "Predict the boundary map.";
      case SEGMENT -> "Cut the boundary map into segments and measure their contacts.";
      case CLASSIFY -> "Tell continuity, synapses and types by the models that the dataset names.";
      case LOAD -> "Load segments and contacts into the graph.";
      case AGGLOMERATE -> "Join segments over their contacts in the graph.";
      case EVALUATE -> "Compare with the truth of the dataset.";
      case REPORT -> "Write the report.";
    };
  }

  @Override
  public Integer call() throws Exception {
    Path place =
        given.orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(), "Missing required parameter: 'WORKSPACE'"));
    if (stage.compareTo(Stage.LOAD) < 0) {
      graph.refuseFor(stage);
    }
    boolean description = place.toString().matches(".*\\.ya?ml");
    if (description) {
      InputCheck.check(Dataset.read(place));
    }
    try (Workspace workspace =
        description
            ? Workspace.openFor(new WorkspaceOption().folderFor(place), place)
            : Workspace.open(place)) {
      Dataset dataset = Dataset.read(workspace.datasetFile());
      int threads = dataset.threads().orElse(options.threads());
      Pipeline pipeline =
          new Pipeline(
              workspace,
              graph.place(workspace, dataset, stage),
              dataset,
              console.progress(),
              threads);
      Run.show(console, options, workspace, Run.run(console, pipeline, dataset, stage));
    }
    return 0;
  }
}
