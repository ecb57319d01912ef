package org.connectarium.ingest.tissue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.connectarium.ingest.noise.HashNoise;

/// Finds the initial segments of the axons of all cell bodies. Each leaves towards +x, where the
/// white matter is, and bends a little. It ends early where something is in its way: a vessel,
/// another cell body, the initial segment of a cell of higher rank, the quiet space at the origin.
/// One that would be shorter than 5 µm is left out.
///
/// All of it follows from hashes of cell bodies. The rank is a hash as well, and counts against the
/// way that a segment would take if there were no others: so none waits for a third one.
final class InitialSegments {
  private static final double STEP_NM = 90;
  private static final double HILLOCK_NM = 450;
  private static final double END_NM = 300;
  private static final double TAPER_NM = 4_000;
  private static final double SHORTEST_NM = 5_000;
  private static final double SHORT_NM = 10_000;
  private static final double LONG_NM = 20_000;
  private static final double TILT = 0.45;
  private static final double BEND = 0.3;
  private static final double BEND_LENGTH_NM = 6_000;
  private static final int TRIES = 8;

  /* Only every fifth node is compared with what could be in the way. */
  private static final int CHECKED = 5;
  private static final double MARGIN_NM = 1_200;
  private static final double APART_NM = 1_950;

  /* No middle line is farther from the middle of its cell body than this, along x and across. */
  private static final double AHEAD_NM = 26_000;
  private static final double ASIDE_NM = 12_000;

  /// A cell of the lattice of cell bodies.
  private record Cell(long x, long y, long z) {}

  /// Nodes of a middle line, of which the first lies inside the cell body; none if there is no cell
  /// body.
  @SuppressWarnings("ArrayRecordComponent")
  private record Way(Landmarks.Soma soma, double[][] nodes) {
    double outsideNm() {
      return (nodes.length - 1) * STEP_NM - (soma.radiusNm() - insideNm(soma));
    }
  }

  private final Landmarks landmarks;
  private final TissueParameters.Mitochondria mitochondria;
  private final double latticeNm;
  private final Memo<Cell, Way> ways = new Memo<>(1024, this::way);
  private final Memo<Cell, List<InitialSegment>> segments = new Memo<>(256, this::segment);

  InitialSegments(Landmarks landmarks, TissueParameters p) {
    this.landmarks = landmarks;
    this.mitochondria = p.mitochondria();
    this.latticeNm = p.geometry().somaSpacingUm() * 1000;
  }

  /// Those with a part of their middle line in a box given by its corners.
  List<InitialSegment> near(double[] lowNm, double[] highNm) {
    List<InitialSegment> near = new ArrayList<>();
    for (long z = cell(lowNm[2] - ASIDE_NM); z <= cell(highNm[2] + ASIDE_NM); z++) {
      for (long y = cell(lowNm[1] - ASIDE_NM); y <= cell(highNm[1] + ASIDE_NM); y++) {
        for (long x = cell(lowNm[0] - AHEAD_NM); x <= cell(highNm[0]); x++) {
          for (InitialSegment s : segments.get(new Cell(x, y, z))) {
            if (s.meets(lowNm, highNm)) {
              near.add(s);
            }
          }
        }
      }
    }
    return near;
  }

  private long cell(double nm) {
    return (long) Math.floor(nm / latticeNm);
  }

  /* Where the middle line begins, counted from the middle of the cell body: within its core. */
  private static double insideNm(Landmarks.Soma soma) {
    return Landmarks.CORE * soma.radiusNm() - 300;
  }

  /* The way of a segment if there were no others: the first of some that is free, or the longest. */
  private Way way(Cell c) {
    Landmarks.Soma soma = landmarks.soma(c.x(), c.y(), c.z());
    Way best = new Way(soma, new double[0][]);
    if (!soma.exists()) {
      return best;
    }
    double lengthNm =
        SHORT_NM + (LONG_NM - SHORT_NM) * HashNoise.unit(HashNoise.mix(soma.hash() + 8));
    int wanted = (int) ((soma.radiusNm() - insideNm(soma) + lengthNm) / STEP_NM) + 1;
    for (int i = 0; i < TRIES && best.nodes().length < wanted; i++) {
      double[][] nodes = nodes(soma, HashNoise.bits(soma.hash() + 7, i, 0, 0), wanted);
      if (nodes.length > best.nodes().length) {
        best = new Way(soma, nodes);
      }
    }
    return best;
  }

