package org.connectarium.app.bench;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What came out of one suite.
///
/// @param what was done, on what data
/// @param unit that is counted
/// @param units of one run
/// @param found by the last run
/// @param secondsMedian wall time of the runs; of an even number the higher of the middle two
/// @param secondsMin shortest
/// @param secondsMax longest
/// @param cpuSecondsMin processor time of the run that took least of it, all threads and the JVM's
///     own; where others use the machine it says more than wall time
/// @param unitsPerSecond at the median
/// @param unitsPerCpuSecond at the least processor time
/// @param floorSeconds what counting says, on so many threads
/// @param floor how it was counted
/// @param timesFloor median over floor
/// @param peakHeapBytes most that a garbage collection left in the heap during the runs
/// @param peer what a program of others took for the same work; null if nobody asked or there is
///     none
public record Measurement(
    String name,
    String what,
    String unit,
    long units,
    String found,
    int repeats,
    int threads,
    double secondsMedian,
    double secondsMin,
    double secondsMax,
    double cpuSecondsMin,
    double unitsPerSecond,
    double unitsPerCpuSecond,
    double floorSeconds,
    String floor,
    double timesFloor,
    long peakHeapBytes,
    Peer.@Nullable Outcome peer,
    Machine machine) {

  /// Measures one suite: one run that is thrown away, unless there is only one, then the repeats.
  public static Measurement of(Suite suite, Setting setting, int repeats, boolean withPeer)
      throws Exception {
    Workload work = suite.workload(setting);
    if (repeats > 1) {
      work.prepare();
      work.run();
    }
    double[] seconds = new double[repeats];
    double cpu = Double.POSITIVE_INFINITY;
    long peak = 0;
    for (int i = 0; i < repeats; i++) {
      work.prepare();
      try (HeapWatch heap = new HeapWatch()) {
        long cpuBegin = cpuNanos();
        long begin = System.nanoTime();
        work.run();
        seconds[i] = (System.nanoTime() - begin) / 1e9;
        cpu = Math.min(cpu, (cpuNanos() - cpuBegin) / 1e9);
        peak = Math.max(peak, heap.peakBytes());
      }
    }
    Arrays.sort(seconds);
    return of(suite, setting, work, seconds, cpu, peak, withPeer);
  }

  private static Measurement of(
      Suite suite,
      Setting setting,
      Workload work,
      double[] seconds,
      double cpuSeconds,
      long peakHeapBytes,
      boolean withPeer)
      throws Exception {
    double median = seconds[seconds.length / 2];
    double floor = work.floor().seconds(work.units());
    return new Measurement(
        suite.label(),
        work.what(),
        work.unit(),
        work.units(),
        work.found(),
        seconds.length,
        setting.threads(),
        median,
        seconds[0],
        seconds[seconds.length - 1],
        cpuSeconds,
        work.units() / median,
        work.units() / cpuSeconds,
        floor,
        work.floor().reason(),
        median / floor,
        peakHeapBytes,
        withPeer ? work.peer().run(setting.scratch(), median) : null,
        Machine.here());
  }

  static long cpuNanos() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : System.nanoTime();
  }
}
