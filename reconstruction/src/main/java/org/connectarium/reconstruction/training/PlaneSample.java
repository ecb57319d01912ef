package org.connectarium.reconstruction.training;

/// Grey value and truth of a volume between the voxels of a section. A cursor.
final class PlaneSample {
  private final LabelledVolume volume;
  private final int sizeY;
  private final int sizeX;
  private float grey;
  private int truth;

  PlaneSample(LabelledVolume volume) {
    this.volume = volume;
    this.sizeY = volume.zyx()[1];
    this.sizeX = volume.zyx()[2];
  }

  /// Goes to a position in section z; outside the section the nearest grey value stands, and the
  /// truth is unknown.
  void moveTo(int z, float y, float x) {
    int y0 = (int) Math.floor(y);
    int x0 = (int) Math.floor(x);
    float fy = y - y0;
    float fx = x - x0;
    int a = index(z, y0, x0);
    int b = index(z, y0, x0 + 1);
    int c = index(z, y0 + 1, x0);
    int d = index(z, y0 + 1, x0 + 1);
    float above = (1 - fx) * value(a) + fx * value(b);
    float below = (1 - fx) * value(c) + fx * value(d);
    grey = (1 - fy) * above + fy * below;
    boolean inside = y > -0.5f && x > -0.5f && y < sizeY - 0.5f && x < sizeX - 0.5f;
    truth = inside ? heaviest(a, b, c, d, fy, fx) : 0;
  }

  /// Grey value here, 0 … 255.
  float grey() {
    return grey;
  }

  /// The truth that most of the four voxels around have, each counted by its nearness.
  int truth() {
    return truth;
  }

  private int heaviest(int a, int b, int c, int d, float fy, float fx) {
    int ta = volume.truth()[a];
    int tb = volume.truth()[b];
    int tc = volume.truth()[c];
    int td = volume.truth()[d];
    if (ta == tb && ta == tc && ta == td) {
      return ta;
    }
    float wa = (1 - fy) * (1 - fx);
    float wb = (1 - fy) * fx;
    float wc = fy * (1 - fx);
    float wd = fy * fx;
    float sa = wa + (tb == ta ? wb : 0) + (tc == ta ? wc : 0) + (td == ta ? wd : 0);
    float sb = wb + (ta == tb ? wa : 0) + (tc == tb ? wc : 0) + (td == tb ? wd : 0);
    float sc = wc + (ta == tc ? wa : 0) + (tb == tc ? wb : 0) + (td == tc ? wd : 0);
    float sd = wd + (ta == td ? wa : 0) + (tb == td ? wb : 0) + (tc == td ? wc : 0);
    int best = ta;
    float most = sa;
    if (sb > most) {
      best = tb;
      most = sb;
    }
    if (sc > most) {
      best = tc;
      most = sc;
    }
    return sd > most ? td : best;
  }

  private int value(int index) {
    return volume.grey()[index] & 0xff;
  }

  private int index(int z, int y, int x) {
    return (z * sizeY + Math.clamp(y, 0, sizeY - 1)) * sizeX + Math.clamp(x, 0, sizeX - 1);
  }
}
