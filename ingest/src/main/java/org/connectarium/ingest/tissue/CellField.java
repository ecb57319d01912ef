package org.connectarium.ingest.tissue;

/// A quantity that varies smoothly over a cell of the grid: computed at the corners of its bricks,
/// which neighbours share, and straight in between.
final class CellField {
  private static final int EDGE = Grid.BRICKS + 1;

  /// The quantity at a position in nm.
  interface Quantity {
    double at(double x, double y, double z);
  }

  /// Its mean over a cell or brick, and how far from that it is at most anywhere in there.
  record Spread(double mean, double farthest) {
    private static Spread of(double[] values) {
      double sum = 0;
      for (double v : values) {
        sum += v;
      }
      double mean = sum / values.length;
      double most = 0;
      for (double v : values) {
        most = Math.max(most, Math.abs(v - mean));
      }
      return new Spread(mean, most);
    }
  }

  private final Grid grid;
  private final Quantity quantity;
  private final double[] lattice = new double[EDGE * EDGE * EDGE];
  private final double[] corner = new double[8];

  CellField(Grid grid, Quantity quantity) {
    this.grid = grid;
    this.quantity = quantity;
  }

  void enterCell(long cx, long cy, long cz) {
    for (int i = 0; i < lattice.length; i++) {
      long bx = cx * Grid.BRICKS + i % EDGE;
      long by = cy * Grid.BRICKS + i / EDGE % EDGE;
      long bz = cz * Grid.BRICKS + i / EDGE / EDGE;
      lattice[i] =
          quantity.at(
              (bx * grid.sizeX() - 0.5) * grid.voxelSize().xNm(),
              (by * grid.sizeY() - 0.5) * grid.voxelSize().yNm(),
              (bz * grid.sizeZ() - 0.5) * grid.voxelSize().zNm());
    }
  }

  /// Goes to a brick of the cell.
  void enterBrick(long bx, long by, long bz) {
    int x = Math.floorMod(bx, Grid.BRICKS);
    int y = Math.floorMod(by, Grid.BRICKS);
    int z = Math.floorMod(bz, Grid.BRICKS);
    for (int k = 0; k < corner.length; k++) {
      int at = ((z + (k >> 2)) * EDGE + y + (k >> 1 & 1)) * EDGE + x + (k & 1);
      corner[k] = lattice[at];
    }
  }

  Spread ofCell() {
    return Spread.of(lattice);
  }

  Spread ofBrick() {
    return Spread.of(corner);
  }

  /// Its values at all voxels of the brick less a value, x fastest.
  void write(float[] out, double less) {
    int i = 0;
    for (int iz = 0; iz < grid.sizeZ(); iz++) {
      double fz = (iz + 0.5) / grid.sizeZ();
      for (int iy = 0; iy < grid.sizeY(); iy++) {
        double fy = (iy + 0.5) / grid.sizeY();
        double low = plane(0, fy, fz);
        double step = (plane(1, fy, fz) - low) / grid.sizeX();
        double first = low + 0.5 * step - less;
        for (int ix = 0; ix < grid.sizeX(); ix++) {
          out[i++] = (float) (first + ix * step);
        }
      }
    }
  }

  private double plane(int side, double fy, double fz) {
    double near = corner[side] + fy * (corner[side + 2] - corner[side]);
    double far = corner[side + 4] + fy * (corner[side + 6] - corner[side + 4]);
    return near + fz * (far - near);
  }
}
