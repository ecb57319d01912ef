package org.connectarium.graph.partition;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;

/// The nodes of each group while they change. A list keeps nodes that have left it until it is
/// asked for; so a move costs nothing.
final class Members {
  private final int[] group;
  private final List<IntArrayList> lists = new ArrayList<>();
  private final int[] lookedAt;
  private int looks;

  /// @param group group of each node; changed by the caller and by [#move]
  Members(int[] group) {
    this.group = group;
    this.lookedAt = new int[group.length];
    for (int v = 0; v < group.length; v++) {
      move(v, group[v]);
    }
  }

  /// Number of groups, which is also the name of the next new one. Some may be empty.
  int groups() {
    return lists.size();
  }

  /// No fewer than the nodes of a group.
  int atMost(int g) {
    return lists.get(g).size();
  }

  /// The nodes of a group, each once.
  IntArrayList of(int g) {
    looks++;
    IntArrayList now = new IntArrayList();
    IntArrayList list = lists.get(g);
    for (int i = 0; i < list.size(); i++) {
      int v = list.get(i);
      if (group[v] == g && lookedAt[v] != looks) {
        lookedAt[v] = looks;
        now.add(v);
      }
    }
    lists.set(g, now);
    return now;
  }

  void move(int v, int g) {
    while (lists.size() <= g) {
      lists.add(new IntArrayList(0));
    }
    group[v] = g;
    lists.get(g).add(v);
  }
}
