package org.connectarium.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.connectarium.app.workspace.Stage;
import org.connectarium.ingest.volume.Spelling;
import org.connectarium.reconstruction.classifier.ModelKind;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// All commands, and what happens when one fails. A new command is one class in this package and
/// one line in [#commandLine].
public final class Commands {
  static final int BAD_INPUT = 2;
  static final int FAILED = 1;

  private Commands() {}

  /// Runs the command line of this process.
  ///
  /// @return the exit status: 0 done, 2 bad arguments or input, 1 anything else
  public static int run(String[] args) {
    return run(Console.ofProcess(), args);
  }

  static int run(Console console, String... args) {
    return commandLine(console).execute(args);
  }

  private static CommandLine commandLine(Console console) {
    CommandLine root = new CommandLine(new Root(console));
    root.addSubcommand(new Demo(console));
    root.addSubcommand(new Run(console));
    root.addSubcommand(new Simulate(console));
    for (Stage stage :
        List.of(
            Stage.IMPORT,
            Stage.TRAIN,
            Stage.PREDICT,
            Stage.SEGMENT,
            Stage.CLASSIFY,
            Stage.LOAD,
            Stage.AGGLOMERATE)) {
      CommandLine one = new CommandLine(new OneStage(console, stage));
      one.getCommandSpec().usageMessage().description(OneStage.description(stage));
      if (stage == Stage.TRAIN) {
        addTrainings(one, console);
      }
      root.addSubcommand(stage.label(), one);
    }
    root.addSubcommand(new CrossValidate(console));
    root.addSubcommand(new Skeletons(console));
    root.addSubcommand(new Evaluate(console));
    root.addSubcommand(new Serve(console));
    root.addSubcommand(new Bench(console));
    root.addSubcommand(new ImportConnectome(console));
    root.addSubcommand(new Analyze(console));
    root.addSubcommand(new Doctor(console));
    root.setOut(new PrintWriter(console.out(), true, UTF_8));
    root.setErr(new PrintWriter(console.err(), true, UTF_8));
    root.setUsageHelpLongOptionsMaxWidth(28);
    root.setParameterExceptionHandler((e, _) -> refuse(console, e));
    root.setExecutionExceptionHandler(
        (e, _, _) -> {
          Failure failure = Failure.of(e);
          console.err().println("connectarium: " + failure.line());
          return failure.exitStatus();
        });
    return root;
  }

  private static void addTrainings(CommandLine train, Console console) {
    for (ModelKind kind : ModelKind.values()) {
      addTraining(train, console, kind.label(), Set.of(kind));
    }
    addTraining(train, console, "classifiers", EnumSet.allOf(ModelKind.class));
  }

  private static void addTraining(
      CommandLine train, Console console, String name, Set<ModelKind> kinds) {
    CommandLine one = new CommandLine(new TrainClassifier(console, kinds));
    one.getCommandSpec()
        .usageMessage()
        .description(
            "Train a classifier on datasets with truth ("
                + String.join(", ", kinds.stream().map(ModelKind::label).sorted().toList())
                + "); see docs/features.md.");
    train.addSubcommand(name, one);
  }

  private static int refuse(Console console, ParameterException e) {
    CommandLine command = e.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    console
        .err()
        .println("connectarium: " + sentence(problem(e, command)) + " See '" + name + " --help'.");
    return BAD_INPUT;
  }

  private static String sentence(String text) {
    return text.endsWith("?") || text.endsWith(".") ? text : text + ".";
  }

  private static String problem(ParameterException e, CommandLine command) {
    if (e instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
      String word = unmatched.getUnmatched().getFirst();
      if (word.startsWith("-")) {
        List<String> options = List.copyOf(command.getCommandSpec().optionsMap().keySet());
        return "unknown option " + word + near(word, options);
      }
      List<String> names = List.copyOf(command.getSubcommands().keySet());
      return (names.isEmpty() ? "unexpected argument \"" : "no command \"")
          + word
          + "\""
          + near(word, names);
    }
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("bad arguments");
  }

  private static String near(String word, List<String> candidates) {
    String stem = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
    return Spelling.nearest(stem, candidates).map(s -> "; did you mean " + s + "?").orElse("");
  }
}
