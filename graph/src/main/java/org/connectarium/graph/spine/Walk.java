package org.connectarium.graph.spine;

import java.util.Comparator;
import java.util.PriorityQueue;
import org.connectarium.graph.columns.Columns;
import org.connectarium.graph.columns.ContactsBySegment;
import org.connectarium.graph.columns.SegmentColumns;
import org.connectarium.graph.columns.Trait;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;
import org.eclipse.collections.impl.set.mutable.primitive.IntHashSet;

/// The walk of one head: of all segments that touch the path and may be entered, the most probable
/// one is next (of equal ones that of the lower place), until it is of a dendrite.
final class Walk {
  private static final Comparator<Candidate> MOST_PROBABLE =
      Comparator.comparingDouble((Candidate c) -> -c.continuity())
          .thenComparingInt(Candidate::segment)
          .thenComparingInt(Candidate::before);

  private final Columns columns;
  private final ContactsBySegment bySegment;
  private final boolean[] dendrite;
  private final boolean[] closed;
  private final SpineParameters parameters;

  private final PriorityQueue<Candidate> frontier = new PriorityQueue<>(MOST_PROBABLE);
  private final IntHashSet visited = new IntHashSet();
  private final IntArrayList path = new IntArrayList();
  private final IntArrayList before = new IntArrayList();

  private record Candidate(float continuity, int segment, int before) {}

  Walk(
      Columns columns,
      ContactsBySegment bySegment,
      boolean[] dendrite,
      boolean[] closed,
      SpineParameters parameters) {
    this.columns = columns;
    this.bySegment = bySegment;
    this.dendrite = dendrite;
    this.closed = closed;
    this.parameters = parameters;
  }

  /// True if it ends at a dendrite.
  boolean reachesDendrite(int[] head) {
    for (int segment : head) {
      visited.add(segment);
    }
    for (int segment : head) {
      enter(segment, -1);
    }
    for (int step = 0; step < parameters.maxSteps(); step++) {
      Candidate next = frontier.poll();
      while (next != null && visited.contains(next.segment)) {
        next = frontier.poll();
      }
      if (next == null || next.continuity < (float) parameters.minContinuity()) {
        return false;
      }
      visited.add(next.segment);
      enter(next.segment, next.before);
      if (dendrite[next.segment]) {
        return true;
      }
    }
    return false;
  }

  /// The segments of the path: those of the head, then one a step.
  IntArrayList path() {
    return path;
  }

  /// The segment of the path that segment `path()[i]` was entered from; −1 in the head.
  int before(int i) {
    return before.get(i);
  }

  private void enter(int segment, int from) {
    path.add(segment);
    before.add(from);
    for (int c = bySegment.start()[segment]; c < bySegment.start()[segment + 1]; c++) {
      int contact = bySegment.contact()[c];
      int other = columns.contacts().other(contact, segment);
      if (!visited.contains(other) && mayEnter(other)) {
        frontier.add(new Candidate(columns.contacts().continuity()[contact], other, segment));
      }
    }
  }

  private boolean mayEnter(int segment) {
    SegmentColumns segments = columns.segments();
    return !closed[segment]
        && !segments.isAbove(Trait.AXON, segment, parameters.maxAxon())
        && segments.trait(Trait.DENDRITE)[segment] >= (float) parameters.minDendrite()
        && !segments.isAbove(Trait.GLIA, segment, parameters.maxGlia())
        && !segments.isAbove(Trait.VESSEL, segment, parameters.maxVessel())
        && !segments.isAbove(Trait.NUCLEUS, segment, parameters.maxNucleus());
  }
}
