package org.connectarium.ingest.tissue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// One cube of 3.8 µm inside one tile, seen from several sides. Seed 1.
class NeuropilTest {
  private static final int EDGE = 240;
  private static final double VOXEL_NM = 16;
  private static final VoxelSize VOXEL = new VoxelSize(VOXEL_NM, VOXEL_NM, VOXEL_NM);
  private static final Box CUBE = new Box(40, 40, 40, 40 + EDGE, 40 + EDGE, 40 + EDGE);

  private static final Tissue TISSUE = new Tissue(1, TissueParameters.DEFAULT);
  private static TissueBlock block = TISSUE.block(Box.ofSize(0, 0, 0), VOXEL);
  private static Map<Long, Neurite> cells = Map.of();

  @BeforeAll
  static void look() {
    block = TISSUE.block(CUBE, VOXEL);
    cells =
        TISSUE.neurites(CUBE, VOXEL).stream()
            .collect(Collectors.toMap(Neurite::id, Function.identity()));
  }

  private static Neurite cellAt(int i) {
    return cells.getOrDefault(
        block.neurite()[i], new Neurite(0, Neurite.Kind.GLIA, CellClass.ASTROCYTE, 0, false));
  }

  @Test
  void isMadeOfAxonsDendritesAndGliaAsCortexIs() {
    // coarse voxels of a larger cube: one of 4 µm holds too few dendrites for a mean
    VoxelSize coarse = new VoxelSize(48, 48, 48);
    Box cube = Box.ofSize(140, 140, 140);
    Map<Long, Neurite.Kind> kinds =
        TISSUE.neurites(cube, coarse).stream()
            .collect(Collectors.toMap(Neurite::id, Neurite::kind));
    Map<Neurite.Kind, Double> share = new EnumMap<>(Neurite.Kind.class);
    for (long id : TISSUE.block(cube, coarse).neurite()) {
      share.merge(kinds.getOrDefault(id, Neurite.Kind.GLIA), 1.0 / cube.voxels(), Double::sum);
    }
    double dendrites =
        share.getOrDefault(Neurite.Kind.DENDRITE, 0.0) + share.getOrDefault(Neurite.Kind.SOMA, 0.0);
    // mouse cortex, V. Braitenberg 2001
    assertThat(share.get(Neurite.Kind.AXON)).isCloseTo(0.36, within(0.05));
    assertThat(dendrites).isCloseTo(0.52, within(0.06));
    assertThat(share.get(Neurite.Kind.GLIA)).isCloseTo(0.12, within(0.04));
  }

  @Test
  void synapsesAreAsDenseAsInCortexAndMostlyOnSpines() {
    List<SynapseTruth> synapses = TISSUE.synapses(CUBE, VOXEL);
    double perUm3 = synapses.size() / (CUBE.voxels() * VOXEL.volumeUm3());
    assertThat(perUm3).isBetween(0.7, 1.3);
    long onSpines =
        synapses.stream().filter(s -> s.kind() == SynapseTruth.Kind.PRIMARY_SPINE).count();
    assertThat((double) onSpines / synapses.size()).isBetween(0.6, 0.9);
  }

  @Test
  void bothCellsOfASynapseTouchEachOtherWhereItIs() {
    int all = 0;
    int touching = 0;
    for (SynapseTruth s : TISSUE.synapses(CUBE, VOXEL)) {
      int x = (int) (Math.round(s.xNm() / VOXEL_NM) - CUBE.x0());
      int y = (int) (Math.round(s.yNm() / VOXEL_NM) - CUBE.y0());
      int z = (int) (Math.round(s.zNm() / VOXEL_NM) - CUBE.z0());
      int reach = 5;
      if (Math.min(x, Math.min(y, z)) > reach && Math.max(x, Math.max(y, z)) < EDGE - reach - 1) {
        all++;
        touching += touch(s, x, y, z, reach) ? 1 : 0;
      }
    }
    assertThat(all).isGreaterThan(20);
    assertThat(touching).as("of %s", all).isGreaterThanOrEqualTo((int) Math.ceil(0.97 * all));
  }

  /* Whether voxels of both cells share a face within 80 nm. */
  private static boolean touch(SynapseTruth s, int x, int y, int z, int reach) {
    for (int dz = -reach; dz <= reach; dz++) {
      for (int dy = -reach; dy <= reach; dy++) {
        for (int dx = -reach; dx <= reach; dx++) {
          int i = ((z + dz) * EDGE + y + dy) * EDGE + x + dx;
          if (block.neurite()[i] == s.preId()) {
            for (int step : new int[] {1, -1, EDGE, -EDGE, EDGE * EDGE, -EDGE * EDGE}) {
              if (block.neurite()[i + step] == s.postId()) {
                return true;
              }
            }
          }
        }
      }
    }
    return false;
  }

