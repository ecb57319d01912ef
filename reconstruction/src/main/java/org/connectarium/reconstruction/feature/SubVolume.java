package org.connectarium.reconstruction.feature;

import java.util.List;

/// What is pooled over: the seven sub-volumes of a contact, in the order of feature names (the
/// border, and on each side what lies within 40, 80 and 160 nm of it), and a whole segment.
enum SubVolume {
  BORDER("border", 0, 1),
  S1_40("S1@40", 1, 2),
  S1_80("S1@80", 1, 3),
  S1_160("S1@160", 1, 4),
  S2_40("S2@40", 4, 5),
  S2_80("S2@80", 4, 6),
  S2_160("S2@160", 4, 7),
  SEGMENT("segment", 0, 1);

  /// Those of a contact.
  static final List<SubVolume> OF_CONTACT =
      List.of(BORDER, S1_40, S1_80, S1_160, S2_40, S2_80, S2_160);

  private final String label;
  private final int from;
  private final int to;

  SubVolume(String label, int from, int to) {
    this.label = label;
    this.from = from;
    this.to = to;
  }

  String label() {
    return label;
  }

  /// Its first group of [SubVolumes].
  int from() {
    return from;
  }

  /// The group after its last one.
  int to() {
    return to;
  }
}
