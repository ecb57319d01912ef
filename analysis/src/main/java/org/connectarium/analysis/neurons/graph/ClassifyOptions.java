package org.connectarium.analysis.neurons.graph;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.connectarium.analysis.neurons.Boutons;
import org.connectarium.analysis.neurons.NeuronRules;
import org.connectarium.graph.procedure.ProcedureOptions;

/// Options of `connectome.neurons.classify`.
///
/// @param boutonNm cutoff of the clusters of synapses
/// @param boutonReachNm segments this near along the axon are of a bouton
/// @param pathFactor path lengths are multiplied by it
/// @param voxelNm3 volume of a voxel, empty if it is not given
record ClassifyOptions(
    NeuronRules rules,
    double boutonNm,
    double boutonReachNm,
    double pathFactor,
    OptionalDouble voxelNm3) {
  private static final String MIN_SYNAPSES = "minSynapses";
  private static final String EXCITATORY_FROM = "excitatoryFrom";
  private static final String INHIBITORY_BELOW = "inhibitoryBelow";
  private static final String THALAMOCORTICAL_FROM = "thalamocorticalFrom";
  private static final String SMOOTH_BELOW = "smoothBelowPerUm";
  private static final String MIN_TRUNK = "minTrunkUm";
  private static final String BOUTON_NM = "boutonNm";
  private static final String BOUTON_REACH_NM = "boutonReachNm";
  private static final String PATH_FACTOR = "pathFactor";
  private static final String VOXEL_SIZE_NM = "voxelSizeNm";
  private static final List<String> KEYS =
      List.of(
          MIN_SYNAPSES,
          EXCITATORY_FROM,
          INHIBITORY_BELOW,
          THALAMOCORTICAL_FROM,
          SMOOTH_BELOW,
          MIN_TRUNK,
          BOUTON_NM,
          BOUTON_REACH_NM,
          PATH_FACTOR,
          VOXEL_SIZE_NM);

  /// How the procedure describes them.
  static final String DESCRIPTION =
      "minSynapses (10; of an axon with a class), excitatoryFrom (0.5; share of primary spine"
          + " synapses), inhibitoryBelow (0.2), thalamocorticalFrom (0.6; probability),"
          + " smoothBelowPerUm (0.4; spines per µm of trunk), minTrunkUm (5; shorter dendrites are"
          + " fragments), boutonNm (2433; cutoff of average linkage along the axon), boutonReachNm"
          + " (1000; what is of a bouton), pathFactor (1; lengths are multiplied by it), voxelSizeNm"
          + " (none; [x, y, z], without it there is no volume and no thalamocortical class).";

  static ClassifyOptions of(Map<String, Object> map) {
    ProcedureOptions o = new ProcedureOptions(map, KEYS);
    NeuronRules ours = NeuronRules.DEFAULT;
    double pathFactor = o.number(PATH_FACTOR, 1);
    double boutonNm = o.number(BOUTON_NM, Boutons.CUTOFF_NM);
    double reachNm = o.number(BOUTON_REACH_NM, 1000);
    if (!(pathFactor > 0) || !(boutonNm >= 0) || !(reachNm >= 0)) {
      throw new IllegalArgumentException(
          "pathFactor must be above 0, boutonNm and boutonReachNm 0 or more but were %s, %s and %s"
              .formatted(pathFactor, boutonNm, reachNm));
    }
    return new ClassifyOptions(
        new NeuronRules(
            Math.toIntExact(o.count(MIN_SYNAPSES, ours.minSynapses())),
            o.probability(EXCITATORY_FROM, ours.excitatoryFrom()),
            o.probability(INHIBITORY_BELOW, ours.inhibitoryBelow()),
            o.probability(THALAMOCORTICAL_FROM, ours.thalamocorticalFrom()),
            o.number(SMOOTH_BELOW, ours.smoothBelowPerUm()),
            o.number(MIN_TRUNK, ours.minTrunkUm())),
        boutonNm,
        reachNm,
        pathFactor,
        voxelNm3(o.numbers(VOXEL_SIZE_NM)));
  }

  private static OptionalDouble voxelNm3(List<Double> sizes) {
    if (sizes.isEmpty()) {
      return OptionalDouble.empty();
    }
    if (sizes.size() != 3 || sizes.stream().anyMatch(s -> !(s > 0))) {
      throw new IllegalArgumentException(
          "Option voxelSizeNm must be [x, y, z] in nm, each above 0, but was " + sizes);
    }
    return OptionalDouble.of(sizes.get(0) * sizes.get(1) * sizes.get(2));
  }
}
