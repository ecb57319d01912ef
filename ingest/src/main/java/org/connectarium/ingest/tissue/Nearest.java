package org.connectarium.ingest.tissue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// For each voxel of a brick: the nearest cell, how near it is, and how near the next one.
///
/// The distance of a ball is that from its surface, so borders between cells are curved (an
/// additively weighted Voronoi diagram: F. Aurenhammer, R. Klein, D.-T. Lee, *Voronoi Diagrams and
/// Delaunay Triangulations*, World Scientific 2013).
final class Nearest {
  private final int voxels;
  private final Grid grid;
  private final List<CellField> shift = new ArrayList<>();
  private final float[] regularX;
  private final float[] regularY;
  private final float[] regularZ;
  private final float[] x;
  private final float[] y;
  private final float[] z;
  private final double[] middle = new double[3];
  private double brickX;
  private double brickY;
  private double brickZ;
  private final float[] ofPart;
  private final float[] ofCell;
  private final byte[] partOfCell;

  /// Distance from the surface of the nearest cell, nm; negative inside.
  final float[] best;

  /// The same for the next cell.
  final float[] second;

  /// Index of the nearest cell, −1 if none is in reach.
  final int[] cell;

  /// Ordinal of the part of it.
  final byte[] part;

  Nearest(Grid grid, Roughness roughness) {
    this.voxels = grid.brickVoxels();
    this.grid = grid;
    for (int axis = 0; axis < 3; axis++) {
      int along = axis;
      shift.add(new CellField(grid, (px, py, pz) -> roughness.at(along, px, py, pz)));
    }
    this.regularX = new float[voxels];
    this.regularY = new float[voxels];
    this.regularZ = new float[voxels];
    this.x = new float[voxels];
    this.y = new float[voxels];
    this.z = new float[voxels];
    this.ofPart = new float[voxels];
    this.ofCell = new float[voxels];
    this.partOfCell = new byte[voxels];
    this.best = new float[voxels];
    this.second = new float[voxels];
    this.cell = new int[voxels];
    this.part = new byte[voxels];
    for (int i = 0; i < voxels; i++) {
      int ix = i % grid.sizeX();
      int iy = i / grid.sizeX() % grid.sizeY();
      int iz = i / grid.sizeX() / grid.sizeY();
      regularX[i] = (float) ((ix - 0.5 * (grid.sizeX() - 1)) * grid.voxelSize().xNm());
      regularY[i] = (float) ((iy - 0.5 * (grid.sizeY() - 1)) * grid.voxelSize().yNm());
      regularZ[i] = (float) ((iz - 0.5 * (grid.sizeZ() - 1)) * grid.voxelSize().zNm());
    }
  }

  /// Goes to a cell of the grid, and drops the candidates that cannot matter in it.
  void enterCell(Candidates candidates, long cx, long cy, long cz) {
    shift.forEach(field -> field.enterCell(cx, cy, cz));
    double leftNm = settle(CellField::ofCell);
    candidates.prune(
        grid.middleX(cx, Grid.BRICKS) + middle[0],
        grid.middleY(cy, Grid.BRICKS) + middle[1],
        grid.middleZ(cz, Grid.BRICKS) + middle[2],
        grid.cellHalfDiagonalNm() + leftNm);
  }

  /* The middle goes by the mean shift; gives the longest that may be left of it elsewhere. */
  private double settle(Function<CellField, CellField.Spread> spread) {
    double left2 = 0;
    for (int axis = 0; axis < 3; axis++) {
      CellField.Spread s = spread.apply(shift.get(axis));
      middle[axis] = s.mean();
      left2 += s.farthest() * s.farthest();
    }
    return Math.sqrt(left2);
  }

  /* Each voxel goes by what is left of its own shift; gives how far one may be from the middle. */
  private double enterBrick(long bx, long by, long bz) {
    shift.forEach(field -> field.enterBrick(bx, by, bz));
    double leftNm = settle(CellField::ofBrick);
    add(shift.get(0), middle[0], regularX, x);
    add(shift.get(1), middle[1], regularY, y);
    add(shift.get(2), middle[2], regularZ, z);
    return grid.halfDiagonalNm() + leftNm;
  }