  @Test
  void contactsAreLargeWhereLargeOnesWerePlanted() {
    List<double[]> logs = new ArrayList<>();
    for (SynapseTruth s : TISSUE.synapses(CUBE, VOXEL)) {
      int x = (int) (Math.round(s.xNm() / VOXEL_NM) - CUBE.x0());
      int y = (int) (Math.round(s.yNm() / VOXEL_NM) - CUBE.y0());
      int z = (int) (Math.round(s.zNm() / VOXEL_NM) - CUBE.z0());
      int reach = 28;
      if (Math.min(x, Math.min(y, z)) > reach && Math.max(x, Math.max(y, z)) < EDGE - reach - 1) {
        logs.add(new double[] {Math.log(s.asiUm2()), Math.log(faces(s, x, y, z, reach))});
      }
    }
    assertThat(logs).hasSizeGreaterThan(20);
    assertThat(correlation(logs)).isGreaterThan(0.7);
  }

  /* Faces between voxels of both cells in a ball around a synapse. */
  private static int faces(SynapseTruth s, int x, int y, int z, int reach) {
    int faces = 0;
    for (int dz = -reach; dz <= reach; dz++) {
      for (int dy = -reach; dy <= reach; dy++) {
        for (int dx = -reach; dx <= reach; dx++) {
          int i = ((z + dz) * EDGE + y + dy) * EDGE + x + dx;
          if (dx * dx + dy * dy + dz * dz <= reach * reach && block.neurite()[i] == s.preId()) {
            for (int step : new int[] {1, -1, EDGE, -EDGE, EDGE * EDGE, -EDGE * EDGE}) {
              faces += block.neurite()[i + step] == s.postId() ? 1 : 0;
            }
          }
        }
      }
    }
    return faces;
  }

  private static double correlation(List<double[]> pairs) {
    double[] mean = new double[2];
    for (double[] p : pairs) {
      mean[0] += p[0] / pairs.size();
      mean[1] += p[1] / pairs.size();
    }
    double[] sum = new double[3];
    for (double[] p : pairs) {
      sum[0] += (p[0] - mean[0]) * (p[0] - mean[0]);
      sum[1] += (p[1] - mean[1]) * (p[1] - mean[1]);
      sum[2] += (p[0] - mean[0]) * (p[1] - mean[1]);
    }
    return sum[2] / Math.sqrt(sum[0] * sum[1]);
  }

  @Test
  void neuritesAreInOnePieceExceptWhereTheCubeCutsThem() {
    Map<Long, Long> orphanVoxels = new HashMap<>();
    Map<Long, Long> voxels = new HashMap<>();
    boolean[] seen = new boolean[block.neurite().length];
    int[] stack = new int[seen.length];
    Map<Long, long[]> largest = new HashMap<>();
    for (int i = 0; i < seen.length; i++) {
      if (!seen[i] && cellAt(i).kind() != Neurite.Kind.GLIA) {
        long id = block.neurite()[i];
        long n = flood(i, seen, stack);
        voxels.merge(id, Math.abs(n), Long::sum);
        if (n > 0) {
          long[] inner = largest.computeIfAbsent(id, k -> new long[1]);
          orphanVoxels.merge(id, Math.min(n, inner[0]), Long::sum);
          inner[0] = Math.max(n, inner[0]);
        }
      }
    }
    // a neurite that is wholly inside has one piece that is no orphan
    largest.forEach(
        (id, n) -> {
          if (voxels.getOrDefault(id, 0L) - orphanVoxels.getOrDefault(id, 0L) > n[0]) {
            orphanVoxels.merge(id, n[0], Long::sum);
          }
        });
    long all = voxels.values().stream().mapToLong(Long::longValue).sum();
    long orphans = orphanVoxels.values().stream().mapToLong(Long::longValue).sum();
    long cut = orphanVoxels.values().stream().filter(n -> n > 0).count();
    assertThat((double) orphans / all).isLessThan(0.0001);
    assertThat((double) cut / voxels.size()).isLessThan(0.03);
    assertThat(voxels).hasSizeGreaterThan(80);
  }

