package org.connectarium.graph.soma;

import java.util.Arrays;
import org.connectarium.graph.columns.ContactColumns;
import org.connectarium.graph.columns.ContactsBySegment;
import org.connectarium.graph.columns.DisjointSets;
import org.eclipse.collections.impl.map.mutable.primitive.IntLongHashMap;

/// What somata enclose, wholly or nearly.
final class Enclosed {
  private static final int NONE = -1;
  private static final int SEVERAL = -2;

  private Enclosed() {}

  /// The soma that each unit is cut off by from the largest part of what it hangs together with; −1
  /// if there is none or more than one such soma.
  static int[] wholly(ContactColumns contacts, int[] soma) {
    DisjointSets all = new DisjointSets(soma.length);
    DisjointSets without = new DisjointSets(soma.length);
    for (int k = 0; k < contacts.count(); k++) {
      int a = contacts.from()[k];
      int b = contacts.to()[k];
      all.join(a, b);
      if (soma[a] < 0 && soma[b] < 0) {
        without.join(a, b);
      }
    }
    int[] touched = touched(contacts, soma, without);
    int[] outside = largestParts(soma, all, without);
    int[] enclosedBy = new int[soma.length];
    for (int u = 0; u < soma.length; u++) {
      int part = without.root(u);
      boolean isInside = soma[u] < 0 && part != outside[all.root(u)];
      enclosedBy[u] = isInside && touched[part] >= 0 ? touched[part] : NONE;
    }
    return enclosedBy;
  }

  /* The soma that each part touches. */
  private static int[] touched(ContactColumns contacts, int[] soma, DisjointSets without) {
    int[] touched = new int[soma.length];
    Arrays.fill(touched, NONE);
    for (int k = 0; k < contacts.count(); k++) {
      int a = contacts.from()[k];
      int b = contacts.to()[k];
      if (soma[a] < 0 != soma[b] < 0) {
        int part = without.root(soma[a] < 0 ? a : b);
        int of = Math.max(soma[a], soma[b]);
        touched[part] = touched[part] == NONE || touched[part] == of ? of : SEVERAL;
      }
    }
    return touched;
  }

  /* The largest part of each connected whole, by the root of the whole. */
  private static int[] largestParts(int[] soma, DisjointSets all, DisjointSets without) {
    int[] size = new int[soma.length];
    for (int u = 0; u < soma.length; u++) {
      size[without.root(u)] += soma[u] < 0 ? 1 : 0;
    }
    int[] largest = new int[soma.length];
    Arrays.fill(largest, NONE);
    for (int u = 0; u < soma.length; u++) {
      int whole = all.root(u);
      if (soma[u] < 0 && (largest[whole] < 0 || size[without.root(u)] > size[largest[whole]])) {
        largest[whole] = without.root(u);
      }
    }
    return largest;
  }

  /// The soma that a unit touches with at least a share of its border voxels; −1 if there is none.
  static int nearly(
      ContactColumns contacts, ContactsBySegment byUnit, int[] soma, int unit, double minShare) {
    IntLongHashMap touching = new IntLongHashMap();
    long border = 0;
    for (int c = byUnit.start()[unit]; c < byUnit.start()[unit + 1]; c++) {
      int contact = byUnit.contact()[c];
      int other = contacts.other(contact, unit);
      if (other != unit) {
        border += contacts.voxels()[contact];
        if (soma[other] >= 0) {
          touching.addToValue(soma[other], contacts.voxels()[contact]);
        }
      }
    }
    int best = NONE;
    for (int candidate : touching.keySet().toSortedArray()) {
      if (touching.get(candidate) >= minShare * border
          && (best < 0 || touching.get(candidate) > touching.get(best))) {
        best = candidate;
      }
    }
    return best;
  }
}
