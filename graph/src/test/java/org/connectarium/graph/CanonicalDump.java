package org.connectarium.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.neo4j.graphdb.Entity;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.schema.IndexDefinition;

/// The whole graph as sorted lines that do not depend on the order of loading: nodes and
/// relationships with all properties, ends by their ids, and the schema. No number of the store's
/// own is in it.
public final class CanonicalDump {
  private CanonicalDump() {}

  public static List<String> of(GraphDatabaseService database) {
    List<String> lines = new ArrayList<>();
    try (Transaction tx = database.beginTx();
        var nodes = tx.getAllNodes();
        var relationships = tx.getAllRelationships()) {
      for (Node node : nodes) {
        lines.add(name(node));
      }
      for (Relationship relationship : relationships) {
        lines.add(
            relationship.getType().name()
                + properties(relationship)
                + " from "
                + relationship.getStartNode().getProperty("id")
                + " to "
                + relationship.getEndNode().getProperty("id"));
      }
      tx.schema().getIndexes().forEach(index -> lines.add(schema(index)));
      tx.schema().getConstraints().forEach(c -> lines.add("CONSTRAINT " + c.getName() + " " + c));
    }
    lines.sort(null);
    return lines;
  }

  private static String schema(IndexDefinition index) {
    return "INDEX " + (index.isNodeIndex() ? "node " : "relationship ") + index.getName();
  }

  private static String name(Node node) {
    List<String> labels = new ArrayList<>();
    node.getLabels().forEach(label -> labels.add(label.name()));
    labels.sort(null);
    return labels + properties(node);
  }

  private static String properties(Entity entity) {
    Map<String, String> sorted = new TreeMap<>();
    entity.getAllProperties().forEach((key, value) -> sorted.put(key, text(value)));
    return sorted.toString();
  }

  /* Integers are alike whatever their width, as the store and Cypher see them; floats are not. */
  private static String text(Object value) {
    return switch (value) {
      case String[] array -> Arrays.toString(array);
      case int[] array -> Arrays.toString(array);
      case short[] array -> Arrays.toString(array);
      case long[] array -> Arrays.toString(array);
      case float[] array -> Arrays.toString(array) + "f";
      case Float number -> number + "f";
      case String word -> '"' + word + '"';
      default -> value.toString();
    };
  }
}
