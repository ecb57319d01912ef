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
  private final float[][] planeValue;
  private final float[][] planeDz;
  private final float[][] planeDzz;
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
    int sizeX = block.sizeX;
    alongZ = new Window(scale.z.half, sizeX);
    alongY = new Window(scale.y.half, sizeX);
    alongX = new Window(scale.x.half, sizeX);
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
    for (int y = fromY - scale.y.half; y < toY + scale.y.half; y++) {
      alongZ
          .across(block.rows, z * block.sizeY + y, block.sizeY)
          .between(fromX - scale.x.half, toX + scale.x.half);
      if (hessian) {
        alongZ.smoothSlopeAndCurve(scale.z, planeValue[y], planeDz[y], planeDzz[y]);
      } else if (gradient) {
        alongZ.smoothAndSlope(scale.z, planeValue[y], planeDz[y]);
      } else {
        alongZ.smooth(scale.z, planeValue[y]);
      }
    }
  }

  /// Fills the rows of derivatives with those of row y of the plane.
  void row(int y) {
    if (hessian) {
      across(planeValue, y).smoothSlopeAndCurve(scale.y, smooth, slope, curve);
      along(smooth).smoothSlopeAndCurve(scale.x, value, dx, dxx);
      along(slope).smoothAndSlope(scale.x, dy, dyx);
      along(curve).smooth(scale.x, dyy);
      across(planeDz, y).smoothAndSlope(scale.y, smooth, slope);
      along(smooth).smoothAndSlope(scale.x, dz, dzx);
      along(slope).smooth(scale.x, dzy);
      across(planeDzz, y).smooth(scale.y, smooth);
      along(smooth).smooth(scale.x, dzz);
    } else if (gradient) {
      across(planeValue, y).smoothAndSlope(scale.y, smooth, slope);
      along(smooth).smoothAndSlope(scale.x, value, dx);
      along(slope).smooth(scale.x, dy);
      across(planeDz, y).smooth(scale.y, smooth);
      along(smooth).smooth(scale.x, dz);
    } else {
      across(planeValue, y).smooth(scale.y, smooth);
      along(smooth).smooth(scale.x, value);
    }
  }

  private Window across(float[][] plane, int y) {
    return alongY.across(plane, y, 1).between(fromX - scale.x.half, toX + scale.x.half);
  }

  private Window along(float[] row) {
    return alongX.along(row, fromX, toX).between(fromX, toX);
  }
}
