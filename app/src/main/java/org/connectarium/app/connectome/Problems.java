package org.connectarium.app.connectome;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.connectarium.graph.connectome.Finding;
import org.connectarium.ingest.volume.BadInputException;

/// Counts what is amiss in the tables of a data set.
final class Problems {
  private static final int LINES = 20;

  private final Map<Problem, Policy> policies;
  private final Map<Key, Tally> tallies = new LinkedHashMap<>();

  private record Key(String table, Problem problem) {}

  private static final class Tally {
    private final Path file;
    private final String example;
    private final List<Long> lines = new ArrayList<>();
    private long count;

    Tally(Path file, String example) {
      this.file = file;
      this.example = example;
    }

    void add(long line) {
      count++;
      if (lines.size() < LINES) {
        lines.add(line);
      }
    }
  }

  Problems(Map<Problem, Policy> policies) {
    this.policies = policies;
  }

  /// Takes down a problem.
  ///
  /// @param what is amiss, with the value
  /// @return what is done with the row
  Policy add(String table, Problem problem, Path file, long line, String what) {
    tallies
        .computeIfAbsent(
            new Key(table, problem), _ -> new Tally(file, "line " + line + ": " + what))
        .add(line);
    return policyOf(problem);
  }

  /// @throws BadInputException if there is one whose policy is to reject
  void requireNoneRejected() {
    String rejected =
        tallies.entrySet().stream()
            .filter(e -> policyOf(e.getKey().problem()) == Policy.REJECT)
            .map(e -> refusal(e.getKey().problem(), e.getValue()))
            .collect(Collectors.joining("; "));
    if (!rejected.isEmpty()) {
      throw new BadInputException(rejected + "; nothing was imported");
    }
  }

  List<Finding> findings() {
    return tallies.entrySet().stream()
        .map(
            e ->
                new Finding(
                    e.getKey().table(),
                    e.getKey().problem().key(),
                    policyOf(e.getKey().problem()).word(),
                    e.getValue().count,
                    e.getValue().lines,
                    e.getValue().example))
        .toList();
  }

  private Policy policyOf(Problem problem) {
    return policies.getOrDefault(problem, problem.usual());
  }

  private static String refusal(Problem problem, Tally tally) {
    String others =
        problem.policies().stream()
            .filter(p -> p != Policy.REJECT)
            .map(Policy::word)
            .collect(Collectors.joining(" or "));
    String more = tally.count > 1 ? " (and " + (tally.count - 1) + " more)" : "";
    return "%s %s%s: mend the table, or set policy.%s to %s"
        .formatted(tally.file, tally.example, more, problem.key(), others);
  }
}
