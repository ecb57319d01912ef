package org.connectarium.graph.synapse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.connectarium.graph.schema.GraphSchema;
import org.connectarium.graph.score.ScoreKind;
import org.connectarium.graph.score.ScoreRegistry;
import org.connectarium.graph.synapse.SynapseRules.Verdict;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;

/// Reads the contacts that are synapses, or would be but for a rule, in one scan. Pieces at block
/// faces are inside one cell. What a model says nothing about counts as 0.
public final class SynapticContacts {
  private static final String MYELIN = "myelin";

  private final Transaction tx;
  private final SynapseRules rules;
  private final String forward;
  private final String reverse;
  private final String continuity;

  /// Checks the names of models.
  ///
  /// @param model of synapses, empty: the first one of the graph
  /// @param continuity property of contacts
  /// @throws org.connectarium.graph.GraphException if the graph lacks the scores
  public SynapticContacts(
      Transaction tx, SynapseRules rules, Optional<String> model, String continuity) {
    this.tx = tx;
    this.rules = rules;
    ScoreRegistry registry = new ScoreRegistry(tx);
    List<String> properties = registry.require(ScoreKind.SYNAPSE, model).properties();
    this.forward = properties.get(0);
    this.reverse = properties.get(1);
    this.continuity = registry.continuity(continuity);
  }

  /// A contact that is likely enough a synapse.
  public record Found(
      Relationship contact, Node pre, Node post, float probability, Verdict verdict) {}

  /// All of them, in the order of the store.
  ///
  /// @param stop asked at each contact; throws to end the work
  public Stream<Found> all(Runnable stop) {
    return tx.findRelationships(GraphSchema.CONTACT).stream()
        .peek(contact -> stop.run())
        .flatMap(contact -> judge(contact).stream());
  }

  private Optional<Found> judge(Relationship contact) {
    Map<String, Object> p = contact.getProperties(forward, reverse);
    float there = value(p, forward);
    float back = value(p, reverse);
    if (p.isEmpty() || !rules.reaches(there, back)) {
      return Optional.empty();
    }
    Map<String, Object> is = contact.getProperties("face", continuity);
    float same = Boolean.TRUE.equals(is.get("face")) ? 1 : value(is, continuity);
    Node low = contact.getStartNode();
    Node high = contact.getEndNode();
    float myelin = Math.max(myelin(low), myelin(high));
    boolean fromLow = there >= back;
    return Optional.of(
        new Found(
            contact,
            fromLow ? low : high,
            fromLow ? high : low,
            Math.max(there, back),
            rules.of(there, back, same, myelin)));
  }

  private static float myelin(Node segment) {
    return ((Number) segment.getProperty(MYELIN, 0f)).floatValue();
  }

  private static float value(Map<String, Object> properties, String name) {
    return properties.get(name) instanceof Number number ? number.floatValue() : 0;
  }
}
