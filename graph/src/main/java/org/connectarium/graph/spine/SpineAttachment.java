package org.connectarium.graph.spine;

import java.util.Map;
import java.util.TreeMap;
import org.connectarium.graph.columns.Columns;
import org.connectarium.graph.columns.ContactColumns;
import org.connectarium.graph.columns.ContactsBySegment;
import org.connectarium.graph.columns.Joins;
import org.connectarium.graph.columns.SegmentColumns;
import org.connectarium.graph.columns.Trait;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;

/// Makes spine heads of segments, and attaches them to dendrites by walks.
///
/// Each head that may be dendritic walks over the most probable contacts. A walk that ends at a
/// dendrite gives all of its path to it; what two dendrites claim goes to neither. The walks do not
/// see each other, so their order has no effect.
///
/// - cost: a walk enters at most `maxSteps` segments, and looks at all contacts of these; 8 bytes a
///   contact and some 20 a segment
///
/// Method: A. Motta et al., *Dense connectomic reconstruction in layer 4 of the somatosensory
/// cortex*, Science 2019, [doi:10.1126/science.aay3134](https://doi.org/10.1126/science.aay3134).
/// Differs: a claim is for all that is one with the segment already, as the pieces of an object cut
/// by block faces.
public final class SpineAttachment {
  private SpineAttachment() {}

  /// Joins over sure contacts within spine heads.
  ///
  /// @param free true for segments that are of no agglomerate yet; only these make heads
  public static Joins heads(Columns columns, boolean[] free, SpineParameters parameters) {
    SegmentColumns segments = columns.segments();
    ContactColumns contacts = columns.contacts();
    Joins.Gathering joins = new Joins.Gathering();
    for (int k = 0; k < contacts.count(); k++) {
      int a = contacts.from()[k];
      int b = contacts.to()[k];
      if (free[a]
          && free[b]
          && segments.isAbove(Trait.SPINE_HEAD, a, parameters.headAbove())
          && segments.isAbove(Trait.SPINE_HEAD, b, parameters.headAbove())
          && contacts.isAbove(k, parameters.headContinuityAbove())) {
        joins.add(a, b);
      }
    }
    return joins.joins();
  }

  /// Joins that attach heads to dendrites.
  ///
  /// @param component of each segment, 0…segments−1; each head is of one component
  /// @param head true for segments of heads that may be attached
  /// @param dendrite true for segments of dendrites, all of each component or none
  /// @param closed true for segments that are not entered, such as those of axons
  /// @param stop asked now and then; throws to end the work
  public static Joins attach(
      Columns columns,
      int[] component,
      boolean[] head,
      boolean[] dendrite,
      boolean[] closed,
      SpineParameters parameters,
      Runnable stop) {
    ContactsBySegment bySegment =
        ContactsBySegment.of(columns.segments().count(), columns.contacts());
    Claims claims = new Claims(component);
    heads(columns, component, head, parameters)
        .values()
        .forEach(
            members -> {
              stop.run();
              Walk walk = new Walk(columns, bySegment, dendrite, closed, parameters);
              if (walk.reachesDendrite(members.toArray())) {
                claims.add(walk);
              }
            });
    return claims.joins();
  }

  /* The members of each head that starts a walk, by component. */
  private static Map<Integer, IntArrayList> heads(
      Columns columns, int[] component, boolean[] head, SpineParameters parameters) {
    boolean[] starts = new boolean[component.length];
    for (int i = 0; i < component.length; i++) {
      starts[component[i]] |=
          head[i] && columns.segments().isAbove(Trait.DENDRITE, i, parameters.startDendriteAbove());
    }
    Map<Integer, IntArrayList> heads = new TreeMap<>();
    for (int i = 0; i < component.length; i++) {
      if (head[i] && starts[component[i]]) {
        heads.computeIfAbsent(component[i], c -> new IntArrayList()).add(i);
      }
    }
    return heads;
  }
}
