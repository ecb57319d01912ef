package org.connectarium.ingest.microscope;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.connectarium.ingest.tissue.Material;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;

/// An electron microscope that looks at tissue of known materials.
///
/// - input: tissue with materials, distances to cell surfaces and cell ids, asked for box by box
/// - output: [Micrograph]: grey, cell ids and materials of a box **in the coordinates of the
///   image**:
///   where a section is shifted or folded, its truth is shifted and folded alike
/// - units: boxes in voxels of the image, everything inside in nanometres
/// - cost: O(voxels of the box and a rim of a few); deterministic; no shared state. Any box can be
///   asked for alone and has the same bytes as inside a larger one
///
/// ```
/// tissue ─ stain ─► mean over the depth of a section ─ point spread ─► shift, fold, loss
///                   of the section ─► shading ─ shot and detector noise ─► uint8
/// ```
public final class Microscope {
  private static final long STAIN = 0x7374616e;
  private static final long EXPOSURE = 0x6578706f;
  private static final float FOLD_GREY = 24;

  private final long seed;
  private final ImagingParameters parameters;
  private final TissueSource source;
  private final VoxelSize voxelSize;

  /// A microscope in front of a tissue.
  ///
  /// @param voxelSize of the images; z is the thickness of a section
  public Microscope(
      long seed, ImagingParameters parameters, TissueSource source, VoxelSize voxelSize) {
    this.seed = seed;
    this.parameters = parameters;
    this.source = source;
    this.voxelSize = voxelSize;
  }

  /// Takes the image of one box.
  ///
  /// @param box anywhere, also at negative coordinates
  /// @throws IllegalArgumentException if the box is too large for one array
  public Micrograph image(Box box) {
    if (box.isEmpty()) {
      return Micrograph.empty(box);
    }
    return image(specimen(box), box, Vignette.NONE);
  }

  /// Takes the images of tiles of one section: the same section, seen once more, with noise of its
  /// own. The tissue in the box around all of them is computed once.
  ///
  /// @param p as given to [#tiles]
  public List<Micrograph> images(List<Tile> tiles, TileParameters p) {
    List<Micrograph> images = new ArrayList<>();
    if (tiles.isEmpty()) {
      return images;
    }
    Box around = tiles.getFirst().box();
    for (Tile tile : tiles) {
      around = around(around, tile.box());
    }
    Specimen specimen = specimen(around);
    for (Tile tile : tiles) {
      images.add(image(specimen, tile.box(), tile.vignette(seed, p)));
    }
    return images;
  }

  /// The tiles that cover a section of a volume, row by row; none if the section was lost.
  ///
  /// @param widthPixels of the section
  /// @param heightPixels of the section
  public List<Tile> tiles(TileParameters p, long section, long widthPixels, long heightPixels) {
    List<Tile> tiles = new ArrayList<>();
    if (Placement.of(seed, parameters, voxelSize, section).missing()) {
      return tiles;
    }
    int rows = tilesAlong(heightPixels, p.heightPixels(), p.overlapPixels());
    int columns = tilesAlong(widthPixels, p.widthPixels(), p.overlapPixels());
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        tiles.add(Tile.of(seed, p, section, row, column));
      }
    }
    return tiles;
  }

  private static int tilesAlong(long pixels, int tile, int overlap) {
    return Math.toIntExact(Math.max(1, Math.ceilDiv(pixels - overlap, (long) tile - overlap)));
  }

  private Specimen specimen(Box box) {
    return Specimen.of(seed ^ STAIN, parameters, source, voxelSize, tissueOf(box));
  }

  private Micrograph image(Specimen specimen, Box box, Vignette tile) {
    Micrograph image = Micrograph.empty(box);
    Exposure exposure = new Exposure(seed ^ EXPOSURE, parameters, voxelSize);
    float[] row = new float[(int) box.sizeX()];
    int to = 0;
    for (long z = box.z0(); z < box.z1(); z++) {
      Placement section = Placement.of(seed, parameters, voxelSize, z);
      for (long y = box.y0(); y < box.y1(); y++, to += row.length) {
        place(specimen, section, image, row, y, z, to);
        if (!section.missing()) {
          exposure.row(row, row.length, box.x0(), y, z, tile, image.grey(), to);
        }
      }
    }
    return image;
  }

  /* Moves a row of the specimen to where it is seen in the image. */
  private static void place(
      Specimen specimen, Placement section, Micrograph image, float[] row, long y, long z, int to) {
    for (int i = 0; i < row.length; i++) {
      long x = image.box().x0() + i;
      if (section.inFold(x, y)) {
        row[i] = FOLD_GREY;
        image.neurite()[to + i] = 0;
        image.material()[to + i] = Material.EXTRACELLULAR.code();
      } else {
        int at = specimen.at(x + section.shiftX(x, y), y + section.shiftY(x, y), z);
        row[i] = specimen.grey(at);
        image.neurite()[to + i] = specimen.neurite(at);
        image.material()[to + i] = specimen.material(at);
        image.spine()[to + i] = specimen.spine(at);
      }
    }
  }

  /// Where a point of the tissue is seen in the images, both as x, y, z in nm: the section that it
  /// lies in decides.
  public double[] seenAt(double xNm, double yNm, double zNm) {
    long z = (long) Math.rint(zNm / voxelSize.zNm());
    Placement section = Placement.of(seed, parameters, voxelSize, z);
    double[] seen = {xNm, yNm, zNm};
    for (int i = 0; i < 3; i++) { // beyond a fold the shift depends on the place in the image
      long x = (long) Math.rint(seen[0] / voxelSize.xNm());
      long y = (long) Math.rint(seen[1] / voxelSize.yNm());
      seen[0] = xNm - section.shiftX(x, y) * voxelSize.xNm();
      seen[1] = yNm - section.shiftY(x, y) * voxelSize.yNm();
    }
    return seen;
  }

  /// The tissue that a box of the images shows: at least that.
  public Box tissueOf(Box box) {
    Box all = box;
    for (long z = box.z0(); z < box.z1(); z++) {
      Box seen = Placement.of(seed, parameters, voxelSize, z).tissueOf(box);
      all = z == box.z0() ? seen : around(all, seen);
    }
    return all;
  }

  private static Box around(Box a, Box b) {
    return new Box(
        Math.min(a.x0(), b.x0()),
        Math.min(a.y0(), b.y0()),
        Math.min(a.z0(), b.z0()),
        Math.max(a.x1(), b.x1()),
        Math.max(a.y1(), b.y1()),
        Math.max(a.z1(), b.z1()));
  }

  @Override
  public String toString() {
    return "Microscope of seed " + seed + ", " + Arrays.toString(voxelSize.zyx());
  }
}
