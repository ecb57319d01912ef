package org.connectarium.app.command;

import org.connectarium.app.version.ProgramVersion;
import picocli.CommandLine.IVersionProvider;

/// The lines of `--version`.
final class VersionLines implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {
      "Connectarium " + ProgramVersion.text(),
      "Java " + Runtime.version() + " (" + System.getProperty("java.vendor", "unknown") + ")"
    };
  }
}
