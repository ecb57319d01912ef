package org.connectarium.graph.truth;

import java.util.Optional;
import java.util.TreeSet;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.schema.GraphSchema;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/// The `(:Truth)` nodes: what each holds, and whether it was written to its end.
final class TruthState {
  private static final String WRITING = "writing";
  private static final String COMPLETE = "complete";

  private TruthState() {}

  static void begin(Transaction tx, String truth, TruthKind kind, int runKey) {
    Node found = tx.findNode(GraphSchema.TRUTH, "id", truth);
    Node node = found == null ? tx.createNode(GraphSchema.TRUTH) : found;
    node.setProperty("id", truth);
    node.setProperty("kind", kind.label());
    node.setProperty("state", WRITING);
    node.setProperty("run", runKey);
  }

  static void complete(Transaction tx, String truth) {
    begun(tx, truth).setProperty("state", COMPLETE);
  }

  /// Key of the run that writes a truth.
  ///
  /// @throws GraphException if none is written
  static int runOfBegun(Transaction tx, String truth) {
    return ((Number) begun(tx, truth).getProperty("run")).intValue();
  }

  private static Node begun(Transaction tx, String truth) {
    Node node = tx.findNode(GraphSchema.TRUTH, "id", truth);
    if (node == null || !node.getProperty("state").equals(WRITING)) {
      throw new GraphException("Truth \"" + truth + "\" is not being written; begin it first");
    }
    return node;
  }

  /// The name of the truth to read: the one that is asked for, else the only one of its kind.
  ///
  /// @throws GraphException if there is none, or several, or it was not written to its end
  static String resolve(Transaction tx, Optional<String> asked, TruthKind kind) {
    TreeSet<String> names = new TreeSet<>();
    TreeSet<String> whole = new TreeSet<>();
    try (var nodes = tx.findNodes(GraphSchema.TRUTH, "kind", kind.label())) {
      while (nodes.hasNext()) {
        Node node = nodes.next();
        String name = (String) node.getProperty("id");
        names.add(name);
        if (node.getProperty("state").equals(COMPLETE)) {
          whole.add(name);
        }
      }
    }
    if (names.isEmpty()) {
      throw new GraphException(
          "The graph holds no truth made of " + kind.label() + "; store one (stage evaluate)");
    }
    String choice = String.join(", ", names);
    if (asked.isEmpty() && names.size() > 1) {
      throw new GraphException(
          "Several truths are made of " + kind.label() + ": " + choice + "; give the option truth");
    }
    String name = asked.orElse(names.first());
    if (!names.contains(name)) {
      throw new GraphException(
          "No truth \"%s\" made of %s; there is %s".formatted(name, kind.label(), choice));
    }
    if (!whole.contains(name)) {
      throw new GraphException("Truth \"" + name + "\" was not written to its end; store it again");
    }
    return name;
  }
}
