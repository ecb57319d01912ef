package org.connectarium.graph.growth;

import java.util.Arrays;
import org.connectarium.graph.columns.Columns;
import org.connectarium.graph.columns.ContactsBySegment;
import org.connectarium.graph.columns.DisjointSets;
import org.connectarium.graph.columns.Joins;
import org.connectarium.graph.columns.Trait;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;
import org.eclipse.collections.impl.map.mutable.primitive.IntObjectHashMap;

/// Lets axons grow over contacts at their ends, with less certainty than a merge at a flank would
/// need. In each round every axon that is large enough takes what lies beyond its good contacts,
/// all at once; what is an axon, too, is joined with it.
///
/// - cost: for each contact that leaves an axon, the segments around it; the more an axon extends
///   along x, the less is looked at in vain. 8 bytes a contact and some 40 a segment
///
/// Method: A. Motta et al., *Dense connectomic reconstruction in layer 4 of the somatosensory
/// cortex*, Science 2019, [doi:10.1126/science.aay3134](https://doi.org/10.1126/science.aay3134).
/// Differs: what was made a dendrite or a soma before is not grown into.
public final class DirectionalGrowth {
  private final Columns columns;
  private final GrowthParameters parameters;
  private final double[] voxelNm;
  private final boolean[] closed;
  private final DisjointSets sets;
  private final boolean[] axon;
  private final ContactsBySegment bySegment;
  private final Runnable stop;

  private DirectionalGrowth(
      Columns columns,
      int[] component,
      boolean[] axon,
      boolean[] closed,
      double[] voxelNm,
      GrowthParameters parameters,
      Runnable stop) {
    this.columns = columns;
    this.parameters = parameters;
    this.voxelNm = voxelNm;
    this.stop = stop;
    this.closed = closed;
    this.sets = DisjointSets.ofLabels(component);
    this.axon = axon.clone();
    this.bySegment = ContactsBySegment.of(columns.segments().count(), columns.contacts());
  }

  /// The joins of all rounds.
  ///
  /// @param component of each segment, 0…segments−1
  /// @param axon true for segments of axons, all of each component or none
  /// @param closed true for segments that are not grown into, nor out of
  /// @param voxelNm size of a voxel, x, y, z
  /// @param stop asked now and then; throws to end the work
  public static Joins grow(
      Columns columns,
      int[] component,
      boolean[] axon,
      boolean[] closed,
      double[] voxelNm,
      GrowthParameters parameters,
      Runnable stop) {
    DirectionalGrowth growth =
        new DirectionalGrowth(columns, component, axon, closed, voxelNm, parameters, stop);
    Joins all = new Joins(new int[0], new int[0]);
    for (int round = 0; round < parameters.rounds(); round++) {
      Joins joins = growth.round();
      if (joins.count() == 0) {
        break;
      }
      all = all.and(joins);
    }
    return all;
  }

  private Joins round() {
    Joins.Gathering joins = new Joins.Gathering();
    axons().forEachValue(members -> growOne(members.toArray(), joins));
    Joins made = joins.joins();
    for (int k = 0; k < made.count(); k++) {
      sets.join(made.from()[k], made.to()[k]);
    }
    // what was taken is an axon now, with all of its component
    boolean[] axonSet = new boolean[axon.length];
    for (int i = 0; i < axon.length; i++) {
      axonSet[sets.root(i)] |= axon[i];
    }
    for (int i = 0; i < axon.length; i++) {
      axon[i] = axonSet[sets.root(i)];
    }
    return made;
  }

  /* Members of each axon that is large enough. */
  private IntObjectHashMap<IntArrayList> axons() {
    IntObjectHashMap<IntArrayList> axons = new IntObjectHashMap<>();
    long[] voxels = new long[axon.length];
    for (int i = 0; i < axon.length; i++) {
      voxels[sets.root(i)] += columns.segments().voxels()[i];
    }
    for (int i = 0; i < axon.length; i++) {
      int root = sets.root(i);
      if (axon[i] && !closed[i] && voxels[root] >= parameters.minSourceVoxels()) {
        axons.getIfAbsentPut(root, IntArrayList::new).add(i);
      }
    }
    return axons;
  }

  private void growOne(int[] members, Joins.Gathering joins) {
    int root = sets.root(members[0]);
    int[] leaving = leaving(members, root);
    if (Arrays.stream(leaving).noneMatch(contact -> canCross(contact, root))) {
      return;
    }
    Boxes boxes = new Boxes(columns.segments(), voxelNm, members);
    Scores scores = Scores.of(columns, bySegment, boxes, leaving, parameters.cloudNm(), stop);
    for (int i = 0; i < leaving.length; i++) {
      if (scores.score()[i] > parameters.scoreAbove()
          && scores.straightness()[i] > parameters.straightnessAbove()
          && canCross(leaving[i], root)) {
        joins.add(columns.contacts().from()[leaving[i]], columns.contacts().to()[leaving[i]]);
      }
    }
  }

  /* Whether all but the direction speaks for the contact. */
  private boolean canCross(int contact, int root) {
    int from = columns.contacts().from()[contact];
    int beyond = sets.root(from) == root ? columns.contacts().to()[contact] : from;
    return !closed[beyond]
        && columns.contacts().isAbove(contact, parameters.continuityAbove())
        && columns.contacts().voxels()[contact] > parameters.contactVoxelsAbove()
        && columns.segments().isAbove(Trait.AXON, beyond, parameters.targetAxonAbove());
  }

  private int[] leaving(int[] members, int root) {
    IntArrayList leaving = new IntArrayList();
    for (int s : members) {
      for (int c = bySegment.start()[s]; c < bySegment.start()[s + 1]; c++) {
        int contact = bySegment.contact()[c];
        if (sets.root(columns.contacts().other(contact, s)) != root) {
          leaving.add(contact);
        }
      }
    }
    return leaving.sortThis().toArray();
  }
}
