package org.connectarium.graph.branch;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.connectarium.graph.edit.EditNote;
import org.connectarium.graph.edit.SegmentPair;
import org.connectarium.graph.edit.SplitOptions;
import org.neo4j.graphdb.Node;

/// An edit that a branch proposes. What it says about pairs of segments is fixed when it is
/// added; so it means the same when the branch is looked at or taken over later.
///
/// @param number from 1 in its branch, never used again there
/// @param pairs of a merge the pair that is joined, of a split those that are cut
/// @param decision of an undo or redo: the decision it is about, else 0
/// @param base the latest decision when it was added
public record BranchEdit(
    long number,
    Kind kind,
    List<Long> sources,
    List<Long> sinks,
    List<SegmentPair> pairs,
    long decision,
    long base,
    EditNote note,
    ZonedDateTime at) {

  /// What an edit does.
  public enum Kind {
    MERGE,
    SPLIT,
    UNDO,
    REDO;

    /// Its name in the graph.
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static BranchEdit merge(long a, long b, long base, EditNote note) {
    List<SegmentPair> pairs = List.of(new SegmentPair(Math.min(a, b), Math.max(a, b)));
    return new BranchEdit(0, Kind.MERGE, List.of(a), List.of(b), pairs, 0, base, note, now());
  }

  static BranchEdit split(SplitOptions o, List<SegmentPair> pairs, long base, EditNote note) {
    return new BranchEdit(0, Kind.SPLIT, o.sources(), o.sinks(), pairs, 0, base, note, now());
  }

  static BranchEdit undo(long decision, long base, EditNote note) {
    return ofDecision(Kind.UNDO, decision, base, note);
  }

  static BranchEdit redo(long decision, long base, EditNote note) {
    return ofDecision(Kind.REDO, decision, base, note);
  }

  private static BranchEdit ofDecision(Kind kind, long decision, long base, EditNote note) {
    return new BranchEdit(0, kind, List.of(), List.of(), List.of(), decision, base, note, now());
  }

  private static ZonedDateTime now() {
    return ZonedDateTime.now(ZoneOffset.UTC);
  }

  void store(Node node, long newNumber) {
    node.setProperty("number", newNumber);
    node.setProperty("kind", kind.label());
    node.setProperty("sources", longs(sources));
    node.setProperty("sinks", longs(sinks));
    node.setProperty("low", pairs.stream().mapToLong(SegmentPair::low).toArray());
    node.setProperty("high", pairs.stream().mapToLong(SegmentPair::high).toArray());
    node.setProperty("decision", decision);
    node.setProperty("base", base);
    node.setProperty("by", note.by());
    node.setProperty("reason", note.reason());
    node.setProperty("at", at);
  }

  static BranchEdit load(Node node) {
    long[] low = (long[]) node.getProperty("low");
    long[] high = (long[]) node.getProperty("high");
    List<SegmentPair> pairs = new ArrayList<>();
    for (int i = 0; i < low.length; i++) {
      pairs.add(new SegmentPair(low[i], high[i]));
    }
    return new BranchEdit(
        (long) node.getProperty("number"),
        Kind.valueOf(((String) node.getProperty("kind")).toUpperCase(Locale.ROOT)),
        list(node, "sources"),
        list(node, "sinks"),
        pairs,
        (long) node.getProperty("decision"),
        (long) node.getProperty("base"),
        new EditNote((String) node.getProperty("by"), (String) node.getProperty("reason")),
        (ZonedDateTime) node.getProperty("at"));
  }

  private static long[] longs(List<Long> ids) {
    return ids.stream().mapToLong(id -> id).toArray();
  }

  private static List<Long> list(Node node, String key) {
    return LongStream.of((long[]) node.getProperty(key)).boxed().toList();
  }
}
