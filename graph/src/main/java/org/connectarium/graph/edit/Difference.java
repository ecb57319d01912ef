package org.connectarium.graph.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What a row of decisions made of agglomerates: groups of those that were there before them and
/// those that were there after them, such that the segments of each group are the same.
public final class Difference {
  private final TreeSet<Long> before = new TreeSet<>();
  private final TreeSet<Long> after = new TreeSet<>();
  private final List<Long> decisions = new ArrayList<>();

  private Difference() {}

  /// Agglomerates before and after, and the decisions between.
  public record Group(List<Long> before, List<Long> after, List<Long> decisions) {}

  /// The groups of a row of decisions that follow each other.
  public static List<Group> of(List<EditResult> steps) {
    Map<Long, Difference> of = new HashMap<>(); // by an agglomerate that is there for now
    Set<Difference> all = new LinkedHashSet<>();
    for (EditResult step : steps) {
      Difference group = new Difference();
      for (long id : step.ended()) {
        Difference earlier = of.remove(id);
        if (earlier == null) {
          group.before.add(id);
        } else if (earlier != group) {
          group.take(earlier, of);
          all.remove(earlier);
        }
        group.after.remove(id);
      }
      group.after.addAll(step.made());
      group.decisions.add(step.decision());
      group.after.forEach(id -> of.put(id, group));
      all.add(group);
    }
    return all.stream().map(Difference::group).toList();
  }

  private void take(Difference earlier, Map<Long, Difference> of) {
    before.addAll(earlier.before);
    after.addAll(earlier.after);
    decisions.addAll(earlier.decisions);
    earlier.after.forEach(id -> of.put(id, this));
  }

  private Group group() {
    return new Group(List.copyOf(before), List.copyOf(after), decisions.stream().sorted().toList());
  }
}
