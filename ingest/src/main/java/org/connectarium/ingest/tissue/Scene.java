package org.connectarium.ingest.tissue;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.connectarium.ingest.noise.HashNoise;

/// All that can be seen from a box: balls of planned tiles, of cell bodies with their initial
/// segments and of vessels, under one numbering of cells in the order of their ids.
final class Scene {
  /// A foreign cell farther than this from its surface is as good as absent.
  static final double REACH_NM = 250;

  /* what the largest ball of a tile reaches over the face of the tile, waves included */
  static final double TILE_MARGIN_NM = 1040 + Warp.AMPLITUDE_NM + 140;

  final Balls balls = new Balls();
  final Capsules capsules = new Capsules();
  final List<Contact> contacts = new ArrayList<>();

  /// Cells in the order of their ids.
  final List<Neurite> cells;

  final List<Landmarks.Soma> somata;

  Scene(
      List<TilePlan> plans,
      List<Landmarks.Soma> somata,
      List<InitialSegment> segments,
      List<Landmarks.Vessel> vessels,
      double[] lowNm,
      double[] highNm) {
    this.somata = somata;
    SequencedMap<Long, Neurite> byId = new TreeMap<>();
    for (TilePlan plan : plans) {
      plan.neurites().forEach(c -> byId.putIfAbsent(c.id(), c));
    }
    somata.forEach(s -> byId.put(s.id(), Cast.neuriteOf(s)));
    segments.forEach(s -> byId.put(s.soma().id(), Cast.neuriteOf(s.soma())));
    vessels.forEach(v -> byId.put(v.wallId(), Cast.wallOf(v)));
    this.cells = List.copyOf(byId.values());
    for (TilePlan plan : plans) {
      int[] index = new int[plan.neurites().size()];
      for (int i = 0; i < index.length; i++) {
        index[i] = indexOf(plan.neurites().get(i).id());
      }
      copyBalls(plan.balls(), index, lowNm, highNm);
      capsules.addNear(plan.capsules(), index, lowNm, highNm);
      for (Contact c : plan.contacts()) {
        if (c.isNear(lowNm, highNm)) {
          contacts.add(c.renumbered(index));
        }
      }
    }
    somata.forEach(this::addSoma);
    for (InitialSegment s : segments) {
      int[] index = {indexOf(s.soma().id())};
      copyBalls(s.balls(), index, lowNm, highNm);
      capsules.addNear(s.organelles(), index, lowNm, highNm);
    }
    vessels.forEach(v -> addVessel(v, lowNm[0], highNm[0]));
  }

  /// Index of a cell among [#cells].
  int indexOf(long id) {
    int low = 0;
    int high = cells.size() - 1;
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (cells.get(mid).id() < id) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return low;
  }

  private void copyBalls(Balls from, int[] index, double[] lowNm, double[] highNm) {
    for (int i = 0; i < from.n; i++) {
      double reach = from.radiusNm[i] + REACH_NM;
      if (from.x[i] > lowNm[0] - reach
          && from.x[i] < highNm[0] + reach
          && from.y[i] > lowNm[1] - reach
          && from.y[i] < highNm[1] + reach
          && from.z[i] > lowNm[2] - reach
          && from.z[i] < highNm[2] + reach) {
        balls.add(
            index[from.object[i]],
            from.part[i],
            from.x[i],
            from.y[i],
            from.z[i],
            from.radiusNm[i],
            0);
      }
    }
  }

  private void addSoma(Landmarks.Soma s) {
    int object = indexOf(s.id());
    byte part = Strand.Part.SOMA.code;
    balls.add(object, part, s.x(), s.y(), s.z(), Landmarks.CORE * s.radiusNm(), 0);
    Dice dice = new Dice(s.hash());
    for (int i = 0; i < 70; i++) {
      double[] d = dice.direction();
      double bump = s.radiusNm() * dice.between(0.3, 0.42);
      double out = s.radiusNm() * dice.between(Landmarks.CORE, 1.0) - bump;
      balls.add(object, part, s.x() + out * d[0], s.y() + out * d[1], s.z() + out * d[2], bump, 0);
    }
  }

  private void addVessel(Landmarks.Vessel v, double lowX, double highX) {
    int object = indexOf(v.wallId());
    double step = 200;
    long first = (long) Math.floor((lowX - v.radiusNm() - REACH_NM) / step);
    long last = (long) Math.ceil((highX + v.radiusNm() + REACH_NM) / step);
    for (long i = first; i <= last; i++) {
      double x = i * step;
      double r = v.radiusNm() * (1 + 0.06 * HashNoise.smooth(v.hash() + 5, x / 3000, 0, 0));
      balls.add(object, Strand.Part.VESSEL.code, x, v.yAt(x), v.zAt(x), r, 0);
    }
  }
}
