package org.connectarium.app.bench;

/// Something to be timed.
interface Workload {
  /// What is done on what data, in words.
  String what();

  /// What is counted, such as `voxel`.
  String unit();

  /// How many of them one run works through; known after the first [#prepare].
  long units();

  /// What bounds the speed from below, by counting.
  Floor floor();

  /// Makes the input of the next run, where that changes from run to run; not timed.
  default void prepare() throws Exception {}

  /// The work that is timed.
  void run() throws Exception;

  /// Numbers of the last run worth showing, such as `12,345 segments`.
  default String found() {
    return "";
  }

  /// The same work for a program of others; not called unless asked for.
  default Peer peer() {
    return Peer.NONE;
  }
}
