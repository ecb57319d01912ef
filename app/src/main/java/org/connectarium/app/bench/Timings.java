package org.connectarium.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/// Wall and processor time of steps, each done once. Where others use the machine the processor
/// time, of all threads and the JVM's own, says more.
final class Timings {
  private final List<Step> steps = new ArrayList<>();

  private record Step(String name, double wallSeconds, double cpuSeconds) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT, "%s %.2f s (processor %.2f s)", name, wallSeconds, cpuSeconds);
    }
  }

  /// Does a step and notes its times.
  <T> T time(String name, Supplier<T> step) {
    long cpuBegin = Measurement.cpuNanos();
    long begin = System.nanoTime();
    T result = step.get();
    steps.add(
        new Step(
            name, (System.nanoTime() - begin) / 1e9, (Measurement.cpuNanos() - cpuBegin) / 1e9));
    return result;
  }

  @Override
  public String toString() {
    return String.join("; ", steps.stream().map(Step::toString).toList());
  }
}
