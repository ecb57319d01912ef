package org.connectarium.graph.columns;

import java.util.Arrays;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;

/// Pairs of segments that a step of agglomeration joins: `from[k]` and `to[k]`, places in
/// [SegmentColumns]. They need not touch.
@SuppressWarnings("ArrayRecordComponent") // flat arrays are the point; never compared
public record Joins(int[] from, int[] to) {

  public int count() {
    return from.length;
  }

  /// These and then the others.
  public Joins and(Joins others) {
    int[] allFrom = Arrays.copyOf(from, from.length + others.from.length);
    int[] allTo = Arrays.copyOf(to, allFrom.length);
    System.arraycopy(others.from, 0, allFrom, from.length, others.from.length);
    System.arraycopy(others.to, 0, allTo, to.length, others.to.length);
    return new Joins(allFrom, allTo);
  }

  /// Gathers joins.
  public static final class Gathering {
    private final IntArrayList from = new IntArrayList();
    private final IntArrayList to = new IntArrayList();

    public void add(int a, int b) {
      from.add(a);
      to.add(b);
    }

    public Joins joins() {
      return new Joins(from.toArray(), to.toArray());
    }
  }
}
