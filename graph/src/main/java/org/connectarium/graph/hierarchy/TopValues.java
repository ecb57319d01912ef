package org.connectarium.graph.hierarchy;

import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import org.connectarium.graph.schema.NodeId;
import org.eclipse.collections.impl.list.mutable.primitive.LongArrayList;
import org.eclipse.collections.impl.map.mutable.primitive.LongLongHashMap;
import org.neo4j.graphdb.Node;

/// A value of the tops above many segments, just after one decision. Each part on the way up is
/// climbed once, however many segments are below it.
///
/// Cost: one step a segment and one a part; some 32 bytes a part.
public final class TopValues {
  private final long decision;
  private final ToLongFunction<Node> ofTop;
  private final LongLongHashMap known = new LongLongHashMap();

  /// @param ofTop the value of a top, asked for once each
  public TopValues(long decision, ToLongFunction<Node> ofTop) {
    this.decision = decision;
    this.ofTop = ofTop;
  }

  /// The value of the top above a segment; empty if the segment was its own top.
  public OptionalLong above(Node segment) {
    Node part = Ancestry.parentAt(segment, decision);
    return part == null ? OptionalLong.empty() : OptionalLong.of(of(part));
  }

  private long of(Node part) {
    LongArrayList climbed = new LongArrayList();
    Node top = part;
    for (Node up = part; up != null; up = Ancestry.parentAt(up, decision)) {
      long id = NodeId.of(up);
      if (known.containsKey(id)) {
        return remember(climbed, known.get(id));
      }
      climbed.add(id);
      top = up;
    }
    return remember(climbed, ofTop.applyAsLong(top));
  }

  private long remember(LongArrayList parts, long value) {
    parts.forEach(part -> known.put(part, value));
    return value;
  }
}
