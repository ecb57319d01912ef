package org.connectarium.graph.assembly;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.connectarium.graph.procedure.ProcedureOptions;
import org.connectarium.graph.score.ScoreChoice;
import org.connectarium.graph.synapse.SynapseRules;
import org.neo4j.graphdb.Node;

/// How synapses are made of contacts.
///
/// @param rules which contacts are synaptic; `minProbability` is that of contacts on spine heads
/// @param minProbabilityOther least probability of the other contacts
/// @param model of synapses; empty: the first one of the graph
/// @param scores which continuity, and whose types
/// @param headAbove segments whose `pSpineHead` is above this are of spine heads
/// @param headContinuityAbove contacts above this join segments of heads
/// @param linkNm contacts this far apart or less are one synapse
/// @param asiFactor what interface areas are multiplied by
public record AssemblyOptions(
    SynapseRules rules,
    double minProbabilityOther,
    Optional<String> model,
    ScoreChoice scores,
    double headAbove,
    double headContinuityAbove,
    double linkNm,
    double asiFactor) {

  /// What is used where nothing else is said. The factor is 1: FocusEM's 0.825 calibrates its own
  /// way of measuring areas, which is another than ours.
  public static final AssemblyOptions DEFAULT =
      new AssemblyOptions(
          SynapseRules.DEFAULT,
          SynapseRules.DEFAULT.minProbability(),
          Optional.empty(),
          ScoreChoice.PLAIN,
          0.5,
          0.98,
          350,
          1);

  private static final String MIN_PROBABILITY = "minProbability";
  private static final String MIN_PROBABILITY_OTHER = "minProbabilityOther";
  private static final String AMBIGUOUS_ABOVE = "ambiguousAbove";
  private static final String CONTINUITY_ABOVE = "continuityAbove";
  private static final String MYELIN_ABOVE = "myelinAbove";
  private static final String MODEL = "model";
  private static final String HEAD_ABOVE = "headAbove";
  private static final String HEAD_CONTINUITY_ABOVE = "headContinuityAbove";
  private static final String LINK_NM = "linkNm";
  private static final String ASI_FACTOR = "asiFactor";
  private static final List<String> KEYS =
      List.of(
          MIN_PROBABILITY,
          MIN_PROBABILITY_OTHER,
          AMBIGUOUS_ABOVE,
          CONTINUITY_ABOVE,
          MYELIN_ABOVE,
          MODEL,
          ScoreChoice.CONTINUITY,
          ScoreChoice.TYPES,
          HEAD_ABOVE,
          HEAD_CONTINUITY_ABOVE,
          LINK_NM,
          ASI_FACTOR);

  /// How the procedure describes them.
  static final String DESCRIPTION =
      "minProbability (0.5; of contacts on spine heads), minProbabilityOther (minProbability; of the"
          + " others), ambiguousAbove (0.119; both directions), continuityAbove (0.7; both sides one"
          + " cell), myelinAbove (0.375; either segment), model (the first one of synapses), "
          + ScoreChoice.CONTINUITY_OPTION
          + ", "
          + ScoreChoice.TYPES_OPTION
          + ", headAbove (0.5; pSpineHead of segments of spine heads), headContinuityAbove (0.98;"
          + " contacts that join them), linkNm (350; contacts this close are one synapse), asiFactor"
          + " (1; interface areas are multiplied by it).";

  /// @throws IllegalArgumentException if a value is out of its range
  public AssemblyOptions {
    for (double share : new double[] {minProbabilityOther, headAbove, headContinuityAbove}) {
      if (!(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException(
            "minProbabilityOther, headAbove and headContinuityAbove must be 0…1 but one was "
                + share);
      }
    }
    if (!(linkNm >= 0) || !(asiFactor > 0) || Double.isInfinite(asiFactor)) {
      throw new IllegalArgumentException(
          "linkNm must be 0 or more and asiFactor above 0 but were %s and %s"
              .formatted(linkNm, asiFactor));
    }
  }

  /// Reads the options of a procedure.
  ///
  /// @throws IllegalArgumentException if a key is unknown or a value out of its range
  public static AssemblyOptions of(Map<String, Object> map) {
    ProcedureOptions o = new ProcedureOptions(map, KEYS);
    SynapseRules ours = DEFAULT.rules;
    double minProbability = o.probability(MIN_PROBABILITY, ours.minProbability());
    return new AssemblyOptions(
        new SynapseRules(
            minProbability,
            o.probability(AMBIGUOUS_ABOVE, ours.ambiguousAbove()),
            o.probability(CONTINUITY_ABOVE, ours.continuityAbove()),
            o.probability(MYELIN_ABOVE, ours.myelinAbove())),
        o.probability(MIN_PROBABILITY_OTHER, minProbability),
        o.text(MODEL),
        ScoreChoice.of(o),
        o.probability(HEAD_ABOVE, DEFAULT.headAbove),
        o.probability(HEAD_CONTINUITY_ABOVE, DEFAULT.headContinuityAbove),
        o.number(LINK_NM, DEFAULT.linkNm),
        o.number(ASI_FACTOR, DEFAULT.asiFactor));
  }

  /// The options as [#of] reads them.
  public Map<String, Object> toMap() {
    Map<String, Object> map = new HashMap<>(scores.toMap());
    map.put(MIN_PROBABILITY, rules.minProbability());
    map.put(MIN_PROBABILITY_OTHER, minProbabilityOther);
    map.put(AMBIGUOUS_ABOVE, rules.ambiguousAbove());
    map.put(CONTINUITY_ABOVE, rules.continuityAbove());
    map.put(MYELIN_ABOVE, rules.myelinAbove());
    model.ifPresent(name -> map.put(MODEL, name));
    map.put(HEAD_ABOVE, headAbove);
    map.put(HEAD_CONTINUITY_ABOVE, headContinuityAbove);
    map.put(LINK_NM, linkNm);
    map.put(ASI_FACTOR, asiFactor);
    return map;
  }

  /// The same with a model of synapses.
  public AssemblyOptions withModel(String name) {
    return new AssemblyOptions(
        rules,
        minProbabilityOther,
        Optional.of(name),
        scores,
        headAbove,
        headContinuityAbove,
        linkNm,
        asiFactor);
  }

  /// The rules that keep every contact that either threshold keeps.
  SynapseRules widestRules() {
    return new SynapseRules(
        Math.min(rules.minProbability(), minProbabilityOther),
        rules.ambiguousAbove(),
        rules.continuityAbove(),
        rules.myelinAbove());
  }

  /// Stores the options as properties of a node.
  void store(Node node) {
    toMap().forEach(node::setProperty);
    node.setProperty(ScoreChoice.TYPES, scores.types().orElse(""));
  }

  /// The options that [#store] put there.
  static AssemblyOptions load(Node node) {
    return new AssemblyOptions(
        new SynapseRules(
            (double) node.getProperty(MIN_PROBABILITY),
            (double) node.getProperty(AMBIGUOUS_ABOVE),
            (double) node.getProperty(CONTINUITY_ABOVE),
            (double) node.getProperty(MYELIN_ABOVE)),
        (double) node.getProperty(MIN_PROBABILITY_OTHER),
        text(node, MODEL),
        new ScoreChoice(
            (String) node.getProperty(ScoreChoice.CONTINUITY), text(node, ScoreChoice.TYPES)),
        (double) node.getProperty(HEAD_ABOVE),
        (double) node.getProperty(HEAD_CONTINUITY_ABOVE),
        (double) node.getProperty(LINK_NM),
        (double) node.getProperty(ASI_FACTOR));
  }

  private static Optional<String> text(Node node, String property) {
    return Optional.of((String) node.getProperty(property)).filter(t -> !t.isEmpty());
  }

  /// Only of names that were checked.
  String json() {
    return ("{\"minProbability\":%s,\"minProbabilityOther\":%s,\"ambiguousAbove\":%s,"
            + "\"continuityAbove\":%s,\"myelinAbove\":%s,\"model\":\"%s\",%s,\"headAbove\":%s,"
            + "\"headContinuityAbove\":%s,\"linkNm\":%s,\"asiFactor\":%s}")
        .formatted(
            rules.minProbability(),
            minProbabilityOther,
            rules.ambiguousAbove(),
            rules.continuityAbove(),
            rules.myelinAbove(),
            model.orElse(""),
            scores.json(),
            headAbove,
            headContinuityAbove,
            linkNm,
            asiFactor);
  }
}
