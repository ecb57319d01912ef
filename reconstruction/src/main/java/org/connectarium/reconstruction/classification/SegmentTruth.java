package org.connectarium.reconstruction.classification;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.connectarium.ingest.volume.Box;

/// Which label of a truth volume each segment belongs to: the one that most of its voxels have, if
/// enough of them do.
///
/// A segment is not known if less than half of its voxels have any label, or if the most frequent
/// one has less than 80 % of those: it holds several cells, and no answer about its contacts would
/// be right.
public final class SegmentTruth {
  private static final double LEAST_KNOWN = 0.5;
  private static final double LEAST_SHARE = 0.8;

  /// Fewer nodes of a skeleton in a segment may have strayed there, and say nothing.
  static final int MIN_NODES = 2;

  private final Map<Long, Long> label = new HashMap<>();
  private long unknown;

  private SegmentTruth() {}

  /// Compares segments with a truth.
  ///
  /// @param blocks that segments lie in as a whole
  public static SegmentTruth of(List<Box> blocks, LabelReader segments, LabelReader truth) {
    SegmentTruth out = new SegmentTruth();
    for (Box block : blocks) {
      out.add(segments.read(block), truth.read(block));
    }
    return out;
  }

  /// Compares segments with skeletons: a segment is of a cell that has at least [#MIN_NODES] nodes
  /// in it, if no other cell has a node there; it is not known otherwise.
  public static SegmentTruth ofSkeletons(List<Cells.Skeleton> skeletons) {
    Map<Long, Map<Long, Long>> counts = new HashMap<>();
    for (Cells.Skeleton skeleton : skeletons) {
      for (long id : skeleton.segments()) {
        if (id != 0) {
          counts.computeIfAbsent(id, _ -> new HashMap<>()).merge(skeleton.cell(), 1L, Long::sum);
        }
      }
    }
    SegmentTruth out = new SegmentTruth();
    counts.forEach(
        (id, of) -> {
          Map.Entry<Long, Long> first = of.entrySet().iterator().next();
          if (of.size() == 1 && first.getValue() >= MIN_NODES) {
            out.label.put(id, first.getKey());
          } else {
            out.unknown++;
          }
        });
    return out;
  }

  private void add(long[] ids, long[] labels) {
    Map<Long, Map<Long, Long>> counts = new HashMap<>();
    int from = 0;
    for (int i = 1; i <= ids.length; i++) {
      if (i == ids.length || ids[i] != ids[from] || labels[i] != labels[from]) {
        if (ids[from] != 0) {
          counts
              .computeIfAbsent(ids[from], _ -> new HashMap<>())
              .merge(labels[from], (long) (i - from), Long::sum);
        }
        from = i;
      }
    }
    counts.forEach((id, of) -> decide(id, of));
  }

  private void decide(long id, Map<Long, Long> counts) {
    long all = counts.values().stream().mapToLong(Long::longValue).sum();
    long known = all - counts.getOrDefault(0L, 0L);
    long best = 0;
    long most = 0;
    for (var entry : counts.entrySet()) {
      boolean more = entry.getValue() > most || (entry.getValue() == most && entry.getKey() < best);
      if (entry.getKey() != 0 && more) {
        best = entry.getKey();
        most = entry.getValue();
      }
    }
    if (known >= LEAST_KNOWN * all && most >= LEAST_SHARE * known) {
      label.put(id, best);
    } else {
      unknown++;
    }
  }

  /// The label of a segment, 0 if it is not known.
  public long of(long segment) {
    return label.getOrDefault(segment, 0L);
  }

  /// Number of segments that are not known.
  public long unknown() {
    return unknown;
  }
}
