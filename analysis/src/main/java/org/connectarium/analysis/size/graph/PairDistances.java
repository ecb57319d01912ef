package org.connectarium.analysis.size.graph;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import org.connectarium.analysis.size.SizePairs;
import org.connectarium.analysis.size.SkeletonDistance;
import org.connectarium.analysis.synapses.SynapseTable;
import org.eclipse.collections.impl.map.mutable.primitive.IntObjectHashMap;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;

/// How far the two synapses of a pair lie apart. Skeletons are read once a neuron.
final class PairDistances {
  private static final RelationshipType HAS_SKELETON = RelationshipType.withName("HAS_SKELETON");
  private static final float UM_PER_NM = 1e-3f;

  private final SizedSynapses synapses;
  private final SizePairs pairs;
  private final IntObjectHashMap<List<SkeletonDistance>> skeletons = new IntObjectHashMap<>();

  PairDistances(SizedSynapses synapses, SizePairs pairs) {
    this.synapses = synapses;
    this.pairs = pairs;
  }

  /// Along what a distance is measured.
  enum Along {
    /// Straight through the tissue.
    STRAIGHT,
    /// The skeleton of the axon, if both are of one.
    AXON,
    /// The skeleton of the neuron that receives, if it is one.
    TARGET
  }

  /// Distance of a pair, µm; NaN where it is not known.
  double um(int pair, Along along) {
    SynapseTable table = synapses.table();
    int one = pairs.synapse(pair, 0);
    int two = pairs.synapse(pair, 1);
    return switch (along) {
      case STRAIGHT -> straight(place(one), place(two));
      case AXON -> path(table.pre(one), table.pre(two), one, two);
      case TARGET -> path(table.post(one), table.post(two), one, two);
    };
  }

  private double path(int neuron, int other, int one, int two) {
    if (neuron != other) {
      return Double.NaN;
    }
    List<SkeletonDistance> found = skeletons.getIfAbsentPut(neuron, () -> read(neuron));
    return found.isEmpty() ? Double.NaN : found.getFirst().betweenUm(place(one), place(two));
  }

  private static double straight(float[] a, float[] b) {
    double x = a[0] - b[0];
    double y = a[1] - b[1];
    double z = a[2] - b[2];
    return Math.sqrt(x * x + y * y + z * z);
  }

  private float[] place(int synapse) {
    SynapseTable table = synapses.table();
    return new float[] {
      table.positionUm(synapse, 0), table.positionUm(synapse, 1), table.positionUm(synapse, 2)
    };
  }

  private List<SkeletonDistance> read(int neuron) {
    List<SkeletonDistance> found = new ArrayList<>();
    for (Relationship r :
        synapses.read().neurons().node(neuron).getRelationships(Direction.OUTGOING, HAS_SKELETON)) {
      SkeletonDistance skeleton = skeleton(r.getEndNode());
      if (skeleton != null) {
        found.add(skeleton);
      }
    }
    return found.size() < 2 ? found : List.of(SkeletonDistance.joined(found));
  }

  private static @Nullable SkeletonDistance skeleton(Node node) {
    float[][] axes = {floats(node, "x"), floats(node, "y"), floats(node, "z")};
    double[] parent = numbers(node.getProperty("parent"));
    if (parent.length == 0) {
      return null;
    }
    float[] nodes = new float[3 * parent.length];
    int[] before = new int[parent.length];
    for (int i = 0; i < parent.length; i++) {
      before[i] = (int) parent[i];
      for (int axis = 0; axis < 3; axis++) {
        nodes[3 * i + axis] = axes[axis][i] * UM_PER_NM;
      }
    }
    return SkeletonDistance.of(nodes, before);
  }

  private static float[] floats(Node node, String property) {
    double[] values = numbers(node.getProperty(property));
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  /// The store gives an array of the smallest type that holds the list.
  private static double[] numbers(Object array) {
    int length = Array.getLength(array);
    double[] values = new double[length];
    for (int i = 0; i < length; i++) {
      values[i] = ((Number) Array.get(array, i)).doubleValue();
    }
    return values;
  }
}
