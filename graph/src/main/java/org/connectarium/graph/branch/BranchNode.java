package org.connectarium.graph.branch;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.edit.EditNote;
import org.connectarium.graph.edit.EditResult;
import org.connectarium.graph.schema.GraphSchema;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;

/// A `(:Branch)` with its `(:BranchEdit)` nodes, within one transaction.
final class BranchNode {
  private static final String OPEN = "open";
  private static final String TAKEN_OVER = "taken over";

  private final Transaction tx;
  private final Node node;

  private BranchNode(Transaction tx, Node node) {
    this.tx = tx;
    this.node = node;
  }

  static BranchNode create(Transaction tx, String name, EditNote note) {
    tx.acquireWriteLock(GraphSchema.store(tx));
    if (tx.findNode(GraphSchema.BRANCH, "name", name) != null) {
      throw new GraphException("There is a branch \"" + name + "\" already; take another name");
    }
    Node node = tx.createNode(GraphSchema.BRANCH);
    node.setProperty("name", name);
    node.setProperty("state", OPEN);
    node.setProperty("by", note.by());
    node.setProperty("reason", note.reason());
    node.setProperty("at", ZonedDateTime.now(ZoneOffset.UTC));
    node.setProperty("edits", 0L);
    return new BranchNode(tx, node);
  }

  static List<BranchNode> all(Transaction tx) {
    List<BranchNode> all = new ArrayList<>();
    try (var nodes = tx.findNodes(GraphSchema.BRANCH)) {
      nodes.forEachRemaining(node -> all.add(new BranchNode(tx, node)));
    }
    all.sort(Comparator.comparing(BranchNode::name));
    return all;
  }

  static BranchNode of(Transaction tx, String name) {
    Node node = tx.findNode(GraphSchema.BRANCH, "name", name);
    if (node == null) {
      throw new GraphException(
          "No branch \"" + name + "\"; CALL connectome.branch.list() names those there are");
    }
    return new BranchNode(tx, node);
  }

  /// For changing it: others who change it wait until the transaction ends.
  ///
  /// @throws GraphException if there is none, or it was taken over
  static BranchNode locked(Transaction tx, String name) {
    BranchNode branch = of(tx, name);
    tx.acquireWriteLock(branch.node);
    return of(tx, name).open(); // it may have been dropped while this waited
  }

  /// @throws GraphException if it was taken over
  BranchNode open() {
    if (!isOpen()) {
      throw new GraphException(
          "Branch \"%s\" was taken over; its edits are decisions now, see connectome.branch.edits"
              .formatted(name()));
    }
    return this;
  }

  boolean isOpen() {
    return node.getProperty("state").equals(OPEN);
  }

  private String name() {
    return (String) node.getProperty("name");
  }

  Branches.Branch branch() {
    return new Branches.Branch(
        name(),
        (String) node.getProperty("state"),
        node.getDegree(GraphSchema.PROPOSES),
        new EditNote((String) node.getProperty("by"), (String) node.getProperty("reason")),
        (ZonedDateTime) node.getProperty("at"));
  }

  /// The edits in their order.
  List<BranchEdit> edits() {
    return editNodes().stream().map(BranchEdit::load).toList();
  }

  private List<Node> editNodes() {
    List<Node> nodes = new ArrayList<>();
    for (Relationship r : node.getRelationships(Direction.OUTGOING, GraphSchema.PROPOSES)) {
      nodes.add(r.getEndNode());
    }
    nodes.sort(Comparator.comparingLong(edit -> (long) edit.getProperty("number")));
    return nodes;
  }

  /// The number of the decision that each edit became, 0 for none.
  List<Long> decisions() {
    return editNodes().stream().map(BranchNode::decision).toList();
  }

  private static long decision(Node edit) {
    Relationship became = edit.getSingleRelationship(GraphSchema.BECAME, Direction.OUTGOING);
    return became == null ? 0 : (long) became.getEndNode().getProperty("number");
  }

  long add(BranchEdit edit) {
    long number = (long) node.getProperty("edits") + 1;
    node.setProperty("edits", number);
    Node added = tx.createNode(GraphSchema.BRANCH_EDIT);
    edit.store(added, number);
    node.createRelationshipTo(added, GraphSchema.PROPOSES);
    return number;
  }

  void remove(long number) {
    Node edit =
        editNodes().stream()
            .filter(e -> (long) e.getProperty("number") == number)
            .findFirst()
            .orElseThrow(
                () -> new GraphException("Branch \"%s\" has no edit %d".formatted(name(), number)));
    delete(edit);
  }

  private static void delete(Node edit) {
    edit.getRelationships().forEach(Relationship::delete);
    edit.delete();
  }

  void drop() {
    editNodes().forEach(BranchNode::delete);
    node.delete();
  }

  void takenOver(List<EditResult> results, EditNote note) {
    List<Node> edits = editNodes();
    for (int i = 0; i < edits.size(); i++) {
      Node decision = tx.findNode(GraphSchema.DECISION, "number", results.get(i).decision());
      edits.get(i).createRelationshipTo(decision, GraphSchema.BECAME);
    }
    node.setProperty("state", TAKEN_OVER);
    node.setProperty("takenBy", note.by());
    node.setProperty("takenReason", note.reason());
    node.setProperty("takenAt", ZonedDateTime.now(ZoneOffset.UTC));
  }
}
