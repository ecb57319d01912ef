package org.connectarium.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.connectarium.app.pipeline.ModelTraining;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.reconstruction.classifier.ModelKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `connectarium train continuity|synapse|type|classifiers`: classifiers from datasets with truth.
@Command
final class TrainClassifier implements Callable<Integer> {
  private final Console console;
  private final Set<ModelKind> kinds;

  @Mixin private CommonOptions options = new CommonOptions();

  @Parameters(
      arity = "1..*",
      paramLabel = "DATASET.yaml",
      description = "Datasets with truth to learn from; each is segmented first.")
  private List<Path> learn = List.of();

  @Option(
      names = "--held-out",
      split = ",",
      paramLabel = "DATASET.yaml",
      description = "Datasets with truth to measure on.")
  private List<Path> heldOut = List.of();

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder to make.")
  private Path out = Path.of("");

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "Name of the models, part of property names in the graph; default: own.")
  private String name = "own";

  @Option(
      names = "--share",
      paramLabel = "S",
      description = "Share of the contacts to learn from, 0 to 1; default: ${DEFAULT-VALUE}.")
  private double share = 0.4;

  @Option(names = "--seed", paramLabel = "N", description = "Of the training; default: 1.")
  private long seed = 1;

  @Option(
      names = "--learning-curve",
      description = "Measure how accuracy grows with what is learnt from: several trainings more.")
  private boolean learningCurve;

  TrainClassifier(Console console, Set<ModelKind> kinds) {
    this.console = console;
    this.kinds = kinds;
  }

  @Override
  public Integer call() throws Exception {
    if (!(share > 0 && share <= 1)) {
      throw new BadInputException("--share must be above 0 and at most 1 but is " + share);
    }
    for (Path file : heldOut) {
      if (learn.contains(file)) {
        throw new BadInputException(
            file + " is learnt from and held out; no figure is measured on what was learnt from");
      }
    }
    Map<String, Object> figures =
        new ModelTraining(
                new ModelTraining.Plan(kinds, name, share, seed, learningCurve),
                console.progress(),
                options.threads())
            .run(learn, heldOut, out);
    console.result(
        options, figures, List.of("models, accuracy.json and accuracy.html are in " + out));
    return 0;
  }
}
