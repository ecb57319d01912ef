package org.connectarium.ingest.tissue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.connectarium.ingest.tissue.TissueParameters.Geometry;
import org.connectarium.ingest.tissue.TissueParameters.Preference;
import org.connectarium.ingest.tissue.TissueParameters.Sizes;
import org.connectarium.ingest.tissue.TissueParameters.Wiring;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;
import org.junit.jupiter.api.Test;

/// Initial segments of axons: where they run, what they are painted as, who finds them. Seed 3.
class InitialSegmentTest {
  private static final long SEED = 3;
  private static final double VOXEL_NM = 40;
  private static final VoxelSize VOXEL = new VoxelSize(VOXEL_NM, VOXEL_NM, VOXEL_NM);
  private static final Tissue TISSUE = new Tissue(SEED, TissueParameters.DEFAULT);
  private static final Landmarks LANDMARKS = new Landmarks(SEED, TissueParameters.DEFAULT);

  /* A segment that crosses the faces between tiles, as those of more than a tile's length do. */
  private static final InitialSegment SEGMENT =
      segments(30).stream().filter(s -> lengthUm(s) > 12).findFirst().orElseThrow();

  private static List<InitialSegment> segments(double halfUm) {
    double h = halfUm * 1000;
    return LANDMARKS.initialSegmentsNear(new double[] {-h, -h, -h}, new double[] {h, h, h}, 0);
  }

  /* Length outside of the cell body. */
  private static double lengthUm(InitialSegment s) {
    Strand strand = s.strand();
    double sum = 0;
    for (int i = 1; i < strand.nodes(); i++) {
      double[] q = strand.node(i);
      if (s.soma().clearance(q[0], q[1], q[2]) > 0) {
        sum += Strand.distance(strand.node(i - 1), q) / 1000;
      }
    }
    return sum;
  }

  @Test
  void nearlyEveryCellBodyHasOne() {
    Set<Long> owners = new HashSet<>();
    segments(90).forEach(s -> owners.add(s.soma().id()));
    double[] low = {-50_000, -50_000, -50_000};
    double[] high = {50_000, 50_000, 50_000};
    List<Landmarks.Soma> somata = LANDMARKS.somataNear(low, high);
    long with = somata.stream().filter(s -> owners.contains(s.id())).count();
    assertThat(somata).hasSizeGreaterThan(100);
    assertThat((double) with / somata.size()).isGreaterThan(0.93);
  }

  @Test
  void areTenToTwentyMicrometresLongUnlessSomethingIsInTheWay() {
    List<Double> lengths = segments(60).stream().map(InitialSegmentTest::lengthUm).toList();
    assertThat(lengths).hasSizeGreaterThan(60).allMatch(um -> um > 4.8 && um < 20.1);
    assertThat(lengths.stream().filter(um -> um > 9.8).count())
        .isGreaterThan((long) (0.9 * lengths.size()));
  }

  @Test
  void keepApartFromEachOtherFromVesselsAndFromTheQuietSpace() {
    List<InitialSegment> all = segments(60);
    for (InitialSegment s : all) {
      for (int i = 0; i < s.strand().nodes(); i++) {
        double[] q = s.strand().node(i);
        assertThat(LANDMARKS.vesselClearance(q[0], q[1], q[2])).isGreaterThan(800);
        assertThat(Landmarks.quietClearance(q[0], q[1], q[2])).isGreaterThan(800);
        for (InitialSegment other : all) {
          boolean self = other.soma().id() == s.soma().id();
          assertThat(self || nearestNm(other.strand(), q) > 1200).isTrue();
          assertThat(self || other.soma().clearance(q[0], q[1], q[2]) > 800).isTrue();
        }
      }
    }
  }

  private static double nearestNm(Strand s, double[] q) {
    double least = Double.MAX_VALUE;
    for (int i = 0; i < s.nodes(); i++) {
      least = Math.min(least, Strand.distance(s.node(i), q));
    }
    return least;
  }

