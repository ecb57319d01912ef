package org.connectarium.ingest.volume;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

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
    Optional<String> near = Spelling.nearest(wanted, present);
    if (near.isPresent()) {
      return "; did you mean \"" + near.get() + "\"?";
    }
    List<String> first = present.stream().limit(LISTED).toList();
    return "; it holds " + String.join(", ", first) + (present.size() > LISTED ? ", …" : "");
  }
}
