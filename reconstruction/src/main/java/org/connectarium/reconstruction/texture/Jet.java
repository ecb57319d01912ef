package org.connectarium.reconstruction.texture;

/// Gaussian derivatives of a block at one scale, row by row: the smoothed value, the gradient and
/// the second derivatives, as far as asked for. All come from shared passes along z, y and x.
final class Jet {
  /// Highest derivative.
  enum Order {
    VALUE,
    GRADIENT,
    HESSIAN
  }

  final float[] value;
  final float[] dz;
  final float[] dy;
  final float[] dx;
  final float[] dzz;
  final float[] dzy;
  final float[] dzx;
  final float[] dyy;
  final float[] dyx;
  final float[] dxx;

  private final Block block;
  private final Scale scale;
  private final boolean gradient;
  private final boolean hessian;
  private final Window alongZ;
  private final Window alongY;
  private final Window alongX;
  private final float[] planeValue;
  private final float[] planeDz;
  private final float[] planeDzz;
  private final float[] smooth;
  private final float[] slope;
  private final float[] curve;
  private int fromX;
  private int toX;

  Jet(Block block, Scale scale, Order order) {
    this.block = block;
    this.scale = scale;
    gradient = order != Order.VALUE;
    hessian = order == Order.HESSIAN;
    alongZ = new Window(scale.z.half);
    alongY = new Window(scale.y.half);
    alongX = new Window(scale.x.half);
    planeValue = block.rows(block.sizeY);
    planeDz = block.rows(gradient ? block.sizeY : 0);
    planeDzz = block.rows(hessian ? block.sizeY : 0);
    smooth = block.row();
    slope = block.row();
    curve = block.row();
    value = block.row();
    dz = block.row();
    dy = block.row();
    dx = block.row();
    dzz = block.row();
    dzy = block.row();
    dzx = block.row();
    dyy = block.row();
    dyx = block.row();
    dxx = block.row();
  }

  /// Goes to a plane; rows `fromY` to `toY` and voxels `fromX` to `toX` of them will be asked for.
  void plane(int z, int fromY, int toY, int fromX, int toX) {
    this.fromX = fromX;
    this.toX = toX;
    int first = fromX - scale.x.half;
    int apart = block.sizeY * block.stride;
    alongZ.count(toX + scale.x.half - first);
    for (int y = fromY - scale.y.half; y < toY + scale.y.half; y++) {
      alongZ.every(apart, block.values, block.row(z, y) + first);
      int to = y * block.stride + first;
      if (hessian) {
        alongZ.smoothSlopeAndCurve(scale.z, planeValue, planeDz, planeDzz, to);
      } else if (gradient) {
        alongZ.smoothAndSlope(scale.z, planeValue, planeDz, to);
      } else {
        alongZ.smooth(scale.z, planeValue, to);
      }
    }
  }

  /// Fills the rows of derivatives with those of row y of the plane.
  void row(int y) {
    int first = fromX - scale.x.half;
    if (hessian) {
      across(planeValue, y).smoothSlopeAndCurve(scale.y, smooth, slope, curve, first);
      along(smooth).smoothSlopeAndCurve(scale.x, value, dx, dxx, fromX);
      along(slope).smoothAndSlope(scale.x, dy, dyx, fromX);
      along(curve).smooth(scale.x, dyy, fromX);
      across(planeDz, y).smoothAndSlope(scale.y, smooth, slope, first);
      along(smooth).smoothAndSlope(scale.x, dz, dzx, fromX);
      along(slope).smooth(scale.x, dzy, fromX);
      across(planeDzz, y).smooth(scale.y, smooth, first);
      along(smooth).smooth(scale.x, dzz, fromX);
    } else if (gradient) {
      across(planeValue, y).smoothAndSlope(scale.y, smooth, slope, first);
      along(smooth).smoothAndSlope(scale.x, value, dx, fromX);
      along(slope).smooth(scale.x, dy, fromX);
      across(planeDz, y).smooth(scale.y, smooth, first);
      along(smooth).smooth(scale.x, dz, fromX);
    } else {
      across(planeValue, y).smooth(scale.y, smooth, first);
      along(smooth).smooth(scale.x, value, fromX);
    }
  }

  private Window across(float[] plane, int y) {
    int first = fromX - scale.x.half;
    return alongY
        .every(block.stride, plane, y * block.stride + first)
        .count(toX + scale.x.half - first);
  }

  private Window along(float[] row) {
    return alongX.every(1, row, fromX).count(toX - fromX);
  }
}