  /* The box of voxels around a piece of the segment. */
  private static Box around(int first, int last, int margin) {
    Strand s = SEGMENT.strand();
    long[] low = {Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE};
    long[] high = {Long.MIN_VALUE, Long.MIN_VALUE, Long.MIN_VALUE};
    for (int i = first; i <= last; i++) {
      for (int k = 0; k < 3; k++) {
        long at = Math.round(s.node(i)[k] / VOXEL_NM);
        low[k] = Math.min(low[k], at - margin);
        high[k] = Math.max(high[k], at + margin + 1);
      }
    }
    return new Box(low[0], low[1], low[2], high[0], high[1], high[2]);
  }

  @Test
  void arePaintedAsOneAxonFromTheCellBodyToTheEnd() {
    int nodes = SEGMENT.strand().nodes();
    Box box = around(0, nodes - 1, 5);
    TissueBlock block = TISSUE.block(box, VOXEL);
    boolean[] met = new boolean[Material.values().length];
    for (int i = 0; i < nodes; i++) {
      double[] q = SEGMENT.strand().node(i);
      int at = index(box, q);
      assertThat(block.neurite()[at]).as("node %s", i).isEqualTo(SEGMENT.soma().id());
      if (SEGMENT.soma().clearance(q[0], q[1], q[2]) > 300) {
        for (int beside = -4; beside <= 4; beside++) {
          met[block.material()[at + beside * (int) box.sizeX()]] = true;
        }
      }
    }
    assertThat(met[Material.AXON_CYTOPLASM.code()]).isTrue();
    assertThat(met[Material.MICROTUBULE.code()]).isTrue();
    assertThat(met[Material.SOMA_CYTOPLASM.code()]).isFalse();
    assertThat(met[Material.DENDRITE_CYTOPLASM.code()]).isFalse();
  }

  private static int index(Box box, double[] q) {
    long x = Math.round(q[0] / VOXEL_NM) - box.x0();
    long y = Math.round(q[1] / VOXEL_NM) - box.y0();
    long z = Math.round(q[2] / VOXEL_NM) - box.z0();
    return (int) ((z * box.sizeY() + y) * box.sizeX() + x);
  }

  @Test
  void haveTheSameBytesInAnyBox() {
    Box box = around(85, 115, 12);
    TissueBlock whole = TISSUE.block(box, VOXEL);
    Tissue other = new Tissue(SEED, TissueParameters.DEFAULT);
    assertThat(whole.neurite()).contains(SEGMENT.soma().id());
    for (Box b : box.blocks(31, 17, 13).reversed()) {
      assertSameAsIn(whole, other.block(b, VOXEL));
    }
  }

  private static void assertSameAsIn(TissueBlock whole, TissueBlock part) {
    Box b = part.box();
    int i = 0;
    for (long z = b.z0(); z < b.z1(); z++) {
      for (long y = b.y0(); y < b.y1(); y++) {
        for (long x = b.x0(); x < b.x1(); x++, i++) {
          int at = index(whole.box(), new double[] {x * VOXEL_NM, y * VOXEL_NM, z * VOXEL_NM});
          if (part.neurite()[i] != whole.neurite()[at]
              || part.material()[i] != whole.material()[at]
              || Float.compare(part.membraneNm()[i], whole.membraneNm()[at]) != 0) {
            throw new AssertionError("Block " + b + " differs at " + x + ", " + y + ", " + z);
          }
        }
      }
    }
  }

  @Test
  void areListedWithTheirCellAndHaveAMiddleLine() {
    Box box = around(80, 100, 1);
    assertThat(TISSUE.neurites(box, VOXEL))
        .anyMatch(n -> n.id() == SEGMENT.soma().id() && n.kind() == Neurite.Kind.SOMA);
    double lengthUm =
        TISSUE.skeletons(box, VOXEL).stream()
            .filter(s -> s.neuriteId() == SEGMENT.soma().id())
            .mapToDouble(Skeleton::lengthUm)
            .sum();
    assertThat(lengthUm).isBetween(1.7, 2.3);
  }

