package org.connectarium.analysis.neurons.graph;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.connectarium.analysis.neurons.Neurite;
import org.connectarium.analysis.synapses.graph.DatasetNeurons;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.hierarchy.AgglomerationState;
import org.connectarium.graph.schema.GraphSchema;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;
import org.neo4j.procedure.TerminationGuard;

/// The procedure `connectome.neurons.classify`.
@SuppressWarnings("NullAway.Init") // Neo4j fills the public fields
public final class NeuronProcedures {
  @Context public Transaction transaction;
  @Context public TerminationGuard terminationGuard;

  /// A row of `classify`.
  public record ClassRow(
      @Description("The class.") String neuronClass,
      @Description("True of axons, false of targets.") boolean axons,
      @Description("Neurons of the class.") long neurons,
      @Description("Synapses at which they send.") long sends,
      @Description("Synapses at which they receive.") long receives,
      @Description("Sum of their path lengths, µm.") double pathUm,
      @Description("Spine heads on them.") long spines,
      @Description("Boutons of them.") long boutons,
      @Description("Neurons whose boutons were not made: they send at more than 4,000 synapses.")
          long withoutBoutons) {
    static ClassRow of(String neuronClass, boolean axons, Neurite n) {
      return new ClassRow(
          neuronClass,
          axons,
          1,
          n.sends(),
          n.receives(),
          n.pathUm(),
          n.spines(),
          n.boutons(),
          NeuriteReader.isTooLarge(n.sends()) ? 1 : 0);
    }

    ClassRow plus(ClassRow more) {
      return new ClassRow(
          neuronClass,
          axons,
          neurons + more.neurons,
          sends + more.sends,
          receives + more.receives,
          pathUm + more.pathUm,
          spines + more.spines,
          boutons + more.boutons,
          withoutBoutons + more.withoutBoutons);
    }
  }

  @Procedure(name = "connectome.neurons.classify", mode = Mode.WRITE)
  @Description(
      "Measures the neurons of an assembled data set and gives each a class, which statistics group"
          + " by; an edit takes both away from the neurons that it changes.")
  public Stream<ClassRow> classify(
      @Name(value = "dataset", description = "Name of the assembled (:Connectome).") String dataset,
      @Name(value = "options", defaultValue = "{}", description = ClassifyOptions.DESCRIPTION)
          Map<String, Object> options) {
    ClassifyOptions o = ClassifyOptions.of(options);
    DatasetNeurons.find(transaction, dataset); // it is there
    AgglomerationState.complete(transaction).still(transaction); // no edit from here on
    DatasetNeurons neurons = DatasetNeurons.find(transaction, dataset);
    boolean headsKnown = spineHeadsKnown(dataset);
    NeuriteReader reader = new NeuriteReader(o);
    Map<String, ClassRow> rows = new TreeMap<>();
    for (int i = 0; i < neurons.size(); i++) {
      terminationGuard.check();
      Node node = neurons.node(i);
      Neurite neurite = reader.read(node);
      String is = o.rules().of(neurite, headsKnown);
      store(node, neurite, is, headsKnown);
      rows.merge(is, ClassRow.of(is, o.rules().isAxon(neurite), neurite), ClassRow::plus);
    }
    return rows.values().stream();
  }

  private boolean spineHeadsKnown(String dataset) {
    Node connectome = transaction.findNode(GraphSchema.CONNECTOME, "name", dataset);
    if (!connectome.hasProperty("assembled")) {
      throw new GraphException(
          "Data set \"%s\" was imported, so its neurons have no segments; classes are those of its"
                  .formatted(dataset)
              + " source");
    }
    return (boolean) connectome.getProperty("spineHeadsKnown");
  }

  private static void store(Node node, Neurite neurite, String neuronClass, boolean headsKnown) {
    node.setProperty("class", neuronClass);
    node.setProperty("pathUm", neurite.pathUm());
    node.setProperty("boutons", (long) neurite.boutons());
    if (headsKnown) {
      node.setProperty("spines", (long) neurite.spines());
      setOrRemove(node, "spinesPerUm", neurite.spinesPerUm());
      setOrRemove(node, "primarySpineShare", neurite.primarySpineShare());
    }
    setOrRemove(node, "pThalamocortical", neurite.thalamocortical().orElse(Double.NaN));
  }

  private static void setOrRemove(Node node, String property, double value) {
    if (Double.isFinite(value)) {
      node.setProperty(property, value);
    } else {
      node.removeProperty(property);
    }
  }
}
