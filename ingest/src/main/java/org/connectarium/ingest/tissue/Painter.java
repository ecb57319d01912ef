package org.connectarium.ingest.tissue;

import java.util.List;
import org.connectarium.ingest.tissue.Neurite.Kind;
import org.connectarium.ingest.volume.Box;

/// Turns a scene into voxels, brick by brick.
final class Painter {
  private final Landmarks landmarks;
  private final Grid grid;
  private final Scene scene;
  private final Nearest nearest;
  private final Sheaths sheaths;
  private final Interior interior;
  private final Candidates ofGridCell;
  private final Candidates ofBrick;
  private final float[] membraneNm;
  private final long[] neurite;
  private final boolean[] spine;
  private final CellField fill;
  private final float[] fillNm;
  private final double roughNm;
  private final long[] territory = new long[8];

  Painter(long seed, TissueParameters p, Landmarks landmarks, Grid grid, Scene scene) {
    this.roughNm = Roughness.largestNm(p);
    this.fill = new CellField(grid, new Fill(seed, p)::at);
    this.fillNm = new float[grid.brickVoxels()];
    this.landmarks = landmarks;
    this.grid = grid;
    this.scene = scene;
    this.nearest = new Nearest(grid, new Roughness(seed, p));
    this.sheaths = new Sheaths(grid, scene, nearest);
    this.interior = new Interior(seed, p, grid, scene, nearest);
    this.ofGridCell = new Candidates(scene.balls, scene.cells.size());
    this.ofBrick = new Candidates(scene.balls, scene.cells.size());
    this.membraneNm = new float[grid.brickVoxels()];
    this.neurite = new long[grid.brickVoxels()];
    this.spine = new boolean[grid.brickVoxels()];
  }

  TissueBlock paint(Box box) {
    TissueBlock out = TissueBlock.empty(box);
    if (box.isEmpty()) {
      return out;
    }
    Box cells = grid.cells(box);
    Balls b = scene.balls;
    Bins ballBins =
        new Bins(
            cells,
            grid,
            b.n,
            (i, q) -> {
              double r = b.radiusNm[i] + Scene.REACH_NM + roughNm + 2;
              bounds(q, b.x[i], b.y[i], b.z[i], r);
            });
    sheaths.sortIn(cells);
    interior.sortIn(cells);
    int cell = 0;
    for (long z = cells.z0(); z < cells.z1(); z++) {
      for (long y = cells.y0(); y < cells.y1(); y++) {
        for (long x = cells.x0(); x < cells.x1(); x++, cell++) {
          ofGridCell.clear();
          for (int k = ballBins.begin(cell); k < ballBins.end(cell); k++) {
            ofGridCell.add(ballBins.item(k));
          }
          fill.enterCell(x, y, z);
          nearest.enterCell(ofGridCell, x, y, z);
          ofGridCell.sort();
          sheaths.enterCell(cell);
          interior.enterCell(cell);
          paintCell(x, y, z, out);
        }
      }
    }
    return out;
  }

  static void bounds(double[] q, double x, double y, double z, double r) {
    q[0] = x - r;
    q[1] = y - r;
    q[2] = z - r;
    q[3] = x + r;
    q[4] = y + r;
    q[5] = z + r;
  }

  private void paintCell(long cx, long cy, long cz, TissueBlock out) {
    for (long z = cz * Grid.BRICKS; z < (cz + 1) * Grid.BRICKS; z++) {
      for (long y = cy * Grid.BRICKS; y < (cy + 1) * Grid.BRICKS; y++) {
        for (long x = cx * Grid.BRICKS; x < (cx + 1) * Grid.BRICKS; x++) {
          Box brick =
              new Box(
                  x * grid.sizeX(),
                  y * grid.sizeY(),
                  z * grid.sizeZ(),
                  (x + 1) * grid.sizeX(),
                  (y + 1) * grid.sizeY(),
                  (z + 1) * grid.sizeZ());
          Box common = brick.intersect(out.box());
          if (!common.isEmpty()) {
            paintBrick(x, y, z);
            copy(brick, common, out);
          }
        }
      }
    }
  }