  @Test
  void onlyInhibitoryAxonsMakeSynapsesOnThemAndThoseThatPreferThemMost() {
    List<Preference> preferences =
        List.of(new Preference(CellClass.INHIBITORY_AXOAXONIC, CellClass.INITIAL_SEGMENT, 100));
    Map<CellClass, Integer> chosen = synapsesByClass(preferences);
    Map<CellClass, Integer> met = synapsesByClass(List.of());
    Set<CellClass> inhibitory =
        EnumSet.of(CellClass.INHIBITORY_AXOAXONIC, CellClass.INHIBITORY_DENDRITIC);
    assertThat(inhibitory).containsAll(chosen.keySet()).containsAll(met.keySet());
    // not all: some places have no axoaxonic axon within reach
    assertThat(shareOfAxoaxonic(chosen)).isGreaterThan(shareOfAxoaxonic(met) + 0.15);
    assertThat(shareOfAxoaxonic(met)).isBetween(0.2, 0.7);
    assertThat(total(chosen)).isGreaterThan(1.5 * total(met));
  }

  private static double shareOfAxoaxonic(Map<CellClass, Integer> synapses) {
    return synapses.getOrDefault(CellClass.INHIBITORY_AXOAXONIC, 0) / total(synapses);
  }

  private static double total(Map<CellClass, Integer> synapses) {
    return synapses.values().stream().mapToInt(Integer::intValue).sum();
  }

  /* Synapses on four segments by the class of their axons, of which a third each are axoaxonic,
   * dendritic and excitatory. Checks that they lie on them. */
  private static Map<CellClass, Integer> synapsesByClass(List<Preference> preferences) {
    Wiring wiring = new Wiring(0, 0, 0.33, 0.33, 0.2, 3.2, 0.4, 260, 0, 1, 40, preferences);
    TissueParameters p =
        new TissueParameters(
            Geometry.DEFAULT,
            wiring,
            Sizes.DEFAULT,
            TissueParameters.DEFAULT.mitochondria(),
            8,
            20,
            30);
    Warp warp = new Warp(SEED);
    Lanes lanes = new Lanes(SEED, p, LANDMARKS, warp);
    Fill fill = new Fill(SEED, p);
    Map<CellClass, Integer> count = new EnumMap<>(CellClass.class);
    List<InitialSegment> four =
        segments(40).stream().filter(s -> lengthUm(s) > 12).limit(4).toList();
    Set<Tiles.Index> tiles = new LinkedHashSet<>();
    four.forEach(s -> tiles.addAll(tiles(s, warp)));
    for (Tiles.Index tile : tiles) {
      TilePlan plan = new TilePlanner(SEED, p, lanes, LANDMARKS, warp, fill, tile).plan();
      Map<Long, CellClass> classes = new HashMap<>();
      plan.neurites().forEach(n -> classes.put(n.id(), n.cellClass()));
      for (SynapseTruth s : plan.synapses()) {
        for (InitialSegment segment : four) {
          if (s.kind() == SynapseTruth.Kind.AIS && s.postId() == segment.soma().id()) {
            double[] q = {s.xNm(), s.yNm(), s.zNm()};
            assertThat(nearestNm(segment.strand(), q)).isBetween(150.0, 700.0);
            count.merge(classes.get(s.preId()), 1, Integer::sum);
          }
        }
      }
    }
    return count;
  }

  private static Set<Tiles.Index> tiles(InitialSegment segment, Warp warp) {
    Set<Tiles.Index> tiles = new LinkedHashSet<>();
    for (int i = 0; i < segment.strand().nodes(); i += 20) {
      double[] q = segment.strand().node(i);
      double[] planned = warp.unbent(q[0], q[1], q[2]);
      tiles.add(new Tiles.Index(Tiles.of(planned[0]), Tiles.of(planned[1]), Tiles.of(planned[2])));
    }
    return tiles;
  }
}
