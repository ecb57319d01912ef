package org.connectarium.app;

import org.connectarium.app.command.Commands;

/// Where the program begins; the launcher `connectarium` calls it.
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(Commands.run(args));
  }
}
