package org.connectarium.ingest.volume;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/// The end of an error message about a name that is not there: the name that was probably meant,
/// or else the names there are.
public final class DidYouMean {
  private static final int LISTED = 10;

  private DidYouMean() {}

  /// For example `; did you mean "bodies"?`, or `; it holds a, b, c`, or `; it holds none`.
  ///
  /// @param wanted the name that is not there
  /// @param present the names that are
  public static String hint(String wanted, Collection<String> present) {
    if (present.isEmpty()) {
      return "; it holds none";
    }
    String best = "";
    int bestDistance = Math.max(2, wanted.length() / 3) + 1;
    for (String name : present) {
      int distance = editDistance(wanted.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
      if (distance < bestDistance) {
        best = name;
        bestDistance = distance;
      }
    }
    if (!best.isEmpty()) {
      return "; did you mean \"" + best + "\"?";
    }
    List<String> first = present.stream().limit(LISTED).toList();
    return "; it holds " + String.join(", ", first) + (present.size() > LISTED ? ", …" : "");
  }

  /// Levenshtein distance: insertions, deletions and replacements of single characters.
  static int editDistance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