  private void paintBrick(long bx, long by, long bz) {
    double x = grid.middleX(bx, 1);
    double y = grid.middleY(by, 1);
    double z = grid.middleZ(bz, 1);
    ofBrick.copy(ofGridCell);
    nearest.find(ofBrick, scene.balls, bx, by, bz);
    sheaths.find(ofBrick, bx, by, bz);
    fill.enterBrick(bx, by, bz);
    fill.write(fillNm, 0);
    boolean oneTerritory = territory(x, y, z);
    List<Neurite> cells = scene.cells;
    int i = 0;
    for (int iz = 0; iz < grid.sizeZ(); iz++) {
      for (int iy = 0; iy < grid.sizeY(); iy++) {
        for (int ix = 0; ix < grid.sizeX(); ix++, i++) {
          float best = nearest.best[i];
          float reach = fillNm[i];
          float sheath = sheaths.outsideNm[i];
          float m;
          if (nearest.cell[i] < 0 || best > reach || sheath < 0) {
            m = Math.max(best - reach, -sheath);
            neurite[i] = oneTerritory ? territory[0] : astrocyteAt(bx, by, bz, ix, iy, iz);
            nearest.cell[i] = -1;
          } else {
            m = Math.min(0.5f * (nearest.second[i] - best), Math.min(reach - best, sheath));
            neurite[i] = cells.get(nearest.cell[i]).id();
            if (cells.get(nearest.cell[i]).kind() == Kind.VESSEL && best < -Landmarks.WALL_NM) {
              neurite[i] =
                  neurite[i] - Ids.of(Ids.ENDOTHELIUM, 0, 0, 0, 0) + Ids.of(Ids.LUMEN, 0, 0, 0, 0);
              m = (float) (-Landmarks.WALL_NM - best);
            } else if (cells.get(nearest.cell[i]).kind() == Kind.VESSEL) {
              m = Math.min(m, (float) (best + Landmarks.WALL_NM));
            }
          }
          membraneNm[i] = Math.clamp(m, 0, 500);
          spine[i] = nearest.cell[i] >= 0 && nearest.part[i] == Strand.Part.SPINE.code;
        }
      }
    }
    interior.fill(bx, by, bz, membraneNm);
  }

  /* Whether one astrocyte has the brick to itself: nobody else's territory begins near. */
  private boolean territory(double x, double y, double z) {
    double h = grid.halfDiagonalNm();
    territory[0] = landmarks.astrocyte(x, y, z);
    return landmarks.astrocyte(x - h, y, z) == territory[0]
        && landmarks.astrocyte(x + h, y, z) == territory[0]
        && landmarks.astrocyte(x, y - h, z) == territory[0]
        && landmarks.astrocyte(x, y + h, z) == territory[0]
        && landmarks.astrocyte(x, y, z - h) == territory[0]
        && landmarks.astrocyte(x, y, z + h) == territory[0];
  }

  private long astrocyteAt(long bx, long by, long bz, int ix, int iy, int iz) {
    return landmarks.astrocyte(
        (bx * grid.sizeX() + ix) * grid.voxelSize().xNm(),
        (by * grid.sizeY() + iy) * grid.voxelSize().yNm(),
        (bz * grid.sizeZ() + iz) * grid.voxelSize().zNm());
  }

  private void copy(Box brick, Box common, TissueBlock out) {
    Box box = out.box();
    for (long z = common.z0(); z < common.z1(); z++) {
      for (long y = common.y0(); y < common.y1(); y++) {
        int from =
            (int)
                (((z - brick.z0()) * grid.sizeY() + (y - brick.y0())) * grid.sizeX()
                    + common.x0()
                    - brick.x0());
        int to =
            (int)
                (((z - box.z0()) * box.sizeY() + (y - box.y0())) * box.sizeX()
                    + common.x0()
                    - box.x0());
        int length = (int) common.sizeX();
        System.arraycopy(neurite, from, out.neurite(), to, length);
        System.arraycopy(membraneNm, from, out.membraneNm(), to, length);
        System.arraycopy(interior.material, from, out.material(), to, length);
        System.arraycopy(spine, from, out.spine(), to, length);
      }
    }
  }
}
