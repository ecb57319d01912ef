package org.connectarium.analysis.evaluation;

/// How right it was to join segments over their contacts, or not to. A contact should join if both
/// its segments belong to the same cell of the truth; it does if they have the same agglomerate,
/// be it over this contact or by a detour.
///
/// @param contacts contacts whose segments both have a known cell
/// @param unknown contacts that were ignored, because a segment has no known cell
/// @param truePositives joined, and rightly so
/// @param falsePositives joined across two cells
/// @param falseNegatives apart, within one cell
public record ContactMetrics(
    long contacts, long unknown, long truePositives, long falsePositives, long falseNegatives) {

  /// Compares agglomerates with truth.
  ///
  /// @param from first segment of each contact, an index into the arrays that follow
  /// @param to second segment of each contact
  /// @param cell cell of each segment, 0 = unknown
  /// @param agglomerate agglomerate of each segment, 0 = in none, which joins nothing
  public static ContactMetrics of(int[] from, int[] to, long[] cell, long[] agglomerate) {
    long unknown = 0;
    long right = 0;
    long joined = 0;
    long wanted = 0;
    for (int k = 0; k < from.length; k++) {
      int a = from[k];
      int b = to[k];
      if (cell[a] == 0 || cell[b] == 0) {
        unknown++;
      } else {
        boolean isJoined = agglomerate[a] != 0 && agglomerate[a] == agglomerate[b];
        boolean isWanted = cell[a] == cell[b];
        joined += isJoined ? 1 : 0;
        wanted += isWanted ? 1 : 0;
        right += isJoined && isWanted ? 1 : 0;
      }
    }
    return new ContactMetrics(
        from.length - unknown, unknown, right, joined - right, wanted - right);
  }

  /// Share of the joined contacts that are within one cell; NaN if none is joined.
  public double precision() {
    return (double) truePositives / (truePositives + falsePositives);
  }

  /// Share of the contacts within one cell that are joined; NaN if there is none.
  public double recall() {
    return (double) truePositives / (truePositives + falseNegatives);
  }
}