  private static void add(CellField shift, double less, float[] regular, float[] out) {
    shift.write(out, less);
    for (int i = 0; i < out.length; i++) {
      out[i] += regular[i];
    }
  }

  /// Finds the cells of the voxels of a brick in the grid cell that was entered.
  ///
  /// @param candidates all that may matter; those that cannot are dropped
  void find(Candidates candidates, Balls balls, long bx, long by, long bz) {
    double reachNm = enterBrick(bx, by, bz);
    brickX = grid.middleX(bx, 1) + middle[0];
    brickY = grid.middleY(by, 1) + middle[1];
    brickZ = grid.middleZ(bz, 1) + middle[2];
    candidates.prune(brickX, brickY, brickZ, reachNm);
    Arrays.fill(best, (float) Scene.REACH_NM);
    Arrays.fill(second, (float) Scene.REACH_NM);
    Arrays.fill(cell, -1);
    int k = 0;
    while (k < candidates.n) {
      int object = balls.object[candidates.ball[k]];
      Arrays.fill(ofCell, Float.MAX_VALUE);
      int parts = 0;
      byte what = 0;
      while (k < candidates.n && balls.object[candidates.ball[k]] == object) {
        what = balls.part[candidates.ball[k]];
        float[] target = parts == 0 ? ofCell : ofPart;
        if (parts > 0) {
          Arrays.fill(ofPart, Float.MAX_VALUE);
        } else {
          Arrays.fill(partOfCell, what);
        }
        while (k < candidates.n
            && balls.object[candidates.ball[k]] == object
            && balls.part[candidates.ball[k]] == what) {
          lower(target, balls, candidates.ball[k++]);
        }
        if (parts > 0) {
          mergePart(what);
        }
        parts++;
      }
      mergeCell(object);
    }
  }

  /// Whether a cell is the nearest one of any voxel of the brick.
  boolean isMet(int object) {
    for (int owner : cell) {
      if (owner == object) {
        return true;
      }
    }
    return false;
  }

  /// Distances of the voxels of the brick from the surface of one cell, nm; negative inside.
  ///
  /// @param candidates those that were left when the brick was found
  /// @return whether the cell is among them
  boolean distances(Candidates candidates, Balls balls, int object, float[] out) {
    Arrays.fill(out, (float) Scene.REACH_NM);
    boolean found = false;
    for (int k = 0; k < candidates.n; k++) {
      if (balls.object[candidates.ball[k]] == object) {
        lower(out, balls, candidates.ball[k]);
        found = true;
      }
    }
    return found;
  }

  private void lower(float[] target, Balls balls, int b) {
    float bx = (float) (balls.x[b] - brickX);
    float by = (float) (balls.y[b] - brickY);
    float bz = (float) (balls.z[b] - brickZ);
    float radius = balls.radiusNm[b];
    for (int i = 0; i < voxels; i++) {
      float dx = x[i] - bx;
      float dy = y[i] - by;
      float dz = z[i] - bz;
      float d = (float) Math.sqrt(dx * dx + dy * dy + dz * dz) - radius;
      target[i] = Math.min(target[i], d);
    }
  }

  private void mergePart(byte what) {
    for (int i = 0; i < voxels; i++) {
      if (ofPart[i] < ofCell[i]) {
        ofCell[i] = ofPart[i];
        partOfCell[i] = what;
      }
    }
  }

  private void mergeCell(int object) {
    for (int i = 0; i < voxels; i++) {
      float v = ofCell[i];
      if (v < best[i]) {
        second[i] = best[i];
        best[i] = v;
        cell[i] = object;
        part[i] = partOfCell[i];
      } else if (v < second[i]) {
        second[i] = v;
      }
    }
  }
}
