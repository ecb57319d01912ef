package org.connectarium.graph.store;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.status.StatusLogger;

/// The log of Neo4j, which prints on the console, with traces, what it cannot write to its file.
final class SilentLog {
  private SilentLog() {}

  /// Keeps such messages to itself: whoever wrote to the graph is told what went wrong.
  static void keepOffTheConsole() {
    StatusLogger log = StatusLogger.getLogger();
    log.getFallbackListener().setLevel(Level.OFF);
    log.getListeners().forEach(log::removeListener);
  }
}
