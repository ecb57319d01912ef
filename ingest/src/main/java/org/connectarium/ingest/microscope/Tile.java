package org.connectarium.ingest.microscope;

import org.connectarium.ingest.noise.HashNoise;
import org.connectarium.ingest.volume.Box;

/// One of the overlapping images of a section: where the stage should have gone and where it went.
///
/// @param section z of the section
/// @param row of the grid of tiles, along y
/// @param column of the grid of tiles, along x
/// @param nominalX left edge in pixels of the section, as the stage was told
/// @param nominalY upper edge in pixels of the section, as the stage was told
/// @param box what is really seen, in voxels of the image
public record Tile(long section, int row, int column, long nominalX, long nominalY, Box box) {
  private static final long STAGE = 0x7374616765L;

  /// The tile at a place of the grid. The grid begins at pixel (0, 0) of each section.
  static Tile of(long seed, TileParameters p, long section, int row, int column) {
    long x = (long) column * (p.widthPixels() - p.overlapPixels());
    long y = (long) row * (p.heightPixels() - p.overlapPixels());
    long hash = hash(seed, section, row, column);
    long seenX = x + missed(hash, p.stageJitterPixels());
    long seenY = y + missed(HashNoise.mix(hash), p.stageJitterPixels());
    return new Tile(
        section,
        row,
        column,
        x,
        y,
        new Box(
            seenX, seenY, section, seenX + p.widthPixels(), seenY + p.heightPixels(), section + 1));
  }

  private static long hash(long seed, long section, int row, int column) {
    return HashNoise.bits(seed ^ STAGE, section, row, column);
  }

  private static long missed(long hash, int mostPixels) {
    return Math.floorMod(hash >>> 8, 2L * mostPixels + 1) - mostPixels;
  }

  Vignette vignette(long seed, TileParameters p) {
    long hash = hash(seed + 1, section, row, column);
    return new Vignette(
        hash,
        p.brightnessGrey() * HashNoise.gaussian(hash),
        p.cornerGrey(),
        box.x0() + (p.widthPixels() - 1) / 2.0,
        box.y0() + (p.heightPixels() - 1) / 2.0,
        Math.hypot(p.widthPixels(), p.heightPixels()) / 2);
  }
}
