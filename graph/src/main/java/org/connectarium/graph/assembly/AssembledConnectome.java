package org.connectarium.graph.assembly;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.schema.GraphSchema;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/// The `(:Connectome)` of our own reconstruction. A graph has one at most, because an agglomerate
/// is a neuron of one data set.
final class AssembledConnectome {
  static final String NEURONS = "neurons";
  static final String SYNAPSES = "synapses";
  static final String CONNECTIONS = "connections";
  static final String CONTACTS = "contacts";
  static final String CONTACTS_WITHIN = "contactsWithin";

  private static final String ASSEMBLED = "assembled";
  private static final String STATE = "state";
  private static final String COMPLETE = "complete";
  private static final String WRITING = "writing";
  private static final String SPINE_HEADS_KNOWN = "spineHeadsKnown";
  private static final String SOMATA_KNOWN = "somataKnown";
  private static final List<String> COUNTS =
      List.of(NEURONS, SYNAPSES, CONNECTIONS, "gapJunctions", CONTACTS, CONTACTS_WITHIN);

  private final Node node;

  private AssembledConnectome(Node node) {
    this.node = node;
  }

  /// The one of the graph.
  static Optional<AssembledConnectome> find(Transaction tx) {
    try (var all = tx.findNodes(GraphSchema.CONNECTOME)) {
      return all.stream()
          .filter(c -> Boolean.TRUE.equals(c.getProperty(ASSEMBLED, false)))
          .findFirst()
          .map(AssembledConnectome::new);
    }
  }

  /// Checks that the name can be assembled.
  ///
  /// @return true if a data set of it is there
  /// @throws GraphException if it is that of an imported data set, or the graph has an
  ///     assembled one of another name
  static boolean check(Transaction tx, String name) {
    find(tx)
        .filter(other -> !other.name().equals(name))
        .ifPresent(
            other -> {
              throw new GraphException(
                  "The graph has the assembled data set \"%s\" already, and an agglomerate is a"
                          .formatted(other.name())
                      + " neuron of one; use that name, or call connectome.synapses.remove first");
            });
    Node node = tx.findNode(GraphSchema.CONNECTOME, "name", name);
    if (node != null && !node.hasProperty(ASSEMBLED)) {
      throw new GraphException(
          "Data set \"" + name + "\" was imported; choose another name for the one to assemble");
    }
    return node != null;
  }

  /// That of a name, made if there is none yet, and marked as being written.
  ///
  /// @throws GraphException as [#check]
  static AssembledConnectome begin(Transaction tx, String name) {
    Node node;
    if (check(tx, name)) {
      node = Objects.requireNonNull(tx.findNode(GraphSchema.CONNECTOME, "name", name));
    } else {
      node = tx.createNode(GraphSchema.CONNECTOME);
      node.setProperty("name", name);
      node.setProperty(ASSEMBLED, true);
    }
    AssembledConnectome begun = new AssembledConnectome(node);
    begun.interrupt();
    return begun;
  }

  /// Says what it was made with; counts begin at 0.
  void describe(AssemblyOptions options, int runKey, boolean somataKnown, boolean headsKnown) {
    node.setProperty("title", "Assembled from the agglomerates of this graph");
    node.setProperty("run", runKey);
    node.setProperty(SOMATA_KNOWN, somataKnown);
    node.setProperty(SPINE_HEADS_KNOWN, headsKnown);
    options.store(node);
    COUNTS.forEach(count -> node.setProperty(count, 0L));
  }

  /// Says that it is not whole from here on.
  void interrupt() {
    node.setProperty(STATE, WRITING);
  }

  void complete() {
    node.setProperty(STATE, COMPLETE);
  }

  boolean isComplete() {
    return COMPLETE.equals(node.getProperty(STATE));
  }

  /// True once it says what it was made with.
  boolean isDescribed() {
    return node.hasProperty("run");
  }

  void remove() {
    node.delete();
  }

  String name() {
    return (String) node.getProperty("name");
  }

  AssemblyOptions options() {
    return AssemblyOptions.load(node);
  }

  boolean headsKnown() {
    return (boolean) node.getProperty(SPINE_HEADS_KNOWN);
  }

  void add(String count, long more) {
    node.setProperty(count, count(count) + more);
  }

  long count(String count) {
    return (long) node.getProperty(count);
  }
}
