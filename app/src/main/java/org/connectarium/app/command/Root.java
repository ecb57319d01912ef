package org.connectarium.app.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `connectarium` without a command: shows the help.
@Command(
    name = "connectarium",
    versionProvider = VersionLines.class,
    synopsisSubcommandLabel = "COMMAND",
    description = "From a stack of EM images of brain tissue to a connectome in one graph.",
    footer = {
      "",
      "Exit status: 0 done, 2 bad arguments or input, 1 anything else.",
      "'connectarium COMMAND --help' explains a command."
    })
final class Root implements Callable<Integer> {
  private final Console console;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version of the program and of Java.")
  boolean version;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean help;

  Root(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(console.out());
    return 0;
  }
}
