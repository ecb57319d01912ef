package org.connectarium.graph.synapse;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.connectarium.graph.procedure.ProcedureOptions;
import org.connectarium.graph.score.ScoreChoice;
import org.connectarium.graph.score.ScoreKind;
import org.connectarium.graph.synapse.SynapseRules.Verdict;
import org.connectarium.graph.synapse.SynapticContacts.Found;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;
import org.neo4j.procedure.TerminationGuard;

/// The procedures `connectome.synapses.*`.
@SuppressWarnings("NullAway.Init") // Neo4j fills the public fields
public final class SynapseProcedures {
  private static final String MIN_PROBABILITY = "minProbability";
  private static final String AMBIGUOUS_ABOVE = "ambiguousAbove";
  private static final String CONTINUITY_ABOVE = "continuityAbove";
  private static final String MYELIN_ABOVE = "myelinAbove";
  private static final String MODEL = "model";
  private static final String SHOW_DROPPED = "showDropped";
  private static final List<String> KEYS =
      List.of(
          MIN_PROBABILITY,
          AMBIGUOUS_ABOVE,
          CONTINUITY_ABOVE,
          MYELIN_ABOVE,
          MODEL,
          ScoreChoice.CONTINUITY,
          SHOW_DROPPED);

  @Context public Transaction transaction;
  @Context public TerminationGuard terminationGuard;

  /// A row of `contacts`.
  public record ContactRow(
      @Description("Lower segment id of the contact.") long lowId,
      @Description("Higher segment id of the contact.") long highId,
      @Description("Number of the piece between these two.") long piece,
      @Description("Id of the presynaptic segment.") long preSegmentId,
      @Description("Id of the postsynaptic segment.") long postSegmentId,
      @Description("Probability of a synapse in this direction.") double probability,
      @Description("Centroid x of the contact, nm.") double x,
      @Description("Centroid y of the contact, nm.") double y,
      @Description("Centroid z of the contact, nm.") double z,
      @Description("Area of the contact, µm².") double areaUm2,
      @Description("Rule that dropped it (ambiguous, continuity, myelin), empty for none.")
          String droppedBy) {}

  @Procedure(name = "connectome.synapses.contacts", mode = Mode.READ)
  @Description("Contacts that are synapses by their probabilities, without likely false positives.")
  public Stream<ContactRow> contacts(
      @Name(
              value = "options",
              defaultValue = "{}",
              description =
                  "minProbability (0.5; of the likelier direction), ambiguousAbove (0.119; both"
                      + " directions), continuityAbove (0.7; both sides one cell), myelinAbove"
                      + " (0.375; either segment), model (the first one of synapses), "
                      + ScoreChoice.CONTINUITY_OPTION
                      + ", showDropped (false; true: also those that a rule drops).")
          Map<String, Object> options) {
    ProcedureOptions o = new ProcedureOptions(options, KEYS);
    SynapseRules ours = SynapseRules.DEFAULT;
    SynapseRules rules =
        new SynapseRules(
            o.probability(MIN_PROBABILITY, ours.minProbability()),
            o.probability(AMBIGUOUS_ABOVE, ours.ambiguousAbove()),
            o.probability(CONTINUITY_ABOVE, ours.continuityAbove()),
            o.probability(MYELIN_ABOVE, ours.myelinAbove()));
    boolean showDropped = o.flag(SHOW_DROPPED, false);
    String continuity = o.text(ScoreChoice.CONTINUITY).orElse(ScoreKind.HEIGHT);
    return new SynapticContacts(transaction, rules, o.text(MODEL), continuity)
        .all(terminationGuard::check)
        .filter(found -> showDropped || found.verdict() == Verdict.SYNAPSE)
        .map(SynapseProcedures::row);
  }

  private static ContactRow row(Found found) {
    Relationship contact = found.contact();
    return new ContactRow(
        (long) contact.getStartNode().getProperty("id"),
        (long) contact.getEndNode().getProperty("id"),
        number(contact, "piece").longValue(),
        (long) found.pre().getProperty("id"),
        (long) found.post().getProperty("id"),
        found.probability(),
        number(contact, "x").doubleValue(),
        number(contact, "y").doubleValue(),
        number(contact, "z").doubleValue(),
        number(contact, "areaUm2").doubleValue(),
        found.verdict().word());
  }

  private static Number number(Relationship contact, String property) {
    return (Number) contact.getProperty(property);
  }
}
