package org.connectarium.graph.procedure;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The options map of a procedure call. Unknown keys and values of the wrong kind are errors
/// that name the nearest known key, so a misspelt threshold can never be ignored silently.
public final class ProcedureOptions {
  private final Map<String, Object> given;

  /// @throws IllegalArgumentException if a key is not among `known`
  public ProcedureOptions(Map<String, Object> given, List<String> known) {
    for (String key : given.keySet()) {
      if (!known.contains(key)) {
        throw new IllegalArgumentException(
            "Unknown option \"%s\"; did you mean \"%s\"? Options: %s"
                .formatted(key, nearest(key, known), String.join(", ", known)));
      }
    }
    this.given = Map.copyOf(given);
  }

  /// A number from 0 to 1.
  public double probability(String key, double otherwise) {
    double value = number(key, otherwise);
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException("Option " + key + " must be 0…1 but was " + value);
    }
    return value;
  }

  /// A whole number from 0.
  public long count(String key, long otherwise) {
    double value = number(key, (double) otherwise);
    if (value < 0 || value != Math.rint(value)) {
      throw new IllegalArgumentException(
          "Option " + key + " must be a whole number from 0 but was " + value);
    }
    return (long) value;
  }

  /// A box in nm; empty if it is not given.
  public Optional<NmBox> box(String key) {
    Object value = given.get(key);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof List<?> six
        && six.size() == 6
        && six.stream().allMatch(Number.class::isInstance)) {
      double[] b = six.stream().mapToDouble(n -> ((Number) n).doubleValue()).toArray();
      if (b[0] < b[3] && b[1] < b[4] && b[2] < b[5]) {
        return Optional.of(new NmBox(b[0], b[1], b[2], b[3], b[4], b[5]));
      }
    }
    throw new IllegalArgumentException(
        "Option %s must be [x0, y0, z0, x1, y1, z1] in nm, each end above its begin, but was %s"
            .formatted(key, value));
  }

  /// A list of pairs of whole numbers; empty if it is not given.
  public List<long[]> pairs(String key) {
    if (!(given.getOrDefault(key, List.of()) instanceof List<?> list)) {
      throw notPairs(key, given.get(key));
    }
    return list.stream().map(pair -> pair(key, pair)).toList();
  }

  private static long[] pair(String key, Object value) {
    if (value instanceof List<?> two
        && two.size() == 2
        && two.get(0) instanceof Long a
        && two.get(1) instanceof Long b) {
      return new long[] {a, b};
    }
    throw notPairs(key, value);
  }

  private static IllegalArgumentException notPairs(String key, @Nullable Object value) {
    return new IllegalArgumentException(
        "Option " + key + " must be a list of pairs of ids, [[1, 2]], but holds " + value);
  }

  public Optional<String> text(String key) {
    Object value = given.get(key);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof String text) {
      return Optional.of(text);
    }
    throw new IllegalArgumentException("Option " + key + " must be a text but was " + value);
  }

  /// One of the constants of an enum, whose words are [#word].
  public <E extends Enum<E>> E choice(String key, E otherwise) {
    String word = text(key).orElse(word(otherwise));
    List<E> choices = List.of(otherwise.getDeclaringClass().getEnumConstants());
    return choices.stream()
        .filter(c -> word(c).equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Option %s must be one of %s but was %s"
                        .formatted(
                            key, choices.stream().map(ProcedureOptions::word).toList(), word)));
  }

  /// The word for a constant in options and rows: `FIRST_HIT` is `firstHit`.
  public static String word(Enum<?> constant) {
    StringBuilder word = new StringBuilder();
    for (String part : constant.name().split("_", -1)) {
      String lower = part.toLowerCase(Locale.ROOT);
      word.append(
          word.isEmpty()
              ? lower
              : lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1));
    }
    return word.toString();
  }

  /// True or false.
  public boolean flag(String key, boolean otherwise) {
    Object value = given.getOrDefault(key, otherwise);
    if (value instanceof Boolean flag) {
      return flag;
    }
    throw new IllegalArgumentException("Option " + key + " must be true or false but was " + value);
  }

  /// A list of texts, if it is given.
  public Optional<List<String>> texts(String key) {
    return list(key, String.class);
  }

  /// A list of numbers; empty if it is not given.
  public List<Double> numbers(String key) {
    return list(key, Number.class).orElse(List.of()).stream().map(Number::doubleValue).toList();
  }

  private <T> Optional<List<T>> list(String key, Class<T> type) {
    Object value = given.get(key);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof List<?> list && list.stream().allMatch(type::isInstance)) {
      return Optional.of(list.stream().<T>map(type::cast).toList());
    }
    String of = type == String.class ? "texts" : "numbers";
    throw new IllegalArgumentException(
        "Option " + key + " must be a list of " + of + " but was " + value);
  }

  /// A map of further options; empty if it is not given.
  public Map<String, Object> map(String key) {
    Object value = given.getOrDefault(key, Map.of());
    if (!(value instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException("Option " + key + " must be a map but was " + value);
    }
    Map<String, Object> options = new HashMap<>();
    map.forEach((name, option) -> options.put(String.valueOf(name), option));
    return options;
  }

  /// Any number.
  public double number(String key, double otherwise) {
    Object value = given.getOrDefault(key, otherwise);
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    throw new IllegalArgumentException("Option " + key + " must be a number but was " + value);
  }

  private static String nearest(String word, List<String> known) {
    String best = known.getFirst();
    for (String candidate : known) {
      if (editDistance(word, candidate) < editDistance(word, best)) {
        best = candidate;
      }
    }
    return best;
  }

  private static int editDistance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substitute = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substitute, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
