package org.connectarium.graph.agglomerate;

import org.connectarium.graph.columns.Joins;

/// How segments are grouped: the component of each, numbered from 0, and the joins that led there
/// beside those of the [SegmentGraph], as pairs of its segments.
@SuppressWarnings("ArrayRecordComponent") // flat arrays are the point; never compared
record Grouped(int[] component, int[] extraFrom, int[] extraTo) {

  /// By the joins of the segment graph alone.
  static Grouped of(int[] component) {
    return new Grouped(component, new int[0], new int[0]);
  }

  static Grouped of(int[] component, Joins extra) {
    return new Grouped(component, extra.from(), extra.to());
  }
}
