package org.connectarium.graph.leftover;

import java.util.Arrays;
import org.connectarium.graph.columns.ContactColumns;
import org.connectarium.graph.columns.Joins;

/// Lets each component that is no agglomerate yet join over its most probable contact, if that is
/// sure enough.
///
/// - of equal continuities the contact of more voxels counts, then that of the lower segments
/// - two agglomerates are never joined: each leftover follows one contact, so a chain of them ends
///   at one agglomerate at most; for that reason the order, descending in the paper, has no effect
/// - cost: O(contacts) time; 4 bytes a segment
///
/// Method: A. Motta et al., *Dense connectomic reconstruction in layer 4 of the somatosensory
/// cortex*, Science 2019, [doi:10.1126/science.aay3134](https://doi.org/10.1126/science.aay3134).
public final class Leftovers {
  private Leftovers() {}

  /// The joins, in descending continuity.
  ///
  /// @param component of each segment, 0…segments−1
  /// @param taken true for segments of agglomerates
  /// @param excluded true for segments that neither join nor are joined
  public static Joins join(
      ContactColumns contacts,
      int[] component,
      boolean[] taken,
      boolean[] excluded,
      LeftoverParameters parameters) {
    int[] best = new int[component.length];
    Arrays.fill(best, -1);
    boolean[] isTaken = ofComponents(component, taken);
    boolean[] isExcluded = ofComponents(component, excluded);
    for (int k = 0; k < contacts.count(); k++) {
      int a = component[contacts.from()[k]];
      int b = component[contacts.to()[k]];
      if (a == b || isExcluded[a] || isExcluded[b]) {
        continue;
      }
      if (!isTaken[a] && isBetter(contacts, k, best[a])) {
        best[a] = k;
      }
      if (!isTaken[b] && isBetter(contacts, k, best[b])) {
        best[b] = k;
      }
    }
    Joins.Gathering joins = new Joins.Gathering();
    Arrays.stream(best)
        .filter(k -> k >= 0 && contacts.isAbove(k, parameters.continuityAbove()))
        .distinct()
        .boxed()
        .sorted((k, j) -> isBetter(contacts, k, j) ? -1 : isBetter(contacts, j, k) ? 1 : 0)
        .forEach(k -> joins.add(contacts.from()[k], contacts.to()[k]));
    return joins.joins();
  }

  private static boolean[] ofComponents(int[] component, boolean[] ofSegments) {
    boolean[] of = new boolean[component.length];
    for (int i = 0; i < component.length; i++) {
      of[component[i]] |= ofSegments[i];
    }
    return of;
  }

  private static boolean isBetter(ContactColumns contacts, int k, int than) {
    if (than < 0) {
      return true;
    }
    int by = Float.compare(contacts.continuity()[k], contacts.continuity()[than]);
    by = by != 0 ? by : Integer.compare(contacts.voxels()[k], contacts.voxels()[than]);
    by = by != 0 ? by : Integer.compare(low(contacts, than), low(contacts, k));
    by = by != 0 ? by : Integer.compare(high(contacts, than), high(contacts, k));
    return by > 0;
  }

  private static int low(ContactColumns contacts, int k) {
    return Math.min(contacts.from()[k], contacts.to()[k]);
  }

  private static int high(ContactColumns contacts, int k) {
    return Math.max(contacts.from()[k], contacts.to()[k]);
  }
}
