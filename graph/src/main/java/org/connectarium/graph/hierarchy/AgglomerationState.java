package org.connectarium.graph.hierarchy;

import org.connectarium.graph.GraphException;
import org.connectarium.graph.id.SegmentId;
import org.connectarium.graph.join.JoinRule;
import org.connectarium.graph.schema.GraphSchema;
import org.neo4j.graphdb.Lock;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/// The one `(:Agglomeration)` node: counters of agglomerate ids and decisions, whether memberships
/// are whole, and the rule and grid they were made with. Whoever writes to it holds the lock of
/// [#lock].
public final class AgglomerationState {
  private final Node node;

  private AgglomerationState(Node node) {
    this.node = node;
  }

  /// Waits until nobody else changes memberships; held until the transaction ends.
  public static void lock(Transaction tx) {
    tx.acquireWriteLock(GraphSchema.store(tx));
  }

  /// The state, made if there is none yet.
  public static AgglomerationState of(Transaction tx) {
    try (var nodes = tx.findNodes(GraphSchema.AGGLOMERATION)) {
      if (nodes.hasNext()) {
        return new AgglomerationState(nodes.next());
      }
    }
    Node node = tx.createNode(GraphSchema.AGGLOMERATION);
    node.setProperty("nextCounter", 1L);
    node.setProperty("state", "none");
    return new AgglomerationState(node);
  }

  /// The state if memberships can be read.
  ///
  /// @throws GraphException if there are none, or they are not whole
  public static AgglomerationState complete(Transaction tx) {
    try (var nodes = tx.findNodes(GraphSchema.AGGLOMERATION)) {
      Node node = nodes.hasNext() ? nodes.next() : null;
      if (node == null || node.getProperty("state").equals("none")) {
        throw new GraphException(
            "There are no agglomerates yet; call connectome.agglomerate.components first");
      }
      if (node.getProperty("state").equals("writing")) {
        throw new GraphException(
            "The last agglomeration was interrupted; call connectome.agglomerate.components again");
      }
      return new AgglomerationState(node);
    }
  }

  /// Keeps edits away until the lock is released or the transaction ends, so that what is read
  /// belongs together. Edits hold the opposite lock for the few milliseconds that they take.
  public Lock still(Transaction tx) {
    return tx.acquireReadLock(node);
  }

  /// Waits until nobody reads; held until the transaction ends.
  public void lockReaders(Transaction tx) {
    tx.acquireWriteLock(node);
  }

  /// Marks the start of a replacement and reserves ids for it.
  ///
  /// @return the first of `count` counters that no agglomerate ever had
  public long begin(int count) {
    long counter = nextCounter();
    node.setProperty("nextCounter", counter + count);
    node.setProperty("state", "writing");
    return counter;
  }

  /// Marks the end of a replacement: memberships are those of the present decision.
  public void end(int runKey, JoinRule rule, ChunkGrid grid) {
    node.setProperty("state", "complete");
    node.setProperty("run", runKey);
    node.setProperty("base", lastDecision());
    rule.store(node);
    grid.store(node);
  }

  public long nextCounter() {
    return (long) node.getProperty("nextCounter");
  }

  /// An agglomerate id that was never used.
  public long newId() {
    long counter = nextCounter();
    node.setProperty("nextCounter", counter + 1);
    return SegmentId.agglomerate(counter);
  }

  /// The number of the latest decision, 0 if there is none.
  public long lastDecision() {
    return (long) node.getProperty("decisions", 0L);
  }

  /// The number of a new decision.
  public long newDecision() {
    long number = lastDecision() + 1;
    node.setProperty("decisions", number);
    return number;
  }

  /// Refuses what needs levels where there are none.
  ///
  /// @throws GraphException if an older version of the program made the agglomeration, without
  ///     levels and rule
  public void requireLevels() {
    if (!node.hasProperty("base")) {
      throw new GraphException(
          "An older version of Connectarium made the agglomeration; call"
              + " connectome.agglomerate.components (or what made it) again before edits");
    }
  }

  /// The decision after which the agglomeration was made: earlier states are not kept.
  public long base() {
    return (long) node.getProperty("base");
  }

  /// Key of the run that made the agglomeration.
  public int run() {
    return ((Number) node.getProperty("run")).intValue();
  }

  public JoinRule rule() {
    return JoinRule.load(node);
  }

  public ChunkGrid grid() {
    return ChunkGrid.load(node);
  }
}
