package org.connectarium.ingest.tissue;

import java.util.ArrayList;
import java.util.List;

/// The spines that dendrites offer: each a neck that leaves the shaft sideways, and a head. Those
/// that no axon takes are not grown.
final class Spines {
  /// A spine.
  ///
  /// @param strand from the middle of the shaft to the middle of the head
  /// @param asiUm2 area of contact it has room for
  /// @param lobe middle of a second ball of the head, which makes it less round
  @SuppressWarnings("ArrayRecordComponent")
  record Spine(Strand strand, double asiUm2, double[] lobe) {
    double[] head() {
      return strand.node(strand.nodes() - 1);
    }

    float headNm() {
      return strand.radiusNm()[strand.nodes() - 1];
    }
  }

  private static final int TRIES = 40;
  private static final double STEP_NM = 45;

  private final TissueParameters p;
  private final Sites sites;
  private final Cast cast;
  private final Dice dice;

  Spines(TissueParameters p, Sites sites, Cast cast, Dice dice) {
    this.p = p;
    this.sites = sites;
    this.cast = cast;
    this.dice = dice;
  }

  /// Radius of the head that goes with an area of contact.
  static double headNm(double asiUm2) {
    return Math.clamp(0.88 * contactNm(asiUm2), 105, 400);
  }

  /// Radius of a disc of the area.
  static double contactNm(double asiUm2) {
    return 1000 * Math.sqrt(asiUm2 / Math.PI);
  }

  List<Spine> offer(List<Strand> trunks) {
    List<Spine> spines = new ArrayList<>();
    for (int t = 0; t < trunks.size(); t++) {
      Strand trunk = trunks.get(t);
      double perUm =
          cast.get(trunk.object()).cellClass() == CellClass.SMOOTH
              ? p.wiring().smoothSpinesPerUm()
              : p.wiring().spinesPerUm();
      int n = dice.poisson(Math.min(100, perUm * trunk.nodes() * Strand.STEP_NM / 1000));
      for (int i = 0; i < n; i++) {
        offer(trunk, t, spines);
      }
    }
    return spines;
  }

  private void offer(Strand trunk, int t, List<Spine> spines) {
    double area = p.sizes().draw(dice);
    double headNm = headNm(area);
    for (int attempt = 0; attempt < TRIES; attempt++) {
      int node = dice.below(trunk.nodes());
      double[] root = trunk.node(node);
      double[] along = trunk.tangent(node);
      double[] out = Strand.across(along, dice.direction());
      double r = trunk.radiusNm()[node];
      double reach = r + headNm + 120 + 800 * dice.unit() * dice.unit() + 150 * dice.unit();
      double slant = dice.between(-0.5, 0.5);
      double[] head = new double[3];
      double[] bend = new double[3];
      double[] sway = dice.direction();
      for (int k = 0; k < 3; k++) {
        head[k] = root[k] + reach * (out[k] + slant * along[k]);
        bend[k] = root[k] + 0.6 * reach * out[k] + 0.22 * reach * sway[k];
      }
      if (sites.rimNm(head) > headNm + 150
          && sites.ballIsFree(head, headNm + 50, trunk.object())
          && far(head, headNm, spines)) {
        Strand strand = neck(trunk.object(), root, bend, head, headNm, t, node);
        if (isFree(strand, r)) {
          double[] lobe = dice.direction();
          for (int k = 0; k < 3; k++) {
            lobe[k] = head[k] + 0.45 * headNm * lobe[k];
          }
          spines.add(new Spine(strand, area, lobe));
          sites.paint(strand, 30, 70);
          return;
        }
      }
    }
  }

  /* Heads of one dendrite would pass each other as free. */
  private static boolean far(double[] head, double headNm, List<Spine> spines) {
    for (Spine s : spines) {
      if (Strand.distance(head, s.head()) < headNm + s.headNm() + 120) {
        return false;
      }
    }
    return true;
  }

  private Strand neck(
      int object, double[] a, double[] b, double[] c, double headNm, int trunk, int node) {
    int n = Math.max(4, (int) Math.ceil((Strand.distance(a, b) + Strand.distance(b, c)) / STEP_NM));
    double[][] q = new double[3][n];
    float[] r = new float[n];
    double neckNm = dice.between(58, 92);
    for (int i = 0; i < n; i++) {
      double t = i / (n - 1.0);
      for (int k = 0; k < 3; k++) {
        q[k][i] = (1 - t) * (1 - t) * a[k] + 2 * t * (1 - t) * b[k] + t * t * c[k];
      }
      r[i] = (float) neckNm;
    }
    r[n - 1] = (float) headNm;
    r[n - 2] = (float) Math.max(neckNm, 0.75 * headNm);
    return new Strand(object, Strand.Part.SPINE, q[0], q[1], q[2], r, trunk, node);
  }

  private boolean isFree(Strand s, double trunkNm) {
    for (int i = 0; i < s.nodes(); i++) {
      boolean outside = Strand.distance(s.node(i), s.node(0)) > trunkNm;
      if (outside && !sites.isFreeFor(sites.at(s.node(i)), s.object())) {
        return false;
      }
    }
    return true;
  }
}
