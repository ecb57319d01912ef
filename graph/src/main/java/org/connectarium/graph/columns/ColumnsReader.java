package org.connectarium.graph.columns;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.connectarium.graph.schema.GraphSchema;
import org.connectarium.graph.schema.NodeId;
import org.eclipse.collections.impl.list.mutable.primitive.BooleanArrayList;
import org.eclipse.collections.impl.list.mutable.primitive.FloatArrayList;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;
import org.eclipse.collections.impl.list.mutable.primitive.LongArrayList;
import org.eclipse.collections.impl.map.mutable.primitive.LongIntHashMap;
import org.neo4j.graphdb.Entity;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;

/// Reads all segments and contacts in three store scans: ids first, so that the rest goes straight
/// to its place.
public final class ColumnsReader {
  private static final int CHECK_EVERY = 1 << 14;
  private static final String[] AXES = {"x", "y", "z"};

  private final Transaction tx;
  private final ColumnProperties properties;
  private final Runnable stop;
  private final LongIntHashMap placeOfNode = new LongIntHashMap();
  private long seen;

  private ColumnsReader(Transaction tx, ColumnProperties properties, Runnable stop) {
    this.tx = tx;
    this.properties = properties;
    this.stop = stop;
  }

  /// Everything the steps need. A contact without continuity has 0.
  ///
  /// @param stop asked now and then; throws to end the work
  public static Columns read(Transaction tx, ColumnProperties properties, Runnable stop) {
    ColumnsReader reader = new ColumnsReader(tx, properties, stop);
    return new Columns(reader.segments(), reader.contacts());
  }

  private SegmentColumns segments() {
    LongArrayList ids = new LongArrayList();
    LongArrayList nodeIds = new LongArrayList();
    try (var nodes = tx.findNodes(GraphSchema.SEGMENT)) {
      while (nodes.hasNext()) {
        Node node = nodes.next();
        ids.add((long) node.getProperty("id"));
        nodeIds.add(NodeId.of(node));
        checkNowAndThen();
      }
    }
    SegmentColumns columns = empty(ids.toSortedArray());
    for (int i = 0; i < ids.size(); i++) {
      int at = Arrays.binarySearch(columns.ids(), ids.get(i));
      columns.nodeIds()[at] = nodeIds.get(i);
      placeOfNode.put(nodeIds.get(i), at);
    }
    try (var nodes = tx.findNodes(GraphSchema.SEGMENT)) {
      while (nodes.hasNext()) {
        Node node = nodes.next();
        read(node, placeOfNode.get(NodeId.of(node)), columns);
        checkNowAndThen();
      }
    }
    return columns;
  }

  private static SegmentColumns empty(long[] ids) {
    int n = ids.length;
    Map<Trait, float[]> traits = new EnumMap<>(Trait.class);
    for (Trait trait : Trait.values()) {
      traits.put(trait, new float[n]);
    }
    Set<Trait> known = EnumSet.noneOf(Trait.class);
    return new SegmentColumns(
        ids,
        new long[n],
        new long[n],
        new float[Math.multiplyExact(3, n)],
        new float[Math.multiplyExact(6, n)],
        new int[Math.multiplyExact(6, n)],
        traits,
        known);
  }

  private void read(Node node, int at, SegmentColumns columns) {
    columns.voxels()[at] = number(node, "voxels").longValue();
    for (int axis = 0; axis < 3; axis++) {
      columns.centroidNm()[3 * at + axis] = number(node, AXES[axis]).floatValue();
    }
    System.arraycopy(
        (float[]) node.getProperty("covarianceNm2"), 0, columns.covarianceNm2(), 6 * at, 6);
    System.arraycopy((int[]) node.getProperty("bboxVoxels"), 0, columns.bboxVoxels(), 6 * at, 6);
    for (Trait trait : Trait.values()) {
      if (node.getProperty(properties.of(trait), "") instanceof Number value) {
        columns.trait(trait)[at] = value.floatValue();
        columns.known().add(trait);
      }
    }
  }

  private ContactColumns contacts() {
    IntArrayList from = new IntArrayList();
    IntArrayList to = new IntArrayList();
    FloatArrayList continuity = new FloatArrayList();
    IntArrayList voxels = new IntArrayList();
    FloatArrayList positionNm = new FloatArrayList();
    BooleanArrayList face = new BooleanArrayList();
    try (var contacts = tx.findRelationships(GraphSchema.CONTACT)) {
      while (contacts.hasNext()) {
        Relationship contact = contacts.next();
        from.add(placeOfNode.getOrThrow(NodeId.ofStart(contact)));
        to.add(placeOfNode.getOrThrow(NodeId.ofEnd(contact)));
        boolean isFace = (boolean) contact.getProperty("face");
        face.add(isFace);
        Object p = isFace ? 1f : contact.getProperty(properties.continuity(), 0f);
        continuity.add(((Number) p).floatValue());
        voxels.add(Math.toIntExact(number(contact, "voxels").longValue()));
        for (String axis : AXES) {
          positionNm.add(number(contact, axis).floatValue());
        }
        checkNowAndThen();
      }
    }
    return new ContactColumns(
        from.toArray(),
        to.toArray(),
        continuity.toArray(),
        voxels.toArray(),
        positionNm.toArray(),
        face.toArray());
  }

  private static Number number(Entity entity, String property) {
    return (Number) entity.getProperty(property);
  }

  private void checkNowAndThen() {
    if (++seen % CHECK_EVERY == 0) {
      stop.run();
    }
  }
}
