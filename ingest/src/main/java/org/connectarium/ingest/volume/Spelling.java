package org.connectarium.ingest.volume;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// Finds the word that a user probably meant.
public final class Spelling {
  private Spelling() {}

  /// The candidate nearest to a word, if one is near: at most a third of the letters (and always up
  /// to two) inserted, removed, replaced or swapped, whatever the case. Ties go to the first one.
  public static Optional<String> nearest(String word, Collection<String> candidates) {
    int limit = Math.max(2, word.length() / 3);
    String best = "";
    int fewest = limit + 1;
    for (String candidate : candidates) {
      int edits = edits(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
      if (edits < fewest && edits < candidate.length()) {
        fewest = edits;
        best = candidate;
      }
    }
    return fewest <= limit ? Optional.of(best) : Optional.empty();
  }

  /// `; did you mean "…"?` for the nearest candidate, else `; known are …` with all of them.
  public static String hint(String word, Collection<String> candidates) {
    return nearest(word, candidates)
        .map(near -> "; did you mean \"" + near + "\"?")
        .orElseGet(() -> "; known are " + String.join(", ", candidates));
  }

  /// Optimal string alignment distance: insertions, deletions, replacements, swaps of neighbours.
  static int edits(String a, String b) {
    int[][] distance = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          distance[i][j] = i + j;
          continue;
        }
        int replaced = distance[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int least = Math.min(replaced, 1 + Math.min(distance[i - 1][j], distance[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          least = Math.min(least, distance[i - 2][j - 2] + 1);
        }
        distance[i][j] = least;
      }
    }
    return distance[a.length()][b.length()];
  }
}
