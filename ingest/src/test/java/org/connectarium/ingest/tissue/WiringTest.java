package org.connectarium.ingest.tissue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.connectarium.ingest.tissue.SynapseTruth.PairKind;
import org.connectarium.ingest.tissue.TissueParameters.Geometry;
import org.connectarium.ingest.tissue.TissueParameters.Preference;
import org.connectarium.ingest.tissue.TissueParameters.Sizes;
import org.connectarium.ingest.tissue.TissueParameters.Wiring;
import org.junit.jupiter.api.Test;

/// Counts synapses of planned tiles; nothing is painted.
class WiringTest {
  /* Fewer axons, half of the dendrites smooth, no neurite ends on the way: quick, and with enough
   * of everything. */
  private static final Geometry SPARSE =
      new Geometry(9, 4, 95, 0.3, 360, 0.25, 110, 0.05, 0.6, 0, 0, 0.5, 1000, 1000);

  /* Half of the axons are inhibitory, and no axon cares for spines. */
  private static final Wiring EVEN = new Wiring(0.2, 0, 0.5, 0, 0.2, 2, 2, 260, 0, 1, 1, List.of());

  private static final Sizes INDEPENDENT = new Sizes(Sizes.DEFAULT.populations(), 0, 0, 0.04, 1);

  private static TissueParameters with(Wiring wiring, Sizes sizes) {
    return new TissueParameters(
        SPARSE, wiring, sizes, TissueParameters.DEFAULT.mitochondria(), 8, 20, 30);
  }

  private static TilePlan plan(TissueParameters p, long x) {
    long seed = 3;
    Landmarks landmarks = new Landmarks(seed, p);
    Warp warp = new Warp(seed);
    Lanes lanes = new Lanes(seed, p, landmarks, warp);
    Fill fill = new Fill(seed, p);
    return new TilePlanner(seed, p, lanes, landmarks, warp, fill, new Tiles.Index(x, 0, 0)).plan();
  }

  /* Odds that inhibitory axons choose smooth dendrites, over the same odds of corticocortical ones. */
  private static double oddsRatio(Wiring wiring) {
    double[][] n = new double[2][2];
    for (int x = 0; x < 3; x++) {
      TilePlan plan = plan(with(wiring, INDEPENDENT), x);
      Map<Long, CellClass> classes = new HashMap<>();
      plan.neurites().forEach(c -> classes.put(c.id(), c.cellClass()));
      for (SynapseTruth s : plan.synapses()) {
        CellClass pre = classes.get(s.preId());
        if (pre != CellClass.THALAMOCORTICAL) {
          n[pre == CellClass.INHIBITORY_DENDRITIC ? 1 : 0][
              classes.get(s.postId()) == CellClass.SMOOTH ? 1 : 0]++;
        }
      }
    }
    return (n[1][1] / n[1][0]) / (n[0][1] / n[0][0]);
  }

  @Test
  void plantedPreferencesAreFoundByCountingSynapses() {
    Preference preference = new Preference(CellClass.INHIBITORY_DENDRITIC, CellClass.SMOOTH, 6);
    assertThat(oddsRatio(EVEN.withPreferences(List.of(preference)))).isBetween(3.0, 9.0);
  }

  @Test
  void withoutPreferencesPartnersAreMetAndNotChosen() {
    assertThat(oddsRatio(EVEN.withoutPreferences())).isBetween(0.6, 1.6);
  }

  @Test
  void pairsPlantedAlikeAreAlike() {
    List<Double> alike = pairDifferences(new Sizes(Sizes.DEFAULT.populations(), 0.5, 0.5, 0.04, 1));
    List<Double> independent = pairDifferences(INDEPENDENT);
    assertThat(alike).hasSizeGreaterThan(15);
    assertThat(independent).hasSizeGreaterThan(15);
    assertThat(mean(alike)).isLessThan(0.2);
    assertThat(mean(independent)).isGreaterThan(0.45);
  }

  /* |ln a − ln b| of the two areas of each pair of primary spine synapses. */
  private static List<Double> pairDifferences(Sizes sizes) {
    Wiring onSpines = new Wiring(0, 0, 0, 0, 0.6, 3, 3, 260, 0, 1, 50, List.of());
    Map<String, List<Double>> areas = new HashMap<>();
    for (SynapseTruth s : plan(with(onSpines, sizes), 0).synapses()) {
      boolean counted = sizes.ltpLike() == 0 || s.pairKind() != PairKind.NONE;
      if (counted && s.kind() == SynapseTruth.Kind.PRIMARY_SPINE) {
        areas
            .computeIfAbsent(s.preId() + "→" + s.postId(), k -> new ArrayList<>())
            .add(Math.log(s.asiUm2()));
      }
    }
    return areas.values().stream()
        .filter(a -> a.size() == 2)
        .map(a -> Math.abs(a.get(0) - a.get(1)))
        .toList();
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }

