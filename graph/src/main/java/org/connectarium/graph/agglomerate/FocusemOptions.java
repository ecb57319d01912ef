package org.connectarium.graph.agglomerate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.connectarium.graph.growth.GrowthParameters;
import org.connectarium.graph.join.JoinRule;
import org.connectarium.graph.leftover.LeftoverParameters;
import org.connectarium.graph.procedure.ParameterRecord;
import org.connectarium.graph.procedure.ProcedureOptions;
import org.connectarium.graph.score.ScoreChoice;
import org.connectarium.graph.score.ScoreRegistry;
import org.connectarium.graph.soma.SomaParameters;
import org.connectarium.graph.spine.SpineParameters;

/// Which steps of FocusEM's agglomeration run, in this order, and how.
///
/// @param steps each works on what those before it made
/// @param voxelNm size of a voxel, x, y, z; needed by growth only, else empty
/// @param exclusion segments with more vessel, nucleus or myelin are left out of all steps but
///     somata and spines
/// @param scores which continuity and whose types the steps look at
public record FocusemOptions(
    List<FocusemStep> steps,
    List<Double> voxelNm,
    Exclusion exclusion,
    FirstAgglomeration axons,
    FirstAgglomeration dendrites,
    SomaParameters somata,
    LeftoverParameters leftovers,
    GrowthParameters growth,
    SpineParameters spines,
    ScoreChoice scores) {

  /// Segments above one of these are no axons, dendrites or leftovers.
  public record Exclusion(double vessel, double nucleus, double myelin) {}

  /// Thresholds of FocusEM's first agglomeration; all but the last must be exceeded.
  public record FirstAgglomeration(
      double continuityAbove,
      long contactVoxelsAbove,
      long segmentVoxelsAbove,
      double typeAbove,
      long minAgglomerateVoxels) {}

  /// All steps with the values of A. Motta et al., Science 2019,
  /// [doi:10.1126/science.aay3134](https://doi.org/10.1126/science.aay3134).
  public static final FocusemOptions DEFAULT =
      new FocusemOptions(
          List.of(FocusemStep.values()),
          List.of(),
          new Exclusion(0.5, 0.5, 0.5),
          new FirstAgglomeration(0.97, 60, 300, 0.5, 100),
          new FirstAgglomeration(0.98, 300, 500, 0.3, 100),
          SomaParameters.DEFAULT,
          LeftoverParameters.DEFAULT,
          GrowthParameters.DEFAULT,
          SpineParameters.DEFAULT,
          ScoreChoice.PLAIN);

  private static final List<String> KEYS =
      List.of(
          "steps",
          "voxelSizeNm",
          "exclusion",
          "axons",
          "dendrites",
          "somata",
          "leftovers",
          "growth",
          "spines",
          ScoreChoice.CONTINUITY,
          ScoreChoice.TYPES);

  /// Checks what belongs together.
  ///
  /// @throws IllegalArgumentException if a step comes twice, or the size of voxels is none
  public FocusemOptions {
    steps = List.copyOf(steps);
    voxelNm = List.copyOf(voxelNm);
    if (steps.isEmpty() || steps.stream().distinct().count() < steps.size()) {
      throw new IllegalArgumentException(
          "steps must name at least one step and none twice but was " + words(steps));
    }
    if (!voxelNm.isEmpty() && (voxelNm.size() != 3 || voxelNm.stream().anyMatch(nm -> !(nm > 0)))) {
      throw new IllegalArgumentException(
          "voxelSizeNm must be three numbers above 0 for x, y, z but was " + voxelNm);
    }
  }

  static FocusemOptions of(Map<String, Object> map) {
    ProcedureOptions options = new ProcedureOptions(map, KEYS);
    List<FocusemStep> steps =
        options
            .texts("steps")
            .map(all -> all.stream().map(FocusemStep::of).toList())
            .orElse(DEFAULT.steps);
    return new FocusemOptions(
        steps,
        options.numbers("voxelSizeNm"),
        ParameterRecord.with(DEFAULT.exclusion, options.map("exclusion")),
        ParameterRecord.with(DEFAULT.axons, options.map("axons")),
        ParameterRecord.with(DEFAULT.dendrites, options.map("dendrites")),
        ParameterRecord.with(DEFAULT.somata, options.map("somata")),
        ParameterRecord.with(DEFAULT.leftovers, options.map("leftovers")),
        ParameterRecord.with(DEFAULT.growth, options.map("growth")),
        ParameterRecord.with(DEFAULT.spines, options.map("spines")),
        ScoreChoice.of(options));
  }

  /// Joins are, inside what the steps left together, contacts that reach the lower of the first
  /// thresholds.
  JoinRule rule(ScoreRegistry registry) {
    double least = Math.min(axons.continuityAbove, dendrites.continuityAbove);
    return new JoinRule(
        AgglomerationOptions.above(least),
        registry.continuity(scores.continuity()),
        0,
        0,
        Optional.empty(),
        0,
        true);
  }

  String json() {
    return "{\"steps\":%s,\"voxelSizeNm\":%s,\"exclusion\":%s,\"axons\":%s,\"dendrites\":%s,"
            .formatted(
                words(steps),
                voxelNm,
                ParameterRecord.json(exclusion),
                ParameterRecord.json(axons),
                ParameterRecord.json(dendrites))
        + "\"somata\":%s,\"leftovers\":%s,\"growth\":%s,\"spines\":%s,%s}"
            .formatted(
                ParameterRecord.json(somata),
                ParameterRecord.json(leftovers),
                ParameterRecord.json(growth),
                ParameterRecord.json(spines),
                scores.json());
  }

  private static String words(List<FocusemStep> steps) {
    return steps.stream()
        .map(step -> '"' + step.word() + '"')
        .collect(Collectors.joining(",", "[", "]"));
  }
}
