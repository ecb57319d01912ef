package org.connectarium.app.connectome;

import java.util.Locale;

/// What is done about a row with a problem.
enum Policy {
  /// Nothing is imported.
  REJECT,
  /// The row is left out and counted.
  SKIP,
  /// The row is taken, in the way that the problem says, and counted.
  KEEP;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
