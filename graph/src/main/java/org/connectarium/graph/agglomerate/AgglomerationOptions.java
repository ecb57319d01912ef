package org.connectarium.graph.agglomerate;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.connectarium.graph.procedure.ProcedureOptions;

/// Thresholds of the first agglomeration. A contact joins its segments if it reaches all of
/// them; a `face` contact joins always, because its sides are one object cut by a block face.
///
/// - `minContinuity`: least `pContinuity` of a contact, 0…1
/// - `minContactVoxels`: least size of a contact
/// - `minSegmentVoxels`: least size of both segments
/// - `type`: a probability property of segments, such as `pAxon`; both segments must have it
/// - `minTypeProbability`: and reach this value, 0…1
///
/// FocusEM used strict comparison: 0.97, 60, 300, `pAxon`, 0.5 for axons and 0.98, 300, 500,
/// `pDendrite`, 0.3 for dendrites.
public record AgglomerationOptions(
    double minContinuity,
    long minContactVoxels,
    long minSegmentVoxels,
    Optional<String> type,
    double minTypeProbability) {

  public static final AgglomerationOptions DEFAULT =
      new AgglomerationOptions(0.98, 0, 0, Optional.empty(), 0.5);

  private static final Pattern TYPE = Pattern.compile("p[A-Z][A-Za-z]*");
  private static final List<String> KEYS =
      List.of(
          "minContinuity", "minContactVoxels", "minSegmentVoxels", "type", "minTypeProbability");

  /// @throws IllegalArgumentException if a value is out of its range
  public AgglomerationOptions {
    if (!(minContinuity >= 0 && minContinuity <= 1)) {
      throw new IllegalArgumentException("minContinuity must be 0…1 but was " + minContinuity);
    }
    if (!(minTypeProbability >= 0 && minTypeProbability <= 1)) {
      throw new IllegalArgumentException(
          "minTypeProbability must be 0…1 but was " + minTypeProbability);
    }
    if (minContactVoxels < 0 || minSegmentVoxels < 0) {
      throw new IllegalArgumentException(
          "minContactVoxels and minSegmentVoxels must not be negative but were "
              + minContactVoxels
              + " and "
              + minSegmentVoxels);
    }
    if (type.isPresent() && !TYPE.matcher(type.get()).matches()) {
      throw new IllegalArgumentException(
          "type must name a probability of segments such as pAxon but was " + type.get());
    }
  }

  /// A continuity threshold alone.
  public static AgglomerationOptions minContinuity(double minContinuity) {
    return new AgglomerationOptions(minContinuity, 0, 0, DEFAULT.type, DEFAULT.minTypeProbability);
  }

  static AgglomerationOptions of(Map<String, Object> map) {
    ProcedureOptions options = new ProcedureOptions(map, KEYS);
    return new AgglomerationOptions(
        options.probability("minContinuity", DEFAULT.minContinuity),
        options.count("minContactVoxels", DEFAULT.minContactVoxels),
        options.count("minSegmentVoxels", DEFAULT.minSegmentVoxels),
        options.text("type"),
        options.probability("minTypeProbability", DEFAULT.minTypeProbability));
  }

  /// The `kind` of an agglomerate: `any` without a type; with one, `axon` for `pAxon` and so on,
  /// or `other` for segments outside of the type.
  String kind(boolean ofType) {
    if (type.isEmpty()) {
      return "any";
    }
    return ofType ? type.get().substring(1).toLowerCase(Locale.ROOT) : "other";
  }

  String json() {
    return String.format(
        Locale.ROOT,
        "{\"minContinuity\":%s,\"minContactVoxels\":%d,\"minSegmentVoxels\":%d,\"type\":%s,"
            + "\"minTypeProbability\":%s}",
        minContinuity,
        minContactVoxels,
        minSegmentVoxels,
        type.map(t -> '"' + t + '"').orElse("null"),
        minTypeProbability);
  }
}
