package org.connectarium.graph.hierarchy;

import java.util.List;
import org.connectarium.graph.join.JoinRule;
import org.connectarium.graph.join.Joins;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/// Keeps the levels between segments and agglomerates in step with the joins of segments, within
/// one transaction and for one decision. Tops are left as parts: naming them is up to the caller.
///
/// Cost of a pair: a few nodes on each of the levels, whatever the size of the agglomerate.
public final class ChunkHierarchy {
  private final ChunkGrid grid;
  private final Fusing fusing;
  private final Parting parting;

  /// Two segments.
  public record Pair(Node a, Node b) {}

  /// @param decision the number that the changes are kept under
  public ChunkHierarchy(Transaction tx, AgglomerationState state, long decision) {
    grid = state.grid();
    Places places = new Places(tx, decision);
    fusing = new Fusing(places);
    parting = new Parting(tx, places, joins(tx, state));
  }

  /// The joins of an agglomeration and its decisions.
  public static Joins joins(Transaction tx, AgglomerationState state) {
    JoinRule rule = state.rule();
    long base = state.base();
    return new Joins(tx, rule, (a, b) -> Ancestry.topAt(a, base).equals(Ancestry.topAt(b, base)));
  }

  /// Follows changes of joins that are made already: first pairs that are joined now and were
  /// not, then pairs that were joined and are no more.
  public void follow(List<Pair> joined, List<Pair> parted) {
    for (Pair pair : joined) {
      fusing.join(part(pair.a), grid.chunk(pair.a), part(pair.b), grid.chunk(pair.b));
    }
    for (Pair pair : parted) {
      Parting.unlink(part(pair.a), part(pair.b));
    }
    parting.separate(parted);
  }

  private static Node part(Node segment) {
    Node part = Ancestry.parent(segment);
    if (part == null) {
      throw new IllegalStateException("A segment without agglomerate was joined: " + segment);
    }
    return part;
  }
}