  private double[][] nodes(Landmarks.Soma soma, long hash, int wanted) {
    Dice dice = new Dice(hash);
    double[] d = Strand.unit(1, dice.between(-TILT, TILT), dice.between(-TILT, TILT));
    double begin = insideNm(soma);
    double[] q = {soma.x() + begin * d[0], soma.y() + begin * d[1], soma.z() + begin * d[2]};
    double[][] nodes = new double[wanted][];
    int free = 0;
    for (int i = 0; i < wanted; i++) {
      nodes[i] = q;
      if (i % CHECKED == 0 || i == wanted - 1) {
        if (!isFree(soma, q)) {
          return Arrays.copyOf(nodes, free);
        }
        free = i + 1;
      }
      double at = i * STEP_NM / BEND_LENGTH_NM;
      double[] turned =
          Strand.unit(
              d[0] + BEND * HashNoise.smooth(hash, at, 0.5, 0.5),
              d[1] + BEND * HashNoise.smooth(hash + 1, at, 0.5, 0.5),
              d[2] + BEND * HashNoise.smooth(hash + 2, at, 0.5, 0.5));
      q =
          new double[] {
            q[0] + STEP_NM * turned[0], q[1] + STEP_NM * turned[1], q[2] + STEP_NM * turned[2]
          };
    }
    return nodes;
  }

  private boolean isFree(Landmarks.Soma own, double[] q) {
    Landmarks.Soma nearest = landmarks.nearestSoma(q[0], q[1], q[2]);
    boolean alone = nearest.id() == own.id() || nearest.clearance(q[0], q[1], q[2]) > MARGIN_NM;
    return alone
        && Math.max(Math.abs(q[1] - own.y()), Math.abs(q[2] - own.z())) < ASIDE_NM
        && Landmarks.quietClearance(q[0], q[1], q[2]) > MARGIN_NM
        && landmarks.vesselClearance(q[0], q[1], q[2]) > MARGIN_NM;
  }

  /* One or none. */
  private List<InitialSegment> segment(Cell c) {
    Way way = ways.get(c);
    int free = way.nodes().length;
    int x = (int) Math.ceil((AHEAD_NM + APART_NM) / latticeNm);
    int aside = (int) Math.ceil((2 * ASIDE_NM + APART_NM) / latticeNm);
    for (long dz = -aside; dz <= aside && free > 0; dz++) {
      for (long dy = -aside; dy <= aside; dy++) {
        for (long dx = -x; dx <= x; dx++) {
          Way other = ways.get(new Cell(c.x() + dx, c.y() + dy, c.z() + dz));
          if (outranks(other.soma(), way.soma())) {
            free = Math.min(free, freeOf(way, other));
          }
        }
      }
    }
    Way cut = new Way(way.soma(), Arrays.copyOf(way.nodes(), free));
    return free == 0 || cut.outsideNm() < SHORTEST_NM
        ? List.of()
        : List.of(InitialSegment.of(cut.soma(), strand(cut), mitochondria));
  }

  private static boolean outranks(Landmarks.Soma a, Landmarks.Soma b) {
    return a.exists() && a.id() != b.id() && a.hash() >= b.hash();
  }

  /* How many nodes of a way come before it meets another one. */
  private static int freeOf(Way way, Way other) {
    for (int i = 0; i < way.nodes().length; i += CHECKED) {
      for (int k = 0; k < other.nodes().length; k += CHECKED) {
        if (Strand.distance(way.nodes()[i], other.nodes()[k]) < APART_NM) {
          return Math.max(0, i - CHECKED + 1);
        }
      }
    }
    return way.nodes().length;
  }

  private static Strand strand(Way way) {
    int n = way.nodes().length;
    double[][] q = new double[3][n];
    float[] radiusNm = new float[n];
    double hidden = way.soma().radiusNm() - insideNm(way.soma());
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < 3; k++) {
        q[k][i] = way.nodes()[i][k];
      }
      double outNm = Math.max(0, i * STEP_NM - hidden);
      double wander = 1 + 0.07 * HashNoise.smooth(way.soma().hash() + 6, outNm / 900, 0.5, 0.5);
      double taper = StrictMath.exp(-outNm / TAPER_NM);
      radiusNm[i] = (float) (wander * (END_NM + (HILLOCK_NM - END_NM) * taper));
    }
    return new Strand(0, Strand.Part.AXON, q[0], q[1], q[2], radiusNm, -1, -1);
  }
}
