package org.connectarium.ingest.tissue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.connectarium.ingest.tissue.Spines.Spine;
import org.connectarium.ingest.tissue.SynapseTruth.PairKind;

/// Lets axons choose partners among the spines, shafts, cell bodies and initial segments that they
/// come near.
///
/// An axon chooses with weight *availability × preference*: how near the other surface is, times
/// the factor of its class for the class of the target. With all factors 1 partners are met, not
/// chosen: Peters' rule (V. Braitenberg, A. Schüz, *Cortex: Statistics and Geometry of Neuronal
/// Connectivity*, Springer 1998).
final class Wiring {
  /// A place where an axon could make a synapse.
  ///
  /// @param axon strand of the axon
  /// @param node node of it that is nearest
  /// @param kind what would be hit
  /// @param post object that would be hit
  /// @param spine spine, or −1
  /// @param trunk ball of the shaft or initial segment, or −1
  /// @param gapNm distance of the surfaces
  record Option(
      int axon, int node, SynapseTruth.Kind kind, int post, int spine, int trunk, double gapNm) {}

  /// An option that was taken.
  record Choice(Option option, double asiUm2, PairKind pair) {}

  private static final double AVAILABILITY_NM = 110;
  private static final int BIN_NODES = 14;
  private static final int APART_NODES = 9;
  private static final int BOUTON_NODES = 6;
  private static final int ANY_NODE = -1;

  private final TissueParameters p;
  private final Cast cast;
  private final List<Strand> strands;
  private final List<Spine> spines;
  private final Landmarks landmarks;
  private final Warp warp;
  private final Dice dice;

  Wiring(
      TissueParameters p,
      Cast cast,
      List<Strand> strands,
      List<Spine> spines,
      Landmarks landmarks,
      Warp warp,
      Dice dice) {
    this.p = p;
    this.cast = cast;
    this.strands = strands;
    this.spines = spines;
    this.landmarks = landmarks;
    this.warp = warp;
    this.dice = dice;
  }

  /// @param all balls of all neurites
  /// @param trunks balls of shafts and of initial segments
  List<Choice> choose(Tiles.Index tile, BallGrid all, Balls trunks) {
    Balls heads = new Balls();
    for (int s = 0; s < spines.size(); s++) {
      Spine spine = spines.get(s);
      double[] h = spine.head();
      heads.add(
          spine.strand().object(), Strand.Part.SPINE.code, h[0], h[1], h[2], spine.headNm(), s);
    }
    BallGrid headGrid = new BallGrid(tile, heads);
    BallGrid trunkGrid = new BallGrid(tile, trunks);
    Map<Integer, List<Option>> options = new HashMap<>();
    List<Integer> events = new ArrayList<>();
    for (int a = 0; a < strands.size(); a++) {
      Strand axon = strands.get(a);
      if (axon.part() == Strand.Part.AXON && !cast.get(axon.object()).myelinated()) {
        options.put(a, options(a, headGrid, heads, trunkGrid, trunks));
        for (int n = dice.poisson(wanted(axon)); n > 0; n--) {
          events.add(a);
        }
      }
    }
    for (int i = events.size() - 1; i > 0; i--) {
      events.set(i, events.set(dice.below(i + 1), events.get(i)));
    }
    List<Option> taken = new ArrayList<>();
    int[] onSpine = new int[spines.size()];
    for (int a : events) {
      int before = taken.size();
      take(options.getOrDefault(a, List.of()), ANY_NODE, onSpine, all, taken, trunks);
      while (taken.size() > before && dice.unit() < 1 - 1 / perBouton(strands.get(a))) {
        before = taken.size();
        int beside = taken.getLast().node();
        take(options.getOrDefault(a, List.of()), beside, onSpine, all, taken, trunks);
        if (taken.size() == before) {
          take(options.getOrDefault(a, List.of()), ANY_NODE, onSpine, all, taken, trunks);
        }
      }
    }
    return new PlantedSizes(p.sizes(), strands, spines, dice).of(taken);
  }

  private double perBouton(Strand axon) {
    return cast.get(axon.object()).cellClass() == CellClass.THALAMOCORTICAL
        ? p.wiring().thalamocorticalPerBouton()
        : 1;
  }

  /* How many boutons an axon should have in the tile, on average. */
  private double wanted(Strand axon) {
    double um = axon.nodes() * Strand.STEP_NM / 1000;
    double rate = p.wiring().synapsesPerUm();
    if (cast.get(axon.object()).cellClass() == CellClass.THALAMOCORTICAL) {
      double depth = axon.x()[axon.nodes() / 2] / 100_000;
      rate *= Math.clamp(1 + p.wiring().thalamocorticalGradient() * depth, 0, 3);
    }
    return um * rate / perBouton(axon);
  }

