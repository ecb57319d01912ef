package org.connectarium.reconstruction.classification;

import java.util.ArrayList;
import java.util.List;
import org.connectarium.reconstruction.segmentation.Piece;

/// Features of a contact that its table has already: the boundary evidence that the hierarchy
/// without a classifier goes by, so that one with a classifier knows no less. Evidence is 0 … 1,
/// areas are µm². The direction does not matter.
final class EvidenceFeatures {
  /// Their names.
  static final List<String> NAMES =
      List.of(
          "evidence/mean",
          "evidence/deviation",
          "evidence/minimum",
          "evidence/lowerQuartile",
          "evidence/median",
          "evidence/upperQuartile",
          "evidence/maximum",
          "evidence/area");

  private static final float LEVELS = 255;

  private EvidenceFeatures() {}

  /// Those of a piece, in the order of the names.
  static float[] of(Piece piece) {
    var spread = piece.spread();
    return new float[] {
      piece.boundary(),
      spread.deviation(),
      spread.minimum() / LEVELS,
      spread.lowerQuartile() / LEVELS,
      spread.median() / LEVELS,
      spread.upperQuartile() / LEVELS,
      spread.maximum() / LEVELS,
      (float) piece.areaUm2()
    };
  }

  /// The names without these.
  static List<String> others(List<String> names) {
    return names.stream().filter(name -> !NAMES.contains(name)).toList();
  }

  /// A row of all names, from a row of the others and the piece.
  static float[] with(float[] others, Piece piece, List<String> names) {
    if (others.length == names.size()) {
      return others;
    }
    float[] own = of(piece);
    float[] row = new float[names.size()];
    int next = 0;
    for (int i = 0; i < row.length; i++) {
      int at = NAMES.indexOf(names.get(i));
      row[i] = at >= 0 ? own[at] : others[next++];
    }
    return row;
  }

  /// All names of some others.
  static List<String> and(List<String> others) {
    List<String> all = new ArrayList<>(others);
    all.addAll(NAMES);
    return List.copyOf(all);
  }
}
