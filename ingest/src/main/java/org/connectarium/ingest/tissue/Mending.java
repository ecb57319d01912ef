package org.connectarium.ingest.tissue;

import java.util.Arrays;
import java.util.List;

/// Keeps neurites in one piece: where a thicker neighbour hides the middle line of one, that one
/// gets a ball that just shows there.
///
/// Such a ball hides the middle line of the neighbour in turn only where both lines nearly meet.
/// There, one of them is led past the other.
final class Mending {
  /* how much deeper than others a neurite is on its middle line at least */
  private static final float SPARE_NM = 25;
  private static final float LEAST_NM = 12;

  /* how far from the line of the other one that was in its way passes */
  private static final double ASIDE_NM = 50;

  /* points of one line are not farther apart than this */
  private static final double NEXT_NM = 90;

  private final Balls balls;

  /* where cells have to show, one line after the other */
  private final Balls points = new Balls();
  private final BallGrid grid;
  private final float[] own;
  private final float[] others;
  private final int[] hider;

  private Mending(Tiles.Index tile, Warp warp, List<Strand> strands, Balls boutons, Balls balls) {
    this.balls = balls;
    Balls lines = new Balls();
    strands.forEach(s -> lines.add(s, -1));
    lines.addAll(boutons);
    lines.bend(warp);
    addPoints(lines);
    this.grid = new BallGrid(tile, points);
    this.own = new float[points.n];
    this.others = new float[points.n];
    this.hider = new int[points.n];
  }

  /// Adds what is missing.
  ///
  /// @param strands middle lines of the tile, in planned space
  /// @param boutons balls of boutons and of what joins them to their axons, in planned space
  /// @param balls all balls of the tile where they lie in the tissue; takes the new ones
  static void mend(Tiles.Index tile, Warp warp, List<Strand> strands, Balls boutons, Balls balls) {
    Mending m = new Mending(tile, warp, strands, boutons, balls);
    m.measure();
    m.thicken();
    m.measure();
    m.leadPast();
  }

  /* The nodes, and what lies half way between two of them. */
  private void addPoints(Balls lines) {
    for (int i = 0; i < lines.n; i++) {
      if (i > 0 && isNext(lines, i - 1, i)) {
        double x = 0.5 * (lines.x[i - 1] + lines.x[i]);
        double y = 0.5 * (lines.y[i - 1] + lines.y[i]);
        double z = 0.5 * (lines.z[i - 1] + lines.z[i]);
        points.add(lines.object[i], lines.part[i], x, y, z, 0, -1);
      }
      points.add(lines.object[i], lines.part[i], lines.x[i], lines.y[i], lines.z[i], 0, -1);
    }
  }

  /* How deep each point lies in balls of its own cell, and in those of others. */
  private void measure() {
    Arrays.fill(own, 0);
    Arrays.fill(others, 0);
    for (int i = 0; i < balls.n; i++) {
      int ball = i;
      float radiusNm = balls.radiusNm[i];
      grid.visit(
          new double[] {balls.x[i], balls.y[i], balls.z[i]},
          radiusNm,
          (k, d) -> {
            float deep = (float) (radiusNm - d);
            if (points.object[k] == balls.object[ball]) {
              own[k] = Math.max(own[k], deep);
            } else if (deep > others[k]) {
              others[k] = deep;
              hider[k] = balls.object[ball];
            }
          });
    }
  }

  private void thicken() {
    for (int k = 0; k < points.n; k++) {
      if (others[k] > 0 && others[k] > own[k] - SPARE_NM) {
        add(k, new double[3], others[k] + SPARE_NM);
      }
    }
  }

  private void leadPast() {
    for (int k = 1; k < points.n - 1; k++) {
      if (others[k] > own[k] - LEAST_NM && isNext(points, k - 1, k) && isNext(points, k, k + 1)) {
        int other = nearest(k, hider[k]);
        if (other >= 0) {
          double[] aside = aside(k, other);
          for (int j = k - 1; j <= k + 1; j++) {
            add(j, aside, others[k]);
          }
        }
      }
    }
  }

  private void add(int k, double[] aside, double radiusNm) {
    balls.add(
        points.object[k],
        points.part[k],
        points.x[k] + aside[0],
        points.y[k] + aside[1],
        points.z[k] + aside[2],
        radiusNm,
        -1);
  }

  /* The nearest point of an object, −1 if none is so near that its line is in the way. */
  private int nearest(int k, int object) {
    int[] nearest = {-1};
    double[] least = {ASIDE_NM};
    grid.visit(
        at(k),
        ASIDE_NM,
        (j, d) -> {
          if (points.object[j] == object && d < least[0]) {
            least[0] = d;
            nearest[0] = j;
          }
        });
    return nearest[0];
  }

  /* Across both lines, away from the other one. */
  private double[] aside(int k, int other) {
    double[] a = at(k);
    double[] b = at(other);
    double[] n = Strand.cross(along(k), along(other));
    double away = 0;
    for (int i = 0; i < 3; i++) {
      away += n[i] * (a[i] - b[i]);
    }
    double[] unit = Strand.unit(n[0], n[1], n[2]);
    double scale = away < 0 ? -ASIDE_NM : ASIDE_NM;
    return new double[] {scale * unit[0], scale * unit[1], scale * unit[2]};
  }

  private double[] along(int k) {
    double[] a = at(k > 0 && isNext(points, k - 1, k) ? k - 1 : k);
    double[] b = at(k + 1 < points.n && isNext(points, k, k + 1) ? k + 1 : k);
    return Strand.unit(b[0] - a[0], b[1] - a[1], b[2] - a[2]);
  }

  private static boolean isNext(Balls line, int a, int b) {
    return line.object[a] == line.object[b] && Strand.distance(at(line, a), at(line, b)) < NEXT_NM;
  }

  private double[] at(int k) {
    return at(points, k);
  }

  private static double[] at(Balls line, int k) {
    return new double[] {line.x[k], line.y[k], line.z[k]};
  }
}
