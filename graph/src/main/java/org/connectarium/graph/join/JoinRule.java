package org.connectarium.graph.join;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.connectarium.graph.score.ScoreKind;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;

/// Which contacts join their segments. A `face` contact joins always, because its sides are one
/// object cut by a block face; others if they reach all thresholds.
///
/// - `minContinuity`: least continuity of a contact, 0…1; one without it does not join
/// - `continuity`: the property of contacts that says it, such as `pContinuity`
/// - `minContactVoxels`: least size of a contact
/// - `minSegmentVoxels`: least size of both segments
/// - `type`: a probability property of segments, such as `pAxon`; both segments must have it
/// - `minTypeProbability`: and reach this value, 0…1
/// - `withinBase`: both segments must have been one agglomerate when the agglomeration was made,
///   as where a partition parted segments in spite of a sure contact
public record JoinRule(
    double minContinuity,
    String continuity,
    long minContactVoxels,
    long minSegmentVoxels,
    Optional<String> type,
    double minTypeProbability,
    boolean withinBase) {

  private static final String NO_TYPE = "";

  /// What [#continuity] says of a contact that does not join.
  public static final float NONE = -1;

  /// What [#continuity] says of a contact at a block face, which joins whatever its segments are.
  public static final float FACE = 2;

  /// The same with another threshold.
  public JoinRule withMinContinuity(double other) {
    return new JoinRule(
        other,
        continuity,
        minContactVoxels,
        minSegmentVoxels,
        type,
        minTypeProbability,
        withinBase);
  }

  /// True if the segment is of the type, or none is asked for.
  public boolean isOfType(Node segment) {
    if (type.isEmpty()) {
      return true;
    }
    Object probability = segment.getProperty(type.get(), 0f);
    return probability instanceof Number number && atLeast(number.floatValue(), minTypeProbability);
  }

  /// True if the segment may be joined over contacts other than those at block faces.
  public boolean admits(Node segment) {
    return (minSegmentVoxels == 0
            || ((Number) segment.getProperty("voxels")).longValue() >= minSegmentVoxels)
        && isOfType(segment);
  }

  /// True if every segment is admitted, so that nobody needs to look.
  public boolean admitsAll() {
    return minSegmentVoxels == 0 && type.isEmpty();
  }

  /// The continuity of a contact that joins, or [#FACE]; [#NONE] if it does not join. Properties
  /// are read in one pass over their chain, for reading is what costs.
  ///
  /// @param admitted whether both segments are, as far as is known
  public float continuity(Relationship contact, boolean admitted) {
    Map<String, Object> is =
        minContactVoxels == 0
            ? contact.getProperties("face", continuity)
            : contact.getProperties("face", continuity, "voxels");
    if (Boolean.TRUE.equals(is.get("face"))) {
      return FACE;
    }
    float p = is.get(continuity) instanceof Number number ? number.floatValue() : NONE;
    boolean joins =
        admitted
            && p >= 0
            && atLeast(p, minContinuity)
            && (minContactVoxels == 0 || number(is, "voxels").longValue() >= minContactVoxels);
    return joins ? p : NONE;
  }

  private static Number number(Map<String, Object> properties, String name) {
    return (Number) Objects.requireNonNull(properties.get(name), name);
  }

  /// Probabilities are stored as floats, so they are compared as floats: 0.9 stored reaches 0.9.
  private static boolean atLeast(float probability, double threshold) {
    return probability >= (float) threshold;
  }

  /// Stores the rule as properties of a node.
  public void store(Node node) {
    node.setProperty("minContinuity", minContinuity);
    node.setProperty("continuity", continuity);
    node.setProperty("minContactVoxels", minContactVoxels);
    node.setProperty("minSegmentVoxels", minSegmentVoxels);
    node.setProperty("type", type.orElse(NO_TYPE));
    node.setProperty("minTypeProbability", minTypeProbability);
    node.setProperty("withinBase", withinBase);
  }

  /// The rule that [#store] put there.
  public static JoinRule load(Node node) {
    return new JoinRule(
        (double) node.getProperty("minContinuity"),
        (String) node.getProperty("continuity", ScoreKind.HEIGHT), // as before schema 6
        (long) node.getProperty("minContactVoxels"),
        (long) node.getProperty("minSegmentVoxels"),
        Optional.of((String) node.getProperty("type")).filter(t -> !t.equals(NO_TYPE)),
        (double) node.getProperty("minTypeProbability"),
        (boolean) node.getProperty("withinBase"));
  }
}
