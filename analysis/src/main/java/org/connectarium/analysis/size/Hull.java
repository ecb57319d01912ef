package org.connectarium.analysis.size;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.geometry.euclidean.twod.Vector2D;
import org.apache.commons.math3.geometry.euclidean.twod.hull.MonotoneChain;

/// The pixels inside the convex hull of pairs.
final class Hull {
  private Hull() {}

  /// Whether the middle of each pixel lies in the hull of the pairs inside the window.
  static boolean[] around(SizePairs pairs, MapWindow window) {
    List<Vector2D> points = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      double x = pairs.cv(i);
      double y = pairs.log10Mean(i);
      if (x < window.cvTo() && y >= window.logFrom() && y < window.logTo()) {
        points.add(new Vector2D(x, y));
      }
    }
    List<Vector2D> corners = new ArrayList<>(new MonotoneChain().findHullVertices(points));
    int pixels = window.pixels();
    boolean[] inside = new boolean[pixels * pixels];
    for (int row = 0; row < pixels; row++) {
      for (int column = 0; column < pixels; column++) {
        inside[row * pixels + column] = holds(corners, window.cvAt(column), window.logAt(row));
      }
    }
    return inside;
  }

  /// Corners go round against the clock: inside is left of every side.
  private static boolean holds(List<Vector2D> corners, double x, double y) {
    Vector2D from = corners.getLast();
    for (Vector2D to : corners) {
      double side =
          (to.getX() - from.getX()) * (y - from.getY())
              - (to.getY() - from.getY()) * (x - from.getX());
      if (side < 0) {
        return false;
      }
      from = to;
    }
    return corners.size() > 2;
  }
}
