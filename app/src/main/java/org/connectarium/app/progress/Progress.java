package org.connectarium.app.progress;

import java.io.PrintStream;

/// What a running stage tells the user. Stages call it; they do not know where it is shown.
///
/// ```java
/// try (Progress.Task task = progress.begin("segment", box.voxels(), "voxel")) {
///   for (Box block : blocks) { …; task.advance(block.voxels()); }
/// }
/// ```
public interface Progress {

  /// Begins a stage.
  ///
  /// @param stage one word, as in the command line
  /// @param total units of work, 0 if not known
  /// @param unit what is counted, in the singular (`voxel`, `patch`, `row`)
  Task begin(String stage, long total, String unit);

  /// Shows one line that the user should read, such as a warning or a choice made for him.
  void note(String line);

  /// One running stage. May be called from several threads.
  interface Task extends AutoCloseable {
    /// Adds finished units.
    void advance(long units);

    /// Ends the stage and shows its time and rate.
    @Override
    void close();
  }

  /// A bar that is redrawn in place, for a terminal.
  static Progress terminal(PrintStream err) {
    return new ShownProgress(err, true, System::nanoTime);
  }

  /// A line now and then, for log files and pipes.
  static Progress plain(PrintStream err) {
    return new ShownProgress(err, false, System::nanoTime);
  }

  /// Shows nothing.
  static Progress none() {
    return SilentProgress.INSTANCE;
  }
}
