package org.connectarium.ingest.tissue;

import java.util.ArrayList;
import java.util.List;
import org.connectarium.ingest.tissue.Spines.Spine;
import org.connectarium.ingest.tissue.Wiring.Choice;
import org.connectarium.ingest.tissue.Wiring.Option;

/// Builds the synapses that were chosen: swells the axon, presses it against its partner so that
/// the contact has about the planted area, and drops those where something else came between.
final class Boutons {
  /// A synapse that was built.
  ///
  /// @param choice what it was built from
  /// @param middle middle of the contact in planned space
  /// @param normal direction from pre to post
  /// @param cloudNm radius of its ball of vesicles
  @SuppressWarnings("ArrayRecordComponent")
  record Built(Choice choice, double[] middle, double[] normal, double cloudNm) {}

  private static final double SMALLEST_NM = 165;
  private static final double SWELL_NODES = 4;
  private static final double LARGEST_NM = 420;

  private final TissueParameters p;
  private final List<Strand> strands;
  private final List<Spine> spines;
  private final BallGrid all;
  private final Landmarks landmarks;
  private final Warp warp;
  private final Dice dice;

  /// Balls of boutons and of the heads they press against.
  final Balls balls = new Balls();

  Boutons(
      TissueParameters p,
      List<Strand> strands,
      List<Spine> spines,
      BallGrid all,
      Landmarks landmarks,
      Warp warp,
      Dice dice) {
    this.p = p;
    this.strands = strands;
    this.spines = spines;
    this.all = all;
    this.landmarks = landmarks;
    this.warp = warp;
    this.dice = dice;
  }

  List<Built> build(List<Choice> choices, Balls trunks) {
    List<Built> built = new ArrayList<>();
    for (Choice c : choices) {
      built.add(build(c, trunks));
    }
    return built;
  }

  private Built build(Choice c, Balls trunks) {
    Option o = c.option();
    Strand axon = strands.get(o.axon());
    double[] from = axon.node(o.node());
    double[] to;
    double targetNm;
    double contactNm = Spines.contactNm(c.asiUm2());
    double fill = p.geometry().fillNm();
    double deepNm;
    if (o.spine() >= 0) {
      Spine spine = spines.get(o.spine());
      to = spine.head();
      double room = all.room(to, LARGEST_NM, o.post());
      targetNm = Math.clamp(Spines.headNm(c.asiUm2()), 90, Math.max(90, room));
      spine.strand().radiusNm()[spine.strand().nodes() - 1] = (float) targetNm;
      deepNm = depth(targetNm + fill, contactNm);
    } else if (o.trunk() >= 0) {
      to = new double[] {trunks.x[o.trunk()], trunks.y[o.trunk()], trunks.z[o.trunk()]};
      targetNm = trunks.radiusNm[o.trunk()];
      deepNm = targetNm;
    } else {
      Landmarks.Soma s = somaAt(from);
      targetNm = s.radiusNm();
      to = planned(s);
      deepNm = targetNm;
    }
    double[] n = Strand.unit(to[0] - from[0], to[1] - from[1], to[2] - from[2]);
    double wanted = Math.max(SMALLEST_NM, Math.max(0.9 * contactNm, targetNm < 450 ? targetNm : 0));
    double boutonNm = Math.clamp(wanted * dice.between(0.95, 1.15), 0, LARGEST_NM);
    double[] middle = along(to, n, -deepNm);
    double[] center = along(middle, n, -depth(boutonNm + fill, contactNm));
    boutonNm = Math.min(boutonNm, all.room(center, LARGEST_NM, axon.object()));
    boutonNm = Math.max(boutonNm, axon.radiusNm()[o.node()]);
    chain(axon.object(), from, axon.radiusNm()[o.node()], center, boutonNm);
    swell(axon, o.node(), 0.85 * boutonNm);
    return new Built(c, middle, n, Math.clamp(0.85 * boutonNm, 110, 260));
  }

  /* How far inside its ball a disc lies that the ball, grown by the fill, cuts out. */
  private static double depth(double grownNm, double discNm) {
    return Math.sqrt(Math.max(grownNm * grownNm - discNm * discNm, 0.16 * grownNm * grownNm));
  }

  private static double[] along(double[] a, double[] n, double nm) {
    return new double[] {a[0] + nm * n[0], a[1] + nm * n[1], a[2] + nm * n[2]};
  }

  private Landmarks.Soma somaAt(double[] q) {
    return landmarks.nearestSoma(
        warp.x(q[0], q[1], q[2]), warp.y(q[0], q[1], q[2]), warp.z(q[0], q[1], q[2]));
  }

  /* About where the middle of a cell body, which is not bent, lies in planned space. */
  private double[] planned(Landmarks.Soma s) {
    return new double[] {
      2 * s.x() - warp.x(s.x(), s.y(), s.z()),
      2 * s.y() - warp.y(s.x(), s.y(), s.z()),
      2 * s.z() - warp.z(s.x(), s.y(), s.z())
    };
  }

  private void chain(int object, double[] a, double ra, double[] b, double rb) {
    int n = (int) Math.ceil(Strand.distance(a, b) / 60);
    for (int i = 1; i <= n; i++) {
      double t = (double) i / n;
      double[] q = new double[3];
      for (int k = 0; k < 3; k++) {
        q[k] = a[k] + t * (b[k] - a[k]);
      }
      double r = Math.min(ra + t * (rb - ra), all.room(q, LARGEST_NM, object));
      balls.add(object, (byte) Strand.Part.AXON.ordinal(), q[0], q[1], q[2], Math.max(r, 50), -1);
    }
  }

  private void swell(Strand axon, int node, double radiusNm) {
    for (int i = node - 6; i <= node + 6; i++) {
      if (i >= 2 && i < axon.nodes() - 2) {
        double t = (i - node) / SWELL_NODES;
        double r = Math.min(radiusNm * Math.exp(-t * t), all.room(axon.node(i), LARGEST_NM, axon.object()));
        axon.radiusNm()[i] = (float) Math.max(axon.radiusNm()[i], r);
      }
    }
  }

  /// Whether a synapse joins what it should, in the tile as it has become.
  static boolean holds(Built b, BallGrid grown, int pre) {
    Option o = b.choice().option();
    boolean before = grown.owner(along(b.middle(), b.normal(), -45)) == pre;
    int behind = grown.owner(along(b.middle(), b.normal(), 45));
    return before && (behind == o.post() || o.kind() == SynapseTruth.Kind.SOMA);
  }
}
