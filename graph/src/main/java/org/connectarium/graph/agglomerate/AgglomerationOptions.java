package org.connectarium.graph.agglomerate;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.connectarium.graph.join.JoinRule;
import org.connectarium.graph.procedure.ProcedureOptions;
import org.connectarium.graph.score.ScoreChoice;
import org.connectarium.graph.score.ScoreRegistry;

/// Thresholds of the first agglomeration. A contact joins its segments if it reaches all of
/// them; a `face` contact joins always, because its sides are one object cut by a block face.
///
/// - `minContinuity`: least continuity of a contact, 0…1
/// - `minContactVoxels`: least size of a contact
/// - `minSegmentVoxels`: least size of both segments
/// - `type`: a probability property of segments, such as `pAxon`; both segments must have it
/// - `minTypeProbability`: and reach this value, 0…1
/// - `minAgglomerateVoxels`: smaller agglomerates are of the kind `other`
/// - `scores`: which continuity, and whose `type`
///
/// Named sets of them ([#POLICIES]) are those of FocusEM, which compares strictly: here the
/// thresholds are the next larger numbers.
public record AgglomerationOptions(
    double minContinuity,
    long minContactVoxels,
    long minSegmentVoxels,
    Optional<String> type,
    double minTypeProbability,
    long minAgglomerateVoxels,
    ScoreChoice scores) {

  private static final Pattern TYPE = Pattern.compile("p[A-Z][A-Za-z]*");

  public static final AgglomerationOptions DEFAULT =
      new AgglomerationOptions(0.98, 0, 0, Optional.empty(), 0.5);

  /// Named sets: the first agglomerations of axons and of dendrites of A. Motta et al., Science
  /// 2019, [doi:10.1126/science.aay3134](https://doi.org/10.1126/science.aay3134).
  public static final Map<String, AgglomerationOptions> POLICIES =
      Map.of(
          "focusem-axon",
          new AgglomerationOptions(above(0.97), 61, 301, Optional.of("pAxon"), above(0.5), 100),
          "focusem-dendrite",
          new AgglomerationOptions(
              above(0.98), 301, 501, Optional.of("pDendrite"), above(0.3), 100));

  private static final List<String> KEYS =
      List.of(
          "policy",
          "minContinuity",
          "minContactVoxels",
          "minSegmentVoxels",
          "type",
          "minTypeProbability",
          "minAgglomerateVoxels",
          ScoreChoice.CONTINUITY,
          ScoreChoice.TYPES);

  /// @throws IllegalArgumentException if a value is out of its range
  public AgglomerationOptions {
    if (!(minContinuity >= 0 && minContinuity <= 1)) {
      throw new IllegalArgumentException("minContinuity must be 0…1 but was " + minContinuity);
    }
    if (!(minTypeProbability >= 0 && minTypeProbability <= 1)) {
      throw new IllegalArgumentException(
          "minTypeProbability must be 0…1 but was " + minTypeProbability);
    }
    if (Math.min(minContactVoxels, Math.min(minSegmentVoxels, minAgglomerateVoxels)) < 0) {
      throw new IllegalArgumentException(
          "minContactVoxels, minSegmentVoxels and minAgglomerateVoxels must not be negative but were "
              + "%d, %d and %d"
                  .formatted(minContactVoxels, minSegmentVoxels, minAgglomerateVoxels));
    }
    if (type.isPresent() && !TYPE.matcher(type.get()).matches()) {
      throw new IllegalArgumentException(
          "type must name a probability of segments such as pAxon but was " + type.get());
    }
    if (scores.types().isPresent() && type.isEmpty()) {
      throw new IllegalArgumentException(
          "types names a model, and type is missing; give a type such as pAxon, or leave out both");
    }
  }

  /// By the height of the hierarchy and plain types.
  public AgglomerationOptions(
      double minContinuity,
      long minContactVoxels,
      long minSegmentVoxels,
      Optional<String> type,
      double minTypeProbability,
      long minAgglomerateVoxels) {
    this(
        minContinuity,
        minContactVoxels,
        minSegmentVoxels,
        type,
        minTypeProbability,
        minAgglomerateVoxels,
        ScoreChoice.PLAIN);
  }

  /// Without a least size of agglomerates.
  public AgglomerationOptions(
      double minContinuity,
      long minContactVoxels,
      long minSegmentVoxels,
      Optional<String> type,
      double minTypeProbability) {
    this(minContinuity, minContactVoxels, minSegmentVoxels, type, minTypeProbability, 0);
  }

  /// A continuity threshold alone.
  public static AgglomerationOptions minContinuity(double minContinuity) {
    return new AgglomerationOptions(minContinuity, 0, 0, DEFAULT.type, DEFAULT.minTypeProbability);
  }

  /// Reads the options of a procedure.
  ///
  /// @throws IllegalArgumentException if a key is unknown or a value out of its range
  public static AgglomerationOptions of(Map<String, Object> map) {
    ProcedureOptions options = new ProcedureOptions(map, KEYS);
    AgglomerationOptions base =
        options.text("policy").map(AgglomerationOptions::policy).orElse(DEFAULT);
    return new AgglomerationOptions(
        options.probability("minContinuity", base.minContinuity),
        options.count("minContactVoxels", base.minContactVoxels),
        options.count("minSegmentVoxels", base.minSegmentVoxels),
        options.text("type").or(base::type),
        options.probability("minTypeProbability", base.minTypeProbability),
        options.count("minAgglomerateVoxels", base.minAgglomerateVoxels),
        ScoreChoice.of(options));
  }

  /// The same by other scores.
  public AgglomerationOptions with(ScoreChoice others) {
    return new AgglomerationOptions(
        minContinuity,
        minContactVoxels,
        minSegmentVoxels,
        type,
        minTypeProbability,
        minAgglomerateVoxels,
        others);
  }

  /// The options as [#of] reads them.
  public Map<String, Object> toMap() {
    Map<String, Object> map = new HashMap<>(scores.toMap());
    map.put("minContinuity", minContinuity);
    map.put("minContactVoxels", minContactVoxels);
    map.put("minSegmentVoxels", minSegmentVoxels);
    type.ifPresent(name -> map.put("type", name));
    map.put("minTypeProbability", minTypeProbability);
    map.put("minAgglomerateVoxels", minAgglomerateVoxels);
    return map;
  }

  private static AgglomerationOptions policy(String name) {
    AgglomerationOptions policy = POLICIES.get(name);
    if (policy == null) {
      throw new IllegalArgumentException(
          "Unknown policy \"%s\"; there are %s"
              .formatted(name, String.join(", ", new TreeSet<>(POLICIES.keySet()))));
    }
    return policy;
  }

  /* The least number that is larger, among those that probabilities are stored as. */
  static double above(double threshold) {
    return Math.nextUp((float) threshold);
  }

  /// The rule of the joins, in properties that the graph has.
  ///
  /// @throws org.connectarium.graph.GraphException if it has no such scores
  JoinRule rule(ScoreRegistry registry) {
    return new JoinRule(
        minContinuity,
        registry.continuity(scores.continuity()),
        minContactVoxels,
        minSegmentVoxels,
        type.map(plain -> registry.type(plain, scores.types())),
        minTypeProbability,
        false);
  }

  /// The `kind` of an agglomerate: `other` if it is too small or none of its segments is of the
  /// type; else `axon` for `pAxon` and so on, or `any` without a type.
  String kind(boolean ofType, long voxels) {
    if (voxels < minAgglomerateVoxels) {
      return "other";
    }
    if (type.isEmpty()) {
      return "any";
    }
    return ofType ? type.get().substring(1).toLowerCase(Locale.ROOT) : "other";
  }

  String json() {
    return String.format(
        Locale.ROOT,
        "{\"minContinuity\":%s,\"minContactVoxels\":%d,\"minSegmentVoxels\":%d,\"type\":%s,"
            + "\"minTypeProbability\":%s,\"minAgglomerateVoxels\":%d,%s}",
        minContinuity,
        minContactVoxels,
        minSegmentVoxels,
        type.map(t -> '"' + t + '"').orElse("null"),
        minTypeProbability,
        minAgglomerateVoxels,
        scores.json());
  }
}
