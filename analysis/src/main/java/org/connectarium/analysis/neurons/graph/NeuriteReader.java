package org.connectarium.analysis.neurons.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.connectarium.analysis.neurons.Boutons;
import org.connectarium.analysis.neurons.Neurite;
import org.connectarium.analysis.neurons.PathTree;
import org.connectarium.graph.hierarchy.Ancestry;
import org.connectarium.graph.join.Joins;
import org.connectarium.graph.schema.GraphSchema;
import org.connectarium.graph.schema.NodeId;
import org.eclipse.collections.impl.list.mutable.primitive.DoubleArrayList;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;
import org.eclipse.collections.impl.map.mutable.primitive.LongIntHashMap;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;

/// Reads an agglomerate as a neurite: its synapses, its spine heads, and the path through the
/// deepest voxels of its segments.
final class NeuriteReader {
  private static final String KIND = "kind";
  private static final double UM3_IN_NM3 = 1e9;
  private static final int MAX_SYNAPSES = 4_000;

  private final ClassifyOptions options;

  NeuriteReader(ClassifyOptions options) {
    this.options = options;
  }

  /* The segments of a neuron in ascending order of their ids, and what links them. */
  private static final class Shape {
    private final List<Node> segments;
    private final LongIntHashMap place = new LongIntHashMap();
    private final boolean[] inHead;
    private final Set<Node> heads = new HashSet<>();

    Shape(Node neuron) {
      segments = new ArrayList<>();
      Ancestry.segmentsAt(neuron, Joins.NOW, segments::add);
      segments.sort(Comparator.comparingLong(s -> (long) s.getProperty("id")));
      inHead = new boolean[segments.size()];
      for (int i = 0; i < segments.size(); i++) {
        place.put(NodeId.of(segments.get(i)), i);
        Relationship in =
            segments.get(i).getSingleRelationship(GraphSchema.IN_HEAD, Direction.OUTGOING);
        inHead[i] = in != null;
        if (in != null) {
          heads.add(in.getEndNode());
        }
      }
    }

    /// @param trunk without spine heads
    PathTree tree(boolean trunk) {
      double[] points = new double[3 * segments.size()];
      IntArrayList from = new IntArrayList();
      IntArrayList to = new IntArrayList();
      for (int i = 0; i < segments.size(); i++) {
        Node segment = segments.get(i);
        points[3 * i] = number(segment, "insideX");
        points[3 * i + 1] = number(segment, "insideY");
        points[3 * i + 2] = number(segment, "insideZ");
        for (Relationship contact :
            segment.getRelationships(Direction.OUTGOING, GraphSchema.CONTACT)) {
          int other = place.getIfAbsent(NodeId.ofEnd(contact), -1);
          if (other >= 0 && !(trunk && (inHead[i] || inHead[other]))) {
            from.add(i);
            to.add(other);
          }
        }
      }
      return PathTree.of(points, from.toArray(), to.toArray());
    }
  }

  /* A synapse at which the neuron sends. */
  private record Sent(int segment, boolean spine) {}

  /// The figures of a neuron.
  Neurite read(Node neuron) {
    Shape shape = new Shape(neuron);
    PathTree path = shape.tree(false);
    Map<Long, Sent> sent = new TreeMap<>();
    int primary = 0;
    for (Relationship pre : neuron.getRelationships(Direction.OUTGOING, GraphSchema.PRE)) {
      Node synapse = pre.getEndNode();
      String kind = (String) synapse.getProperty(KIND, "");
      primary += kind.equals("primarySpine") ? 1 : 0;
      sent.put(
          (long) synapse.getProperty("id"),
          new Sent(
              shape.place.getIfAbsent(NodeId.of(preSegment(synapse)), 0), kind.endsWith("Spine")));
    }
    int receives = 0;
    int onSoma = 0;
    for (Relationship post : neuron.getRelationships(Direction.INCOMING, GraphSchema.POST)) {
      receives++;
      onSoma += post.getStartNode().getProperty(KIND, "").equals("soma") ? 1 : 0;
    }
    List<Sent> sends = List.copyOf(sent.values());
    List<List<Integer>> boutons =
        isTooLarge(sends.size())
            ? List.of()
            : Boutons.of(
                sends.size(),
                (a, b) -> path.distanceNm(sends.get(a).segment, sends.get(b).segment),
                options.boutonNm());
    return new Neurite(
        (String) neuron.getProperty(KIND),
        sends.size(),
        primary,
        (int) sends.stream().filter(Sent::spine).count(),
        receives,
        onSoma,
        options.pathFactor() * path.lengthNm() / 1000,
        options.pathFactor() * shape.tree(true).lengthNm() / 1000,
        shape.heads.size(),
        boutons.size(),
        (int)
            boutons.stream()
                .filter(b -> b.stream().filter(i -> sends.get(i).spine).count() > 1)
                .count(),
        medianVolume(shape, path, sends, boutons));
  }

  /// True if no boutons are made of so many synapses: no axon has them, but a merger of many.
  static boolean isTooLarge(int synapses) {
    return synapses > MAX_SYNAPSES;
  }

  /* The segment that sends at the surest contact, of equally sure ones the first. */
  private static Node preSegment(Node synapse) {
    Node best = null;
    for (Relationship of : synapse.getRelationships(Direction.INCOMING, GraphSchema.SUPPORTS)) {
      Node contact = of.getStartNode();
      if (best == null
          || number(contact, "p") > number(best, "p")
          || (number(contact, "p") == number(best, "p")
              && number(contact, "number") < number(best, "number"))) {
        best = contact;
      }
    }
    if (best == null) {
      throw new IllegalStateException("A synapse has no contact: " + synapse);
    }
    return best.getSingleRelationship(GraphSchema.FROM, Direction.OUTGOING).getEndNode();
  }

  private OptionalDouble medianVolume(
      Shape shape, PathTree path, List<Sent> sends, List<List<Integer>> boutons) {
    if (options.voxelNm3().isEmpty() || boutons.isEmpty()) {
      return OptionalDouble.empty();
    }
    double perVoxel = options.voxelNm3().getAsDouble() / UM3_IN_NM3;
    DoubleArrayList volumes = new DoubleArrayList();
    for (List<Integer> bouton : boutons) {
      double volume = 0;
      for (int i = 0; i < shape.segments.size(); i++) {
        int segment = i;
        boolean near =
            bouton.stream()
                .anyMatch(
                    s -> path.distanceNm(segment, sends.get(s).segment) <= options.boutonReachNm());
        volume += near ? perVoxel * number(shape.segments.get(i), "voxels") : 0;
      }
      volumes.add(volume);
    }
    double[] sorted = volumes.toArray();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return OptionalDouble.of(
        sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2);
  }

  private static double number(Node node, String property) {
    return ((Number) node.getProperty(property)).doubleValue();
  }
}
