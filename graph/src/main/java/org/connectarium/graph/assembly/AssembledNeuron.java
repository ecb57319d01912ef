package org.connectarium.graph.assembly;

import java.util.List;
import org.connectarium.graph.schema.GraphSchema;
import org.neo4j.graphdb.Node;

/// Agglomerates as neurons of a data set: those that have a synapse.
final class AssembledNeuron {
  private static final String DATASET = "dataset";

  /* What was measured of its synapses and segments. */
  private static final List<String> FIGURES =
      List.of(
          "class",
          "pathUm",
          "boutons",
          "spines",
          "spinesPerUm",
          "primarySpineShare",
          "pThalamocortical");

  private AssembledNeuron() {}

  /// Makes it a neuron if it has a synapse, else none.
  ///
  /// @return 1 if it became one, −1 if it is none any more, else 0
  static int mark(Node agglomerate, String dataset) {
    boolean was = agglomerate.hasLabel(GraphSchema.NEURON);
    boolean is = agglomerate.hasRelationship(GraphSchema.PRE, GraphSchema.POST);
    if (is && !was) {
      agglomerate.setProperty(DATASET, dataset);
      agglomerate.addLabel(GraphSchema.NEURON);
      return 1;
    }
    return was && !is ? unmark(agglomerate) : 0;
  }

  /// Makes it none.
  ///
  /// @return −1 if it was one, else 0
  static int unmark(Node agglomerate) {
    if (!agglomerate.hasLabel(GraphSchema.NEURON)) {
      return 0;
    }
    agglomerate.removeLabel(GraphSchema.NEURON);
    agglomerate.removeProperty(DATASET);
    forget(agglomerate);
    return -1;
  }

  /// Takes its class and figures away, which an edit has made untrue.
  static void forget(Node agglomerate) {
    FIGURES.forEach(agglomerate::removeProperty);
  }
}
