package org.connectarium.ingest.tissue;

/// Puts microtubules, endoplasmic reticulum and mitochondria along the neurites of a tile.
final class Organelles {
  private static final double MICROTUBULE_NM = 12.5;
  private static final int STRIDE = 3;

  private final Dice dice;
  private final TissueParameters.Mitochondria mitochondria;
  private final Capsules out;

  Organelles(Dice dice, TissueParameters.Mitochondria mitochondria, Capsules out) {
    this.dice = dice;
    this.mitochondria = mitochondria;
    this.out = out;
  }

  void fill(Strand s) {
    double[][] side = sides(s);
    double r = mean(s);
    if (s.part() == Strand.Part.DENDRITE) {
      lines(s, side, Material.MICROTUBULE, MICROTUBULE_NM, (int) (r / 32), 0.62);
      lines(s, side, Material.ENDOPLASMIC_RETICULUM, 26, 1 + (int) (r / 260), 0.5);
      mitochondria(s, side, 0.36, Math.clamp(0.36 * r, 90, 190), 25);
    } else if (s.part() == Strand.Part.AXON) {
      lines(s, side, Material.MICROTUBULE, MICROTUBULE_NM, (int) (r / 34), 0.35);
      lines(s, side, Material.ENDOPLASMIC_RETICULUM, 17, r > 70 ? 1 : 0, 0.3);
      mitochondria(s, side, 0.1, Math.clamp(0.55 * r, 50, 130), 9);
    }
  }

  private static double mean(Strand s) {
    double sum = 0;
    for (float r : s.radiusNm()) {
      sum += r;
    }
    return sum / s.nodes();
  }

  /* A direction across the strand at each node, turning as little as possible from node to node. */
  private double[][] sides(Strand s) {
    double[][] side = new double[s.nodes()][];
    double[] d = dice.direction();
    for (int i = 0; i < s.nodes(); i++) {
      d = Strand.across(s.tangent(i), d);
      side[i] = d;
    }
    return side;
  }

  private static double[] offset(Strand s, double[][] side, int i, double turn, double share) {
    double[] u = side[i];
    double[] v = Strand.cross(s.tangent(i), u);
    double c = Math.cos(turn) * share * s.radiusNm()[i];
    double w = Math.sin(turn) * share * s.radiusNm()[i];
    return new double[] {
      s.x()[i] + c * u[0] + w * v[0], s.y()[i] + c * u[1] + w * v[1], s.z()[i] + c * u[2] + w * v[2]
    };
  }

  /* Lines that keep their place across the neurite. */
  private void lines(
      Strand s, double[][] side, Material what, double radiusNm, int count, double spread) {
    for (int k = 0; k < count; k++) {
      double turn = 2 * Math.PI * dice.unit();
      double share = spread * Math.sqrt(dice.unit());
      double[] before = offset(s, side, 0, turn, share);
      for (int i = STRIDE; i < s.nodes(); i += STRIDE) {
        double[] here = offset(s, side, i, turn, share);
        out.add(s.object(), what, radiusNm, before, here);
        before = here;
      }
    }
  }

  /* Rods that cover a share of the strand. */
  private void mitochondria(
      Strand s, double[][] side, double usualCover, double usualNm, int meanNodes) {
    if (mitochondria.share() == 0) {
      return;
    }
    double cover = usualCover * mitochondria.share();
    double radiusNm = usualNm * mitochondria.radius();
    int i = dice.below(meanNodes + 1);
    while (i < s.nodes() - 4) {
      int length = (int) (meanNodes * dice.between(0.5, 1.6));
      double turn = 2 * Math.PI * dice.unit();
      double share = 0.3 * dice.unit();
      double r = radiusNm * dice.between(0.75, 1.15);
      int last = Math.min(s.nodes() - 2, i + length);
      double[] before = offset(s, side, i, turn, share);
      for (int k = i + 2; k <= last; k += 2) {
        double[] here = offset(s, side, k, turn, share);
        out.add(s.object(), Material.MITOCHONDRION, r, before, here);
        before = here;
      }
      i = last + 1 + (int) (length * (1 / cover - 1) * dice.between(0.5, 1.5));
    }
  }

  /// A mitochondrion in some boutons, behind the vesicles.
  void bouton(Strand axon, int node, double boutonNm) {
    if (dice.unit() < 0.45 * mitochondria.share() && boutonNm > 150) {
      int a = Math.max(0, node - 3);
      int b = Math.min(axon.nodes() - 1, node + 3);
      double r = Math.min(120, 0.45 * boutonNm) * mitochondria.radius();
      out.add(axon.object(), Material.MITOCHONDRION, r, axon.node(a), axon.node(node));
      out.add(axon.object(), Material.MITOCHONDRION, r, axon.node(node), axon.node(b));
    }
  }
}
