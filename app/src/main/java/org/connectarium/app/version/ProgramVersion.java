package org.connectarium.app.version;

import org.connectarium.graph.version.Versions;

/// The version of this program, as the build wrote it down.
public final class ProgramVersion {
  private ProgramVersion() {}

  /// Such as `0.1.0`.
  public static String text() {
    return Versions.OURS.program();
  }
}
