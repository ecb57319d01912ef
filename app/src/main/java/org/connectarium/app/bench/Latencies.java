package org.connectarium.app.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.collections.impl.list.mutable.primitive.DoubleArrayList;

/// Times of single calls, by name; and how many of them were at most so long.
final class Latencies {
  private final Map<String, DoubleArrayList> millis = new LinkedHashMap<>();

  /// Calls and notes the time, unless the call fails.
  <T> T time(String name, Supplier<T> call) {
    long begin = System.nanoTime();
    T result = call.get();
    millis.computeIfAbsent(name, n -> new DoubleArrayList()).add((System.nanoTime() - begin) / 1e6);
    return result;
  }

  long calls() {
    return millis.values().stream().mapToLong(DoubleArrayList::size).sum();
  }

  /// One text a name: median, 99th of a hundred, largest.
  List<String> lines() {
    return millis.entrySet().stream().map(e -> line(e.getKey(), e.getValue().toArray())).toList();
  }

  private static String line(String name, double[] times) {
    Arrays.sort(times);
    return String.format(
        Locale.ROOT,
        "%s p50 %.2f, p99 %.2f, most %.1f ms (%,d)",
        name,
        times[times.length / 2],
        times[(int) (times.length * 0.99)],
        times[times.length - 1],
        times.length);
  }

  @Override
  public String toString() {
    return lines().stream().collect(Collectors.joining("; "));
  }
}
