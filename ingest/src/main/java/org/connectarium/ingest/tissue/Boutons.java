package org.connectarium.ingest.tissue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
  private static final int LOBE_TRIES = 16;
  private static final double SEARCH_NM = 200;
  private static final double LARGEST_NM = 420;

  private final TissueParameters.Sizes sizes;
  private final Cast cast;
  private final Fill fill;
  private final List<Strand> strands;
  private final List<Spine> spines;
  private final BallGrid all;
  private final Landmarks landmarks;
  private final Warp warp;
  private final Dice dice;

  /// Balls of boutons and of the heads they press against.
  final Balls balls = new Balls();

  Boutons(
      TissueParameters.Sizes sizes,
      Cast cast,
      Fill fill,
      List<Strand> strands,
      List<Spine> spines,
      BallGrid all,
      Landmarks landmarks,
      Warp warp,
      Dice dice) {
    this.sizes = sizes;
    this.cast = cast;
    this.fill = fill;
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
    double growNm =
        fill.at(
            warp.x(from[0], from[1], from[2]),
            warp.y(from[0], from[1], from[2]),
            warp.z(from[0], from[1], from[2]));
    double deepNm;
    if (o.spine() >= 0) {
      Spine spine = spines.get(o.spine());
      to = spine.head();
      double room = all.room(to, LARGEST_NM, o.post());
      targetNm = Math.clamp(Spines.headNm(c.asiUm2()), 90, Math.max(90, room));
      spine.strand().radiusNm()[spine.strand().nodes() - 1] = (float) targetNm;
      deepNm = depth(targetNm + growNm, contactNm);
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
    boolean thalamocortical = cast.get(axon.object()).cellClass() == CellClass.THALAMOCORTICAL;
    double scale = thalamocortical ? sizes.thalamocorticalBouton() : 1;
    double largestNm = scale * LARGEST_NM;
    double boutonNm = Math.clamp(scale * wanted * dice.between(0.95, 1.15), 0, largestNm);
    double[] middle = along(to, n, -deepNm);
    double[] center = along(middle, n, -depth(boutonNm + growNm, contactNm));
    boutonNm = Math.min(boutonNm, all.room(center, largestNm, axon.object()));
    boutonNm = Math.max(boutonNm, axon.radiusNm()[o.node()]);
    chain(axon.object(), from, axon.radiusNm()[o.node()], center, boutonNm);
    if (scale > 1) {
      lobe(axon.object(), center, boutonNm, scale * wanted);
    }
    chain(axon.object(), center, boutonNm, along(middle, n, -ContactDisc.BALL_NM), 60);
    swell(axon, o.node(), 0.85 * boutonNm, scale * SWELL_NODES);
    return new Built(c, middle, n, Math.clamp(1.3 * boutonNm, 180, 280));
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
      double r = Math.min(ra + t * (rb - ra), all.room(q, 2 * LARGEST_NM, object));
      balls.add(object, Strand.Part.AXON.code, q[0], q[1], q[2], Math.max(r, 50), -1);
    }
  }

  /* A second ball of a large bouton, on the side where there is most room. */
  private void lobe(int object, double[] center, double boutonNm, double wantedNm) {
    double[] best = center;
    double most = 0;
    for (int i = 0; i < LOBE_TRIES; i++) {
      double[] q = along(center, dice.direction(), boutonNm * dice.between(0.5, 1));
      double room = all.room(q, wantedNm, object);
      if (room > most) {
        most = room;
        best = q;
      }
    }
    if (most > 0.6 * boutonNm) {
      balls.add(object, Strand.Part.AXON.code, best[0], best[1], best[2], most, -1);
    }
  }

  private void swell(Strand axon, int node, double radiusNm, double swellNodes) {
    int reach = (int) (1.5 * swellNodes);
    for (int i = node - reach; i <= node + reach; i++) {
      if (i >= 2 && i < axon.nodes() - 2) {
        double t = (i - node) / swellNodes;
        double r =
            Math.min(
                radiusNm * Math.exp(-t * t), all.room(axon.node(i), 2 * LARGEST_NM, axon.object()));
        axon.radiusNm()[i] = (float) Math.max(axon.radiusNm()[i], r);
      }
    }
  }

  /// Moves the middle of a synapse onto the border between its two cells, in the tile as it has
  /// become; nothing if something else came between them.
  static Optional<Built> settled(Built b, BallGrid grown, int pre) {
    Option o = b.choice().option();
    double low = -SEARCH_NM;
    double high = SEARCH_NM;
    if (grown.owner(along(b.middle(), b.normal(), low)) != pre) {
      low = -0.3 * SEARCH_NM;
      if (grown.owner(along(b.middle(), b.normal(), low)) != pre) {
        return Optional.empty();
      }
    }
    while (high - low > 8) {
      double at = (low + high) / 2;
      if (grown.owner(along(b.middle(), b.normal(), at)) == pre) {
        low = at;
      } else {
        high = at;
      }
    }
    int behind = grown.owner(along(b.middle(), b.normal(), high + 12));
    if (behind != o.post() && o.kind() != SynapseTruth.Kind.SOMA) {
      return Optional.empty();
    }
    double[] middle =
        o.kind() == SynapseTruth.Kind.SOMA ? b.middle() : along(b.middle(), b.normal(), high);
    return Optional.of(new Built(b.choice(), middle, b.normal(), b.cloudNm()));
  }
}