  private List<Option> options(
      int a, BallGrid headGrid, Balls heads, BallGrid trunkGrid, Balls trunks) {
    Strand axon = strands.get(a);
    double reach = p.wiring().reachNm();
    Map<Long, Option> best = new LinkedHashMap<>();
    for (int i = 3; i < axon.nodes() - 3; i += 2) {
      int node = i;
      double r = axon.radiusNm()[i];
      headGrid.visit(
          axon.node(i),
          reach + r + 400,
          (b, d) -> {
            double gap = d - r - heads.radiusNm[b];
            if (gap < reach) {
              Option o =
                  new Option(
                      a,
                      node,
                      SynapseTruth.Kind.PRIMARY_SPINE,
                      heads.object[b],
                      heads.source[b],
                      -1,
                      Math.max(gap, 0));
              best.merge((long) heads.source[b], o, Wiring::nearer);
            }
          });
      trunkGrid.visit(
          axon.node(i),
          reach + r + 800,
          (b, d) -> {
            double gap = d - r - trunks.radiusNm[b];
            if (gap < reach) {
              SynapseTruth.Kind kind =
                  trunks.part[b] == Strand.Part.AXON.code
                      ? SynapseTruth.Kind.AIS
                      : SynapseTruth.Kind.SHAFT;
              Option o = new Option(a, node, kind, trunks.object[b], -1, b, Math.max(gap, 0));
              long kindBit = kind == SynapseTruth.Kind.AIS ? 0x2000_0000L : 0;
              long key = ((long) (node / BIN_NODES + 1) << 32) | trunks.object[b] | kindBit;
              best.merge(key, o, Wiring::nearer);
            }
          });
      soma(a, i, r, best);
    }
    return new ArrayList<>(best.values());
  }

  private void soma(int a, int i, double r, Map<Long, Option> best) {
    double[] q = strands.get(a).node(i);
    double x = warp.x(q[0], q[1], q[2]);
    double y = warp.y(q[0], q[1], q[2]);
    double z = warp.z(q[0], q[1], q[2]);
    Landmarks.Soma soma = landmarks.nearestSoma(x, y, z);
    if (soma.exists() && soma.clearance(x, y, z) - r < p.wiring().reachNm()) {
      int object = cast.soma(soma);
      Option o =
          new Option(
              a,
              i,
              SynapseTruth.Kind.SOMA,
              object,
              -1,
              -1,
              Math.max(soma.clearance(x, y, z) - r, 0));
      long key = ((long) (i / BIN_NODES + 1) << 32) | (object | 0x4000_0000L);
      best.merge(key, o, Wiring::nearer);
    }
  }

  private static Option nearer(Option a, Option b) {
    return b.gapNm() < a.gapNm() ? b : a;
  }

  /* Takes one of some options, near a node of the axon if one is given. */
  private void take(
      List<Option> options,
      int beside,
      int[] onSpine,
      BallGrid all,
      List<Option> taken,
      Balls trunks) {
    double[] weight = new double[options.size()];
    for (int tries = 0; tries < 6; tries++) {
      double sum = 0;
      for (int i = 0; i < weight.length; i++) {
        boolean near = beside < 0 || Math.abs(options.get(i).node() - beside) <= BOUTON_NODES;
        weight[i] = near ? weight(options.get(i), onSpine, taken) : 0;
        sum += weight[i];
      }
      if (sum <= 0) {
        return;
      }
      double at = dice.unit() * sum;
      int k = 0;
      while (k < weight.length - 1 && at >= weight[k]) {
        at -= weight[k++];
      }
      Option o = options.remove(k);
      if (isOpen(o, all, trunks)) {
        boolean second = o.spine() >= 0 && onSpine[o.spine()]++ > 0;
        taken.add(
            second
                ? new Option(
                    o.axon(),
                    o.node(),
                    SynapseTruth.Kind.SECONDARY_SPINE,
                    o.post(),
                    o.spine(),
                    -1,
                    o.gapNm())
                : o);
        return;
      }
      weight = new double[options.size()];
    }
  }

  private double weight(Option o, int[] onSpine, List<Option> taken) {
    CellClass axon = cast.get(strands.get(o.axon()).object()).cellClass();
    boolean spine = o.spine() >= 0;
    if (spine && onSpine[o.spine()] > (axon.isInhibitory() ? 1 : 0)) {
      return 0;
    }
    if (o.kind() == SynapseTruth.Kind.AIS && !axon.isInhibitory()) {
      return 0;
    }
    int apart = axon == CellClass.THALAMOCORTICAL ? 2 : APART_NODES;
    for (Option t : taken) {
      if (t.axon() == o.axon() && Math.abs(t.node() - o.node()) < apart) {
        return 0;
      }
    }
    double w = Math.exp(-o.gapNm() / AVAILABILITY_NM);
    w *= p.wiring().factor(axon, targetClass(o));
    return axon.isInhibitory() != spine ? w * p.wiring().spinePreference() : w;
  }

  private CellClass targetClass(Option o) {
    return o.kind() == SynapseTruth.Kind.AIS
        ? CellClass.INITIAL_SEGMENT
        : cast.get(o.post()).cellClass();
  }

  /* Whether nothing else lies between. */
  private boolean isOpen(Option o, BallGrid all, Balls trunks) {
    if (o.kind() == SynapseTruth.Kind.SOMA) {
      return true;
    }
    double[] from = strands.get(o.axon()).node(o.node());
    double r = strands.get(o.axon()).radiusNm()[o.node()];
    double[] to =
        o.spine() >= 0
            ? spines.get(o.spine()).head()
            : new double[] {trunks.x[o.trunk()], trunks.y[o.trunk()], trunks.z[o.trunk()]};
    double d = Strand.distance(from, to);
    for (double gap : new double[] {0.3 * o.gapNm(), 0.7 * o.gapNm()}) {
      double t = (r + gap) / d;
      double[] q = new double[3];
      for (int k = 0; k < 3; k++) {
        q[k] = from[k] + t * (to[k] - from[k]);
      }
      int owner = all.owner(q);
      if (owner != o.post() && owner != strands.get(o.axon()).object()) {
        return false;
      }
    }
    return true;
  }
}
