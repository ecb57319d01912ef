package org.connectarium.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// Inputs and results that `src/test/python/statistics_reference.py` printed.
public final class Reference {
  private static final Map<String, double[]> RECORDED = recorded();

  private Reference() {}

  /// The numbers of a line.
  public static double[] numbers(String name) {
    return Objects.requireNonNull(RECORDED.get(name), name).clone();
  }

  /// The numbers of a line, as whole numbers.
  public static int[] counts(String name) {
    return Arrays.stream(numbers(name)).mapToInt(v -> (int) v).toArray();
  }

  /// One number per name, all in order.
  static Map<String, double[]> parse(String text) {
    Map<String, double[]> lines = new LinkedHashMap<>();
    for (String line : text.lines().toList()) {
      String[] words = line.split(" ", -1);
      lines.put(words[0], Arrays.stream(words).skip(1).mapToDouble(Double::parseDouble).toArray());
    }
    return lines;
  }

  /// What is recorded.
  static Map<String, double[]> recorded() {
    Path file = Path.of("src/test/resources/org/connectarium/analysis/statistics-reference.txt");
    try {
      return parse(Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
