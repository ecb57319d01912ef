package org.connectarium.analysis.geometry.graph;

import java.util.BitSet;
import org.connectarium.analysis.geometry.BlockGrid;
import org.connectarium.analysis.geometry.MembraneBlocks;
import org.connectarium.analysis.synapses.SynapseTable;
import org.connectarium.analysis.synapses.graph.DatasetNeurons;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.hierarchy.AgglomerationState;
import org.connectarium.graph.hierarchy.Ancestry;
import org.connectarium.graph.join.Joins;
import org.connectarium.graph.schema.GraphSchema;
import org.connectarium.graph.schema.NodeId;
import org.eclipse.collections.impl.list.mutable.primitive.FloatArrayList;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;
import org.eclipse.collections.impl.map.mutable.primitive.LongIntHashMap;
import org.neo4j.graphdb.Lock;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;

/// Borders between neurons, or of a neuron with anything else, as columns. 24 bytes each.
final class Borders {
  private static final float UM_PER_NM = 1e-3f;
  private static final int CHECK_EVERY = 1 << 14;

  private final FloatArrayList placesUm = new FloatArrayList(); // x, y, z side by side
  private final IntArrayList sides = new IntArrayList(); // two neurons side by side, −1: none
  private final FloatArrayList areas = new FloatArrayList();
  private final float[] lowest = {
    Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY
  };
  private final float[] highest = {
    Float.NEGATIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NEGATIVE_INFINITY
  };

  private Borders() {}

  /// The contacts of the segments of the neurons, as they are agglomerated now. Faces of blocks,
  /// where one object is cut, are none.
  ///
  /// @return none if the neurons are no agglomerates of segments
  /// @throws GraphException if the agglomeration is not complete
  static Borders ofContacts(Transaction tx, DatasetNeurons neurons, Runnable stop) {
    if (neurons.size() == 0 || !neurons.node(0).hasLabel(GraphSchema.AGGLOMERATE)) {
      return new Borders();
    }
    Lock still = AgglomerationState.complete(tx).still(tx);
    try {
      return ofContactsNow(tx, neurons, stop);
    } finally {
      still.release();
    }
  }

  private static Borders ofContactsNow(Transaction tx, DatasetNeurons neurons, Runnable stop) {
    LongIntHashMap neuronOf = new LongIntHashMap();
    for (int v = 0; v < neurons.size(); v++) {
      int number = v;
      stop.run();
      Ancestry.segmentsAt(
          neurons.node(v), Joins.NOW, segment -> neuronOf.put(NodeId.of(segment), number));
    }
    Borders borders = new Borders();
    long seen = 0;
    try (var contacts = tx.findRelationships(GraphSchema.CONTACT)) {
      while (contacts.hasNext()) {
        Relationship contact = contacts.next();
        int one = neuronOf.getIfAbsent(NodeId.ofStart(contact), -1);
        int two = neuronOf.getIfAbsent(NodeId.ofEnd(contact), -1);
        if (one != two && !(boolean) contact.getProperty("face")) {
          borders.add(
              number(contact, "x") * UM_PER_NM,
              number(contact, "y") * UM_PER_NM,
              number(contact, "z") * UM_PER_NM,
              one,
              two,
              number(contact, "areaUm2"));
        }
        if (++seen % CHECK_EVERY == 0) {
          stop.run();
        }
      }
    }
    return borders;
  }

  private static float number(Relationship contact, String property) {
    return ((Number) contact.getProperty(property)).floatValue();
  }

  /// Synapses in place of membrane: each is 1 µm² of the neuron that receives, and says where the
  /// one that sends is.
  static Borders ofSynapses(SynapseTable table) {
    Borders borders = new Borders();
    for (int i = 0; i < table.size(); i++) {
      float x = table.positionUm(i, 0);
      float y = table.positionUm(i, 1);
      float z = table.positionUm(i, 2);
      if (!Float.isNaN(x + y + z)) {
        borders.add(x, y, z, table.pre(i), -1, 0);
        borders.add(x, y, z, -1, table.post(i), 1);
      }
    }
    return borders;
  }

  private void add(float x, float y, float z, int one, int two, float area) {
    float[] place = {x, y, z};
    for (int axis = 0; axis < 3; axis++) {
      lowest[axis] = Math.min(lowest[axis], place[axis]);
      highest[axis] = Math.max(highest[axis], place[axis]);
    }
    placesUm.addAll(place);
    sides.add(one);
    sides.add(two);
    areas.add(area);
  }

  /// How many there are.
  int size() {
    return areas.size();
  }

  int one(int border) {
    return sides.get(2 * border);
  }

  int two(int border) {
    return sides.get(2 * border + 1);
  }

  double areaUm2(int border) {
    return areas.get(border);
  }

  /// The blocks that hold them.
  MembraneBlocks blocks(Connected connected, double[] blockUm) {
    BlockGrid grid =
        BlockGrid.over(
            new double[] {lowest[0], lowest[1], lowest[2]},
            new double[] {highest[0], highest[1], highest[2]},
            blockUm);
    byte[] classOf = new byte[connected.read().neurons().size()];
    BitSet axons = new BitSet();
    for (int v = 0; v < classOf.length; v++) {
      classOf[v] = connected.columnOf(v);
      axons.set(v, connected.row(v) >= 0);
    }
    MembraneBlocks.Builder builder =
        MembraneBlocks.builder(grid, connected.classes(), classOf, axons);
    for (int i = 0; i < areas.size(); i++) {
      builder.add(
          placesUm.get(3 * i),
          placesUm.get(3 * i + 1),
          placesUm.get(3 * i + 2),
          one(i),
          two(i),
          areas.get(i));
    }
    return builder.build();
  }
}
