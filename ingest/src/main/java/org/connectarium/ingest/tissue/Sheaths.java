package org.connectarium.ingest.tissue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.connectarium.ingest.volume.Box;

/// Thin sheets of glia around synapses: they keep the two cells apart beside their contact, so that
/// these touch over the planted area and not wherever else they come near each other.
///
/// A sheet takes what is about as far from one cell as from the other, whoever has it. So each cell
/// stays what it is in a tissue with a somewhat larger neighbour, and in one piece.
final class Sheaths {
  /// A sheet ends this far from the middle of its synapse.
  static final double REACH_NM = 540;

  private static final float HALF_NM = 20;

  /* beyond this the distance from a sheet is of no interest: membranes and densities are thinner */
  private static final float NEAR_NM = 50;

  /* cores of thin neurites are left alone */
  private static final float DEEPEST_NM = 25;

  /* how far a contact may bulge out of its plane */
  private static final double BENT_NM = 120;

  /* how fast a sheet grows beside its contact and thins out far from it; there both cells lie in
   * much the same direction, and a steep end would cut slivers off them */
  private static final double NEAR_SLOPE = 1;
  private static final double FAR_SLOPE = 0.2;

  private final Grid grid;
  private final Scene scene;
  private final Nearest nearest;
  private final float[] toPre;
  private final float[] toPost;
  private final List<Contact> ofCell = new ArrayList<>();
  private final List<Contact> ofPair = new ArrayList<>();
  private Bins bins;

  /// Distance from the surface of the nearest sheet, nm; negative inside.
  final float[] outsideNm;

  Sheaths(Grid grid, Scene scene, Nearest nearest) {
    this.grid = grid;
    this.scene = scene;
    this.nearest = nearest;
    this.toPre = new float[grid.brickVoxels()];
    this.toPost = new float[grid.brickVoxels()];
    this.outsideNm = new float[grid.brickVoxels()];
    this.bins = new Bins(Box.ofSize(0, 0, 0), grid, 0, (i, q) -> {});
  }

  /// Finds the synapses of each cell of the grid.
  void sortIn(Box cells) {
    bins =
        new Bins(
            cells,
            grid,
            scene.contacts.size(),
            (i, q) -> {
              Contact c = scene.contacts.get(i);
              Painter.bounds(q, c.x(), c.y(), c.z(), REACH_NM);
            });
  }

  void enterCell(int cell) {
    ofCell.clear();
    for (int k = bins.begin(cell); k < bins.end(cell); k++) {
      ofCell.add(scene.contacts.get(bins.item(k)));
    }
  }

  /// Finds the sheets in a brick, once the nearest cells are known.
  void find(Candidates candidates, long bx, long by, long bz) {
    Arrays.fill(outsideNm, Float.MAX_VALUE);
    double x = grid.middleX(bx, 1);
    double y = grid.middleY(by, 1);
    double z = grid.middleZ(bz, 1);
    double far = REACH_NM + grid.halfDiagonalNm();
    for (int k = 0; k < ofCell.size(); k++) {
      Contact c = ofCell.get(k);
      double dx = c.x() - x;
      double dy = c.y() - y;
      double dz = c.z() - z;
      if (c.touchNm() > 0
          && dx * dx + dy * dy + dz * dz < far * far
          && (nearest.isMet(c.pre()) || nearest.isMet(c.post()))
          && nearest.distances(candidates, scene.balls, c.pre(), toPre)
          && nearest.distances(candidates, scene.balls, c.post(), toPost)) {
        gatherPair(c);
        sheet(c, bx, by, bz);
      }
    }
  }

  /* All contacts of two cells: no sheet of one may cover another. */
  private void gatherPair(Contact c) {
    ofPair.clear();
    for (Contact o : ofCell) {
      if (o.pre() == c.pre() && o.post() == c.post()) {
        ofPair.add(o);
      }
    }
  }

  private void sheet(Contact c, long bx, long by, long bz) {
    double x0 = bx * grid.sizeX() * grid.voxelSize().xNm();
    double y0 = by * grid.sizeY() * grid.voxelSize().yNm();
    double z0 = bz * grid.sizeZ() * grid.voxelSize().zNm();
    for (int i = 0; i < outsideNm.length; i++) {
      float apart = 0.5f * Math.abs(toPre[i] - toPost[i]);
      boolean theirs = nearest.cell[i] == c.pre() || nearest.cell[i] == c.post();
      if (theirs && apart < HALF_NM + NEAR_NM) {
        double x = x0 + i % grid.sizeX() * grid.voxelSize().xNm();
        double y = y0 + i / grid.sizeX() % grid.sizeY() * grid.voxelSize().yNm();
        int iz = i / (grid.sizeX() * grid.sizeY());
        double z = z0 + iz * grid.voxelSize().zNm();
        float half = Math.min(half(x, y, z), DEEPEST_NM + Math.min(toPre[i], toPost[i]));
        if (half > 0) {
          outsideNm[i] = Math.min(outsideNm[i], apart - half);
        }
      }
    }
  }

  /* Half the thickness of the sheet here: none at a contact, and none far from all of them. */
  private float half(double x, double y, double z) {
    double least = Double.MAX_VALUE;
    double nearestNm = REACH_NM;
    for (Contact c : ofPair) {
      double dx = x - c.x();
      double dy = y - c.y();
      double dz = z - c.z();
      double d2 = dx * dx + dy * dy + dz * dz;
      if (c.touchNm() == 0 && d2 < REACH_NM * REACH_NM) {
        return 0;
      }
      double along = dx * c.nx() + dy * c.ny() + dz * c.nz();
      double beside = Math.sqrt(Math.max(0, d2 - along * along)) - c.touchNm();
      double above = Math.abs(along) - BENT_NM;
      least = Math.min(least, Math.hypot(Math.max(0, beside), Math.max(0, above)));
      nearestNm = Math.min(nearestNm, Math.sqrt(d2));
    }
    double half = Math.min(NEAR_SLOPE * least, FAR_SLOPE * (REACH_NM - nearestNm));
    return (float) Math.min(HALF_NM, half);
  }
}
