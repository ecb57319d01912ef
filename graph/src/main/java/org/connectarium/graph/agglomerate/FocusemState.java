package org.connectarium.graph.agglomerate;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.connectarium.graph.agglomerate.FocusemOptions.FirstAgglomeration;
import org.connectarium.graph.columns.DisjointSets;
import org.connectarium.graph.columns.Joins;

/// What the steps have made so far: components, and as what each segment was claimed. A component
/// is a soma, else a dendrite, else an axon, else a spine head, if one of its segments is claimed
/// so and it is large enough.
final class FocusemState {
  static final int SPINE_HEAD = 1;
  static final int AXON = 2;
  static final int DENDRITE = 4;
  static final int SOMA = 8;

  private final long[] voxels;
  private final FirstAgglomeration axons;
  private final FirstAgglomeration dendrites;
  private final DisjointSets sets;
  private final byte[] claims;

  FocusemState(long[] voxels, FocusemOptions options) {
    this.voxels = voxels;
    this.axons = options.axons();
    this.dendrites = options.dendrites();
    this.sets = new DisjointSets(voxels.length);
    this.claims = new byte[voxels.length];
  }

  /// Components and their classes at one moment.
  @SuppressWarnings("ArrayRecordComponent") // flat arrays are the point; never compared
  record Moment(int[] component, int count, int[] classesOfComponent) {

    /// True for the segments whose components are of any of these classes.
    boolean[] are(int classes) {
      return segments(c -> (classesOfComponent[c] & classes) != 0);
    }

    boolean[] segments(IntPredicate componentIs) {
      boolean[] are = new boolean[component.length];
      for (int i = 0; i < are.length; i++) {
        are[i] = componentIs.test(component[i]);
      }
      return are;
    }

    /// Segments of components that are nothing in particular.
    long unassigned() {
      return Arrays.stream(component).filter(c -> classesOfComponent[c] == 0).count();
    }

    String kind(int c) {
      int classes = classesOfComponent[c];
      if ((classes & SOMA) != 0) {
        return "soma";
      }
      if ((classes & DENDRITE) != 0) {
        return "dendrite";
      }
      if ((classes & AXON) != 0) {
        return "axon";
      }
      return classes == 0 ? "other" : "spinehead";
    }
  }

  void claim(int segment, int as) {
    claims[segment] |= (byte) as;
  }

  /// True if these were two components until now.
  boolean join(int a, int b) {
    return sets.join(a, b);
  }

  /// The number of joins that made one component of two.
  long join(Joins joins) {
    long joined = 0;
    for (int k = 0; k < joins.count(); k++) {
      joined += join(joins.from()[k], joins.to()[k]) ? 1 : 0;
    }
    return joined;
  }

  Moment now() {
    int[] component = sets.labels();
    int count = Arrays.stream(component).max().orElse(-1) + 1;
    int[] classes = new int[count];
    long[] size = new long[count];
    for (int i = 0; i < component.length; i++) {
      classes[component[i]] |= claims[i];
      size[component[i]] += voxels[i];
    }
    for (int c = 0; c < count; c++) {
      classes[c] &= size[c] >= dendrites.minAgglomerateVoxels() ? ~0 : ~DENDRITE;
      // what is a dendrite or a soma is no axon as well
      boolean isAxon =
          size[c] >= axons.minAgglomerateVoxels() && (classes[c] & (DENDRITE | SOMA)) == 0;
      classes[c] &= isAxon ? ~0 : ~AXON;
    }
    return new Moment(component, count, classes);
  }
}
