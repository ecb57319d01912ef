package org.connectarium.analysis.evaluation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.LongUnaryOperator;

/// How many voxels each pair (segment, truth) shares; grows block by block.
///
/// - voxels with truth 0 are not counted; segment 0 is counted as label 0
/// - the order of blocks changes nothing in [#overlaps]
/// - cost: O(1) per voxel, about 50 bytes per distinct pair; one thread at a time, so that each
///   thread fills its own and [#add(Contingency)] joins them
public final class Contingency {
  /// One pair of labels that occurs.
  ///
  /// @param segment label of the segmentation, 0 = background
  /// @param truth label of the truth, never 0
  /// @param voxels voxels with both labels, at least 1
  public record Overlap(long segment, long truth, long voxels) {}

  private long[] segments = new long[1 << 10];
  private long[] truths = new long[1 << 10];
  private long[] counts = new long[1 << 10];
  private int pairs;

  /// The table of two label arrays of the same voxels.
  public static Contingency of(long[] segments, long[] truth) {
    Contingency table = new Contingency();
    table.add(segments, truth);
    return table;
  }

  /// Adds the voxels of one block.
  ///
  /// @throws IllegalArgumentException if the arrays differ in length
  public void add(long[] segmentLabels, long[] truthLabels) {
    if (segmentLabels.length != truthLabels.length) {
      throw new IllegalArgumentException(
          "Segmentation has %d voxels but truth has %d; they must cover the same box"
              .formatted(segmentLabels.length, truthLabels.length));
    }
    /* neighbours mostly share both labels, so count runs */
    for (int i = 0; i < truthLabels.length; ) {
      long segment = segmentLabels[i];
      long truth = truthLabels[i];
      int begin = i;
      while (i < truthLabels.length && segmentLabels[i] == segment && truthLabels[i] == truth) {
        i++;
      }
      add(segment, truth, i - begin);
    }
  }

  /// Adds voxels that share both labels.
  public void add(long segment, long truth, long voxels) {
    if (truth != 0 && voxels != 0) {
      count(segment, truth, voxels);
    }
  }

  /// Adds all voxels of another table.
  public void add(Contingency other) {
    for (int slot = 0; slot < other.counts.length; slot++) {
      if (other.counts[slot] != 0) {
        count(other.segments[slot], other.truths[slot], other.counts[slot]);
      }
    }
  }

  /// The table of the same voxels with their segments renamed, for example joined.
  public Contingency renamed(LongUnaryOperator newLabel) {
    Contingency table = new Contingency();
    for (int slot = 0; slot < counts.length; slot++) {
      if (counts[slot] != 0) {
        table.count(newLabel.applyAsLong(segments[slot]), truths[slot], counts[slot]);
      }
    }
    return table;
  }

  /// Voxels with truth.
  public long voxels() {
    return Arrays.stream(counts).sum();
  }

  /// All pairs that occur, by truth and then by segment.
  public Overlap[] overlaps() {
    Overlap[] out = new Overlap[pairs];
    for (int slot = 0, n = 0; slot < counts.length; slot++) {
      if (counts[slot] != 0) {
        out[n++] = new Overlap(segments[slot], truths[slot], counts[slot]);
      }
    }
    Arrays.sort(out, Comparator.comparingLong(Overlap::truth).thenComparingLong(Overlap::segment));
    return out;
  }

  private void count(long segment, long truth, long voxels) {
    int slot = slot(segment, truth);
    if (counts[slot] == 0) {
      if (2 * pairs >= counts.length) {
        grow();
        slot = slot(segment, truth);
      }
      segments[slot] = segment;
      truths[slot] = truth;
      pairs++;
    }
    counts[slot] += voxels;
  }

  private int slot(long segment, long truth) {
    int mask = counts.length - 1;
    long mixed = (segment * 0x9E3779B97F4A7C15L + truth) * 0xD1B54A32D192ED03L;
    int slot = (int) (mixed >>> 32) & mask;
    while (counts[slot] != 0 && (segments[slot] != segment || truths[slot] != truth)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldSegments = segments;
    long[] oldTruths = truths;
    long[] oldCounts = counts;
    segments = new long[2 * oldCounts.length];
    truths = new long[segments.length];
    counts = new long[segments.length];
    pairs = 0;
    for (int slot = 0; slot < oldCounts.length; slot++) {
      if (oldCounts[slot] != 0) {
        count(oldSegments[slot], oldTruths[slot], oldCounts[slot]);
      }
    }
  }
}