  @Test
  void thalamocorticalSynapsesFollowTheGradient() {
    Wiring steep = new Wiring(0.5, 0, 0, 0, 0.3, 2, 2, 260, 5, 1, 1, List.of());
    assertThat(thalamocorticalShare(steep, 2)).isGreaterThan(2 * thalamocorticalShare(steep, -2));
  }

  private static double thalamocorticalShare(Wiring wiring, long tileX) {
    TilePlan plan = plan(with(wiring, INDEPENDENT), tileX);
    Map<Long, CellClass> classes = new HashMap<>();
    plan.neurites().forEach(c -> classes.put(c.id(), c.cellClass()));
    return plan.synapses().stream()
            .filter(s -> classes.get(s.preId()) == CellClass.THALAMOCORTICAL)
            .count()
        / (double) plan.synapses().size();
  }

  @Test
  void thalamocorticalBoutonsHoldSeveralSynapsesIfTheyShould() {
    Wiring one = new Wiring(0.5, 0, 0, 0, 0.2, 3, 3, 260, 0, 1, 1, List.of());
    Wiring several = new Wiring(0.5, 0, 0, 0, 0.2, 3, 3, 260, 0, 3, 1, List.of());
    List<SynapseTruth> apart = thalamocortical(plan(with(one, INDEPENDENT), 0));
    List<SynapseTruth> together = thalamocortical(plan(with(several, INDEPENDENT), 0));
    assertThat((double) together.size() / apart.size()).isBetween(0.7, 1.3);
    assertThat(shareWithNeighbour(together)).isGreaterThan(1.8 * shareWithNeighbour(apart));
  }

  private static List<SynapseTruth> thalamocortical(TilePlan plan) {
    Map<Long, CellClass> classes = new HashMap<>();
    plan.neurites().forEach(c -> classes.put(c.id(), c.cellClass()));
    return plan.synapses().stream()
        .filter(s -> classes.get(s.preId()) == CellClass.THALAMOCORTICAL)
        .toList();
  }

  /* Share of synapses that have another one of the same axon within 0.6 µm. */
  private static double shareWithNeighbour(List<SynapseTruth> synapses) {
    long n =
        synapses.stream()
            .filter(
                s ->
                    synapses.stream()
                        .anyMatch(
                            o -> o.id() != s.id() && o.preId() == s.preId() && nm(s, o) < 600))
            .count();
    return (double) n / synapses.size();
  }

  private static double nm(SynapseTruth a, SynapseTruth b) {
    return Strand.distance(
        new double[] {a.xNm(), a.yNm(), a.zNm()}, new double[] {b.xNm(), b.yNm(), b.zNm()});
  }

  @Test
  void thalamocorticalBoutonsAreLargerWhereThereIsRoom() {
    Wiring wiring = new Wiring(0.5, 0, 0, 0, 0.2, 3, 3, 260, 0, 1, 40, List.of());
    Sizes large = new Sizes(Sizes.DEFAULT.populations(), 0, 0, 0.04, 1.8);
    double ratio =
        boutonNm(plan(with(wiring, large), 0)) / boutonNm(plan(with(wiring, INDEPENDENT), 0));
    assertThat(ratio).isBetween(1.07, 1.8);
  }

  /* Mean of the largest radius of the axon within 0.4 µm of each thalamocortical synapse. */
  private static double boutonNm(TilePlan plan) {
    Balls b = plan.balls();
    double sum = 0;
    List<SynapseTruth> synapses = thalamocortical(plan);
    for (SynapseTruth s : synapses) {
      double largest = 0;
      for (int i = 0; i < b.n; i++) {
        double d =
            Strand.distance(
                new double[] {b.x[i], b.y[i], b.z[i]}, new double[] {s.xNm(), s.yNm(), s.zNm()});
        if (d < 400 && plan.neurites().get(b.object[i]).id() == s.preId()) {
          largest = Math.max(largest, b.radiusNm[i]);
        }
      }
      sum += largest;
    }
    return sum / synapses.size();
  }
}
