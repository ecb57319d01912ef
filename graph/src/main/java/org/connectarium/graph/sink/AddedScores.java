package org.connectarium.graph.sink;

import java.util.List;
import java.util.Map;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.schema.GraphSchema;
import org.connectarium.graph.schema.NodeId;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;
import org.eclipse.collections.impl.map.mutable.primitive.LongIntHashMap;
import org.eclipse.collections.impl.map.mutable.primitive.LongObjectHashMap;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;

/// Scores on their way to segments and contacts that are in the graph, inside one transaction. The
/// contacts of a lower segment are read once, whatever number of them get scores.
final class AddedScores {
  private static final String PIECE = "piece";
  private static final int NONE = -1;

  private final Transaction tx;
  private final SegmentNodes nodes;
  private final NamedScores scores;
  private final String[] read;

  AddedScores(Transaction tx, SegmentNodes nodes, NamedScores scores) {
    this.tx = tx;
    this.nodes = nodes;
    this.scores = scores;
    int n = scores.properties().size();
    this.read = scores.properties().toArray(new String[n + 1]);
    this.read[n] = PIECE;
  }

  void toSegments(List<Long> ids) {
    String[] properties = scores.properties().toArray(String[]::new);
    for (int row = 0; row < ids.size(); row++) {
      Node segment = nodes.find(tx, ids.get(row));
      if (!segment.getProperties(properties).isEmpty()) {
        throw hasThem("Segment " + ids.get(row));
      }
      scores.put(row, segment::setProperty);
    }
  }

  void toContacts(List<ContactKey> keys) {
    LongObjectHashMap<IntArrayList> rowsOfLow = new LongObjectHashMap<>();
    for (int row = 0; row < keys.size(); row++) {
      rowsOfLow.getIfAbsentPut(keys.get(row).lowId(), IntArrayList::new).add(row);
    }
    int[] next = new int[keys.size()];
    rowsOfLow.forEachKeyValue((low, rows) -> toContactsOf(nodes.find(tx, low), keys, rows, next));
  }

  /* Rows of the same pair are chained by `next`. */
  private void toContactsOf(Node low, List<ContactKey> keys, IntArrayList rows, int[] next) {
    LongIntHashMap firstOfHigh = new LongIntHashMap(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      int row = rows.get(i);
      long high = NodeId.of(nodes.find(tx, keys.get(row).highId()));
      next[row] = firstOfHigh.getIfAbsent(high, NONE);
      firstOfHigh.put(high, row);
    }
    boolean[] found = new boolean[rows.size()];
    int left = rows.size();
    for (Relationship contact : low.getRelationships(Direction.OUTGOING, GraphSchema.CONTACT)) {
      int first = firstOfHigh.getIfAbsent(NodeId.ofEnd(contact), NONE);
      if (first != NONE) {
        left -= toContact(contact, first, keys, rows, next, found);
      }
    }
    if (left > 0) {
      int i = 0;
      while (found[i]) {
        i++;
      }
      throw new GraphException(
          name(keys.get(rows.get(i)))
              + " is not in the graph, or comes twice; load its batch before its scores");
    }
  }

  private int toContact(
      Relationship contact,
      int first,
      List<ContactKey> keys,
      IntArrayList rows,
      int[] next,
      boolean[] found) {
    Map<String, Object> is = contact.getProperties(read);
    int piece = is.get(PIECE) instanceof Number number ? number.intValue() : NONE;
    for (int row = first; row != NONE; row = next[row]) {
      int at = rows.binarySearch(row);
      if (keys.get(row).piece() == piece && !found[at]) {
        if (is.size() > 1) {
          throw hasThem(name(keys.get(row)));
        }
        scores.put(row, contact::setProperty);
        found[at] = true;
        return 1;
      }
    }
    return 0;
  }

  private GraphException hasThem(String what) {
    return new GraphException(
        "%s has %s already, and none are overwritten; scores of a model come once"
            .formatted(what, String.join(", ", scores.properties())));
  }

  private static String name(ContactKey key) {
    return "The contact of segments %d and %d, piece %d,"
        .formatted(key.lowId(), key.highId(), key.piece());
  }
}
