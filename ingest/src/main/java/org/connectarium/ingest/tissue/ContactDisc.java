package org.connectarium.ingest.tissue;

/// Flattens the two cells of a synapse against each other: small balls of each, side by side behind
/// the disc of contact. A ball alone cuts out of its neighbour what room it has, not what was
/// planted; the balls of a disc need little room each.
final class ContactDisc {
  static final double BALL_NM = 80;

  /* a larger ball where there is room: it gets more out of its neighbours */
  private static final double LARGE_NM = 120;

  /* how far it stays away from middle lines of others, so that it cuts none between two balls */
  private static final double ROOM_NM = 30;
  private static final double PRESS_NM = 20;
  private static final double PITCH_NM = 80;
  private static final double LEAST_SHARE = 0.6;
  private static final double LEAST_SEEN_NM = 25;

  /* A small contact comes about without help, and all of them reach beyond the outermost balls:
   * calibrated with the area found in voxels, docs/simulation.md. */
  private static final double GROWTH = 1.2;
  private static final double SPARED_NM = 120;

  private final BallGrid all;
  private final Balls out;

  /// @param all all that is there already, boutons included
  /// @param out takes the new balls
  ContactDisc(BallGrid all, Balls out) {
    this.all = all;
    this.out = out;
  }

  /// Flattens both cells of a synapse; a cell body is flat enough.
  void add(Boutons.Built b, int pre, Balls trunks) {
    Wiring.Option o = b.choice().option();
    double discNm = Spines.contactNm(b.choice().asiUm2());
    double[] n = b.normal();
    double[] back = {-n[0], -n[1], -n[2]};
    add(pre, Strand.Part.AXON.code, b.middle(), back, discNm);
    if (o.spine() >= 0) {
      add(o.post(), Strand.Part.SPINE.code, b.middle(), n, discNm);
    } else if (o.trunk() >= 0) {
      add(o.post(), trunks.part[o.trunk()], b.middle(), n, discNm);
    }
  }

  /// Adds the balls of one of the two cells.
  ///
  /// @param middle middle of the contact
  /// @param inwards direction from there into the cell, of length 1
  /// @param discNm radius of the planted contact
  private void add(int object, byte part, double[] middle, double[] inwards, double discNm) {
    double[] any = Math.abs(inwards[0]) < 0.8 ? new double[] {1, 0, 0} : new double[] {0, 1, 0};
    double[] u = Strand.across(inwards, any);
    double[] v = Strand.cross(inwards, u);
    double reachNm = Math.max(0, GROWTH * discNm - SPARED_NM);
    int steps = (int) (reachNm / PITCH_NM);
    int[][] added = new int[2 * steps + 1][2 * steps + 1]; // index in out + 1, 0 if none
    for (int ring = 0; ring <= steps; ring++) {
      for (int i = -ring; i <= ring; i++) {
        for (int j = -ring; j <= ring; j++) {
          boolean onRing = Math.max(Math.abs(i), Math.abs(j)) == ring;
          boolean within = PITCH_NM * Math.sqrt(i * i + j * j) <= reachNm;
          int hook = added[steps + inner(i, ring)][steps + inner(j, ring)];
          if (onRing && within && (ring == 0 || hook > 0)) {
            double[] q = new double[3];
            for (int k = 0; k < 3; k++) {
              q[k] = middle[k] + PITCH_NM * (i * u[k] + j * v[k]);
            }
            boolean done =
                add(object, part, q, inwards, LARGE_NM, LARGE_NM, ROOM_NM, hook - 1)
                    || add(object, part, q, inwards, BALL_NM, LEAST_SHARE * BALL_NM, 0, hook - 1);
            added[steps + i][steps + j] = done ? out.n : 0;
          }
        }
      }
    }
  }

  /* Row or column of the ball that one of a ring hangs on, so that none lies alone. */
  private static int inner(int i, int ring) {
    return Math.abs(i) == ring ? i - Integer.signum(i) : i;
  }

  /* A ball that reaches a little over the disc at one place of it, if it need not be too small. */
  private boolean add(
      int object,
      byte part,
      double[] place,
      double[] inwards,
      double ballNm,
      double leastNm,
      double spareNm,
      int hook) {
    double back = ballNm - PRESS_NM;
    double x = place[0] + back * inwards[0];
    double y = place[1] + back * inwards[1];
    double z = place[2] + back * inwards[2];
    double[] q = {x, y, z};
    double radiusNm = all.room(q, ballNm + spareNm, object) - spareNm;
    if (radiusNm < leastNm || all.depth(q, object) > radiusNm - LEAST_SEEN_NM) {
      return false;
    }
    if (hook >= 0 && !isJoined(q, radiusNm, object, hook)) {
      return false;
    }
    out.add(object, part, x, y, z, radiusNm, -1);
    return true;
  }

  /* Whether nothing shows between a ball and the one it is to hang on. */
  private boolean isJoined(double[] q, double radiusNm, int object, int hook) {
    double[] other = {out.x[hook], out.y[hook], out.z[hook]};
    double[] between = new double[3];
    for (int k = 0; k < 3; k++) {
      between[k] = 0.5 * (q[k] + other[k]);
    }
    double own = Math.max(radiusNm, out.radiusNm[hook]) - 0.5 * Strand.distance(q, other);
    return own > all.depth(between, object);
  }
}