  /* Voxels of the 26-connected piece around a voxel; negative if it reaches the rim of the cube. */
  private static long flood(int start, boolean[] seen, int[] stack) {
    long id = block.neurite()[start];
    int depth = 0;
    long n = 0;
    boolean rim = false;
    stack[depth++] = start;
    seen[start] = true;
    while (depth > 0) {
      int i = stack[--depth];
      n++;
      int x = i % EDGE;
      int y = i / EDGE % EDGE;
      int z = i / EDGE / EDGE;
      rim |= x == 0 || y == 0 || z == 0 || x == EDGE - 1 || y == EDGE - 1 || z == EDGE - 1;
      for (int k = 0; k < 27; k++) {
        int nx = x + k % 3 - 1;
        int ny = y + k / 3 % 3 - 1;
        int nz = z + k / 9 - 1;
        if (nx >= 0 && ny >= 0 && nz >= 0 && nx < EDGE && ny < EDGE && nz < EDGE) {
          int j = (nz * EDGE + ny) * EDGE + nx;
          if (!seen[j] && block.neurite()[j] == id) {
            seen[j] = true;
            stack[depth++] = j;
          }
        }
      }
    }
    return rim ? -n : n;
  }

  @Test
  void middleLinesLieInsideTheirCells() {
    int all = 0;
    int inside = 0;
    for (Skeleton s : TISSUE.skeletons(CUBE, VOXEL)) {
      for (int k = 0; k < s.parent().length; k++) {
        long x = Math.round(s.xNm()[k] / VOXEL_NM) - CUBE.x0();
        long y = Math.round(s.yNm()[k] / VOXEL_NM) - CUBE.y0();
        long z = Math.round(s.zNm()[k] / VOXEL_NM) - CUBE.z0();
        all++;
        inside += block.neurite()[(int) ((z * EDGE + y) * EDGE + x)] == s.neuriteId() ? 1 : 0;
      }
    }
    assertThat(all).isGreaterThan(3000);
    assertThat((double) inside / all).isGreaterThan(0.985);
  }

  @Test
  void holdsMaterialsOfEverythingThatNeuropilIsMadeOf() {
    boolean[] met = new boolean[Material.values().length];
    for (byte m : block.material()) {
      met[m] = true;
    }
    for (Material m :
        List.of(
            Material.EXTRACELLULAR,
            Material.MEMBRANE,
            Material.AXON_CYTOPLASM,
            Material.DENDRITE_CYTOPLASM,
            Material.SPINE_CYTOPLASM,
            Material.GLIA_CYTOPLASM,
            Material.MITOCHONDRION,
            Material.MITOCHONDRIAL_MEMBRANE,
            Material.ENDOPLASMIC_RETICULUM,
            Material.MICROTUBULE,
            Material.VESICLE,
            Material.VESICLE_MEMBRANE,
            Material.POSTSYNAPTIC_DENSITY,
            Material.CLEFT)) {
      assertThat(met[m.code()]).as(m.name()).isTrue();
    }
  }

  @Test
  void mitochondriaAreAsManyAndAsLargeAsAsked() {
    VoxelSize coarse = new VoxelSize(48, 48, 48);
    Box box = Box.ofSize(120, 120, 120);
    double usual = mitochondria(box, coarse, new TissueParameters.Mitochondria(1, 1));
    assertThat(usual).isBetween(0.01, 0.06);
    assertThat(mitochondria(box, coarse, new TissueParameters.Mitochondria(0, 1))).isZero();
    assertThat(mitochondria(box, coarse, new TissueParameters.Mitochondria(2, 1)))
        .isBetween(1.4 * usual, 2.6 * usual);
    assertThat(mitochondria(box, coarse, new TissueParameters.Mitochondria(1, 1.4)))
        .isBetween(1.3 * usual, 2.2 * usual);
  }

  private static double mitochondria(
      Box box, VoxelSize voxelSize, TissueParameters.Mitochondria mitochondria) {
    TissueParameters d = TissueParameters.DEFAULT;
    TissueParameters p =
        new TissueParameters(
            d.geometry(),
            d.wiring(),
            d.sizes(),
            mitochondria,
            d.membraneNm(),
            d.gapNm(),
            d.roughNm());
    int voxels = 0;
    for (byte m : new Tissue(1, p).block(box, voxelSize).material()) {
      voxels +=
          m == Material.MITOCHONDRION.code() || m == Material.MITOCHONDRIAL_MEMBRANE.code() ? 1 : 0;
    }
    return (double) voxels / box.voxels();
  }
}
