package org.connectarium.graph.spine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.connectarium.graph.columns.Joins;

/// What successful walks claim for their dendrites, by component.
final class Claims {
  private static final int NOBODY = -1;
  private static final int SEVERAL = -2;

  private final int[] component;
  private final int[] dendriteOf;
  private final List<Walk> walks = new ArrayList<>();

  Claims(int[] component) {
    this.component = component;
    this.dendriteOf = new int[component.length];
    Arrays.fill(dendriteOf, NOBODY);
  }

  void add(Walk walk) {
    walks.add(walk);
    int dendrite = component[walk.path().getLast()];
    for (int i = 0; i < walk.path().size(); i++) {
      int claimed = component[walk.path().get(i)];
      if (dendriteOf[claimed] == NOBODY) {
        dendriteOf[claimed] = dendrite;
      } else if (dendriteOf[claimed] != dendrite) {
        dendriteOf[claimed] = SEVERAL;
      }
    }
  }

  /// Each segment of one claim is joined with the one that it was entered from. Where that goes to
  /// neither, and for the head if anything of the path does, it is joined with the dendrite itself.
  Joins joins() {
    Joins.Gathering joins = new Joins.Gathering();
    for (Walk walk : walks) {
      int end = walk.path().getLast();
      boolean whole = !walk.path().anySatisfy(this::isLost);
      for (int i = 0; i < walk.path().size(); i++) {
        int segment = walk.path().get(i);
        int before = walk.before(i);
        boolean isApart = before < 0 ? !whole : isLost(before);
        if (isApart && !isLost(segment) && segment != end) {
          joins.add(end, segment);
        } else if (!isApart && before >= 0 && !isLost(segment)) {
          joins.add(before, segment);
        }
      }
    }
    return joins.joins();
  }

  private boolean isLost(int segment) {
    return dendriteOf[component[segment]] == SEVERAL;
  }
}
