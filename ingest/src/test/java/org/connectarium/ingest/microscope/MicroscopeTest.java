package org.connectarium.ingest.microscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.connectarium.ingest.noise.HashNoise;
import org.connectarium.ingest.tissue.Material;
import org.connectarium.ingest.tissue.TissueBlock;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;
import org.junit.jupiter.api.Test;

class MicroscopeTest {
  private static final VoxelSize SECTIONS = new VoxelSize(11.24, 11.24, 28);
  private static final Box BOX = Box.ofSize(40, 36, 12);
  private static final int ROW = 100_000;
  private static final List<Material> MATERIALS = List.of(Material.values());

  /* Everything at once: patches of all materials, and cells whose id tells where they are. */
  private static final TissueSource PATCHES =
      (box, _) ->
          fill(
              box,
              (x, y, _) -> (y + 1000) * ROW + x + 1000,
              (x, y, z) -> {
                long bits = HashNoise.bits(3, Math.floorDiv(x, 5), Math.floorDiv(y, 5), z / 9);
                return MATERIALS.get(Math.floorMod(bits, MATERIALS.size()));
              },
              (x, y, _) -> Math.abs(Math.floorMod(x + y, 24) - 12) * 4f);

  private static final ImagingParameters HARD =
      ImagingParameters.of(Look.SERIAL_SECTION)
          .with(Setting.JITTER_NM, 30)
          .with(Setting.DRIFT_NM, 60)
          .with(Setting.DEPTH_BLUR_NM, 20)
          .with(Setting.STREAKS_PER_UM, 5)
          .withMissing(List.of(4L))
          .withFolded(List.of(6L, 9L));

  private static final ImagingParameters PLAIN = plain(ImagingParameters.of(Look.SERIAL_SECTION));

  /// Number of a voxel.
  interface Cell {
    long at(long x, long y, long z);
  }

  /// Material of a voxel.
  interface Stuff {
    Material at(long x, long y, long z);
  }

  /// Distance of a voxel to a surface.
  interface Depth {
    float at(long x, long y, long z);
  }

  private static TissueBlock fill(Box box, Cell cell, Stuff stuff, Depth depth) {
    TissueBlock sample = TissueBlock.empty(box);
    int i = 0;
    for (long z = box.z0(); z < box.z1(); z++) {
      for (long y = box.y0(); y < box.y1(); y++) {
        for (long x = box.x0(); x < box.x1(); x++, i++) {
          sample.neurite()[i] = cell.at(x, y, z);
          sample.material()[i] = stuff.at(x, y, z).code();
          sample.membraneNm()[i] = depth.at(x, y, z);
        }
      }
    }
    return sample;
  }

  /* No noise, no shading: what is left is stain, section thickness and point spread. */
  private static ImagingParameters plain(ImagingParameters p) {
    return p.with(Setting.GRAIN_GREY, 0)
        .with(Setting.MOTTLE_GREY, 0)
        .with(Setting.GRANULE_GREY, 0)
        .with(Setting.CELL_SPREAD_GREY, 0)
        .with(Setting.SHOT_NOISE_GREY, 0)
        .with(Setting.DETECTOR_NOISE_GREY, 0)
        .with(Setting.GRADIENT_GREY, 0)
        .with(Setting.SECTION_BRIGHTNESS_GREY, 0)
        .with(Setting.SECTION_CONTRAST, 0)
        .with(Setting.STREAK_GREY, 0)
        .with(Setting.KNIFE_MARK_GREY, 0);
  }

  private static int at(Box box, long x, long y, long z) {
    return (int) (((z - box.z0()) * box.sizeY() + (y - box.y0())) * box.sizeX() + (x - box.x0()));
  }

  private static double mean(byte[] grey, int from, int count) {
    double sum = 0;
    for (int i = from; i < from + count; i++) {
      sum += Byte.toUnsignedInt(grey[i]);
    }
    return sum / count;
  }

  @Test
  void anyBoxAloneHasTheBytesOfTheWhole() {
    Microscope microscope = new Microscope(7, HARD, PATCHES, SECTIONS);
    Micrograph whole = microscope.image(BOX);
    Random random = new Random(20260301);
    for (int trial = 0; trial < 20; trial++) {
      long x = random.nextInt(39);
      long y = random.nextInt(35);
      long z = random.nextInt(11);
      Box part =
          new Box(
              x,
              y,
              z,
              x + 1 + random.nextInt(40 - (int) x),
              y + 1 + random.nextInt(36 - (int) y),
              z + 1 + random.nextInt(12 - (int) z));
      Micrograph alone = microscope.image(part);
      int i = 0;
      for (long pz = part.z0(); pz < part.z1(); pz++) {
        for (long py = part.y0(); py < part.y1(); py++) {
          for (long px = part.x0(); px < part.x1(); px++, i++) {
            int there = at(BOX, px, py, pz);
            assertThat(alone.grey()[i]).as("seed 20260301 %s", part).isEqualTo(whole.grey()[there]);
            assertThat(alone.neurite()[i]).isEqualTo(whole.neurite()[there]);
            assertThat(alone.material()[i]).isEqualTo(whole.material()[there]);
          }
        }
      }
    }
  }

  @Test
  void truthIsShiftedLikeTheImage() {
    ImagingParameters moved =
        PLAIN.with(Setting.JITTER_NM, 40).with(Setting.DRIFT_NM, 80).withFolded(List.of(3L));
    Micrograph image = new Microscope(7, moved, PATCHES, SECTIONS).image(BOX);
    Box around = BOX.grow(60, 60, 0);
    Micrograph still = new Microscope(7, PLAIN, PATCHES, SECTIONS).image(around);
    int shifted = 0;
    int i = 0;
    for (long z = 0; z < BOX.z1(); z++) {
      for (long y = 0; y < BOX.y1(); y++) {
        for (long x = 0; x < BOX.x1(); x++, i++) {
          long id = image.neurite()[i];
          if (id == 0) {
            assertThat(z).isEqualTo(3);
            continue;
          }
          long tissueX = id % ROW - 1000;
          long tissueY = id / ROW - 1000;
          int there = at(around, tissueX, tissueY, z);
          assertThat(image.grey()[i]).isEqualTo(still.grey()[there]);
          assertThat(image.material()[i]).isEqualTo(still.material()[there]);
          shifted += tissueX == x && tissueY == y ? 0 : 1;
        }
      }
    }
    assertThat(shifted).isGreaterThan(BOX.arrayLength() / 2);
  }

  @Test
  void pointsAreSeenWhereTheLabelsAre() {
    Microscope microscope = new Microscope(7, HARD, PATCHES, SECTIONS);
    Micrograph image = microscope.image(BOX);
    for (long z : new long[] {0, 3, 9, 11}) {
      for (long x = 2; x < 38; x += 7) {
        long id = image.neurite()[at(BOX, x, 17, z)];
        if (id != 0) {
          double tissueXNm = (id % ROW - 1000) * 11.24;
          double tissueYNm = (id / ROW - 1000) * 11.24;
          assertThat(microscope.seenAt(tissueXNm, tissueYNm, z * 28.0))
              .containsExactly(new double[] {x * 11.24, 17 * 11.24, z * 28.0}, within(1e-6));
        }
      }
    }
  }

  @Test
  void losesAndFoldsTheSectionsThatAreAsked() {
    Box wide = new Box(0, 0, 3, 150, 150, 8);
    Micrograph image =
        new Microscope(7, HARD.with(Setting.STREAK_GREY, 0), PATCHES, SECTIONS).image(wide);
    int section = 150 * 150;
    for (int z = 0; z < 5; z++) {
      int dark = 0;
      int hidden = 0;
      for (int i = z * section; i < (z + 1) * section; i++) {
        dark += image.grey()[i] == 0 ? 1 : 0;
        hidden += image.neurite()[i] == 0 ? 1 : 0;
      }
      assertThat(dark == section).as("section %d black", z + 3).isEqualTo(z == 1);
      if (z == 3) {
        assertThat(hidden).as("pixels in the fold").isBetween(300, 4000);
      } else {
        assertThat(hidden).isZero();
      }
    }
  }

  @Test
  void ratesLoseAboutThatManySections() {
    ImagingParameters p = PLAIN.with(Setting.MISSING_RATE, 0.2).with(Setting.FOLDED_RATE, 0.1);
    int missing = 0;
    int folded = 0;
    for (long z = 0; z < 1000; z++) {
      missing += Placement.of(5, p, SECTIONS, z).missing() ? 1 : 0;
      folded += Placement.of(5, p, SECTIONS, z).folded() ? 1 : 0;
    }
    assertThat(missing).isBetween(160, 240);
    assertThat(folded).isBetween(70, 130);
  }

  @Test
  void eachMaterialHasItsGreyFarFromMembranes() {
    for (Material material :
        List.of(Material.AXON_CYTOPLASM, Material.POSTSYNAPTIC_DENSITY, Material.VESSEL_LUMEN)) {
      TissueSource one = (box, _) -> fill(box, (_, _, _) -> 1, (_, _, _) -> material, far());
      byte[] grey = new Microscope(1, PLAIN, one, SECTIONS).image(Box.ofSize(5, 4, 3)).grey();
      double expected =
          switch (material) {
            case AXON_CYTOPLASM -> PLAIN.get(Setting.CYTOPLASM_GREY);
            case POSTSYNAPTIC_DENSITY -> PLAIN.get(Setting.POSTSYNAPTIC_GREY);
            default -> PLAIN.get(Setting.VESSEL_LUMEN_GREY);
          };
      assertThat(mean(grey, 0, 60)).isCloseTo(expected, within(0.5));
    }
  }

  private static Depth far() {
    return (_, _, _) -> 1000;
  }

  @Test
  void mitochondriaOfEachCellHaveAGreyOfTheirOwnAsFarAsAsked() {
    for (Material material : List.of(Material.MITOCHONDRION, Material.MITOCHONDRIAL_MEMBRANE)) {
      TissueSource cells =
          (box, _) ->
              fill(box, (x, _, _) -> Math.floorDiv(x, 4) + 100, (_, _, _) -> material, far());
      ImagingParameters alike =
          PLAIN.with(Setting.CRISTAE_GREY, 0).with(Setting.MITOCHONDRION_SPREAD_GREY, 0);
      assertThat(greyRange(cells, alike)).isLessThan(2);
      double range = greyRange(cells, alike.with(Setting.MITOCHONDRION_SPREAD_GREY, 50));
      assertThat(range).isBetween(60.0, 101.0);
    }
  }

  /* From the darkest to the brightest of 100 cells of 4 voxels, in their middle. */
  private static double greyRange(TissueSource cells, ImagingParameters p) {
    byte[] grey = new Microscope(1, p, cells, SECTIONS).image(Box.ofSize(400, 1, 1)).grey();
    int least = 255;
    int most = 0;
    for (int i = 1; i < grey.length; i += 4) {
      least = Math.min(least, Byte.toUnsignedInt(grey[i]));
      most = Math.max(most, Byte.toUnsignedInt(grey[i]));
    }
    return most - least;
  }

  @Test
  void obliqueMembranesAreBroaderAndFainterInThickSections() {
    byte[] upright = sectionOfPlane(0);
    byte[] oblique = sectionOfPlane(1);
    assertThat(darkest(oblique)).isGreaterThan(darkest(upright) + 15);
    assertThat(below(oblique, 160)).isGreaterThan(below(upright, 160));
  }

  /* One membrane through x = 0, leaning by `slope` along z, in a section of 60 nm. */
  private static byte[] sectionOfPlane(double slope) {
    TissueSource plane =
        (box, voxel) ->
            fill(
                box,
                (_, _, _) -> 1,
                (_, _, _) -> Material.DENDRITE_CYTOPLASM,
                (x, _, z) ->
                    (float)
                        (Math.abs(x * voxel.xNm() - slope * z * voxel.zNm())
                            / Math.hypot(1, slope)));
    Box row = new Box(-15, 0, 0, 16, 1, 1);
    return new Microscope(1, PLAIN, plane, new VoxelSize(6, 6, 60)).image(row).grey();
  }

  private static int darkest(byte[] grey) {
    int darkest = 255;
    for (byte g : grey) {
      darkest = Math.min(darkest, Byte.toUnsignedInt(g));
    }
    return darkest;
  }

  private static int below(byte[] grey, int limit) {
    int count = 0;
    for (byte g : grey) {
      count += Byte.toUnsignedInt(g) < limit ? 1 : 0;
    }
    return count;
  }

  @Test
  void noiseHasTheSpreadThatIsAsked() {
    ImagingParameters noisy = PLAIN.with(Setting.DETECTOR_NOISE_GREY, 12);
    TissueSource one =
        (box, _) -> fill(box, (_, _, _) -> 1, (_, _, _) -> Material.SOMA_CYTOPLASM, far());
    byte[] grey = new Microscope(1, noisy, one, SECTIONS).image(Box.ofSize(60, 60, 3)).grey();
    double mean = mean(grey, 0, grey.length);
    double squares = 0;
    for (byte g : grey) {
      squares += Math.pow(Byte.toUnsignedInt(g) - mean, 2);
    }
    assertThat(mean).isCloseTo(PLAIN.get(Setting.SOMA_GREY), within(0.6));
    assertThat(Math.sqrt(squares / grey.length)).isCloseTo(12, within(0.4));
  }

  @Test
  void streaksAreHalfToOneAndAHalfTimesAsStrongAsAsked() {
    ImagingParameters p = PLAIN.with(Setting.STREAK_GREY, 40).with(Setting.STREAKS_PER_UM, 0.5);
    Shading shading = new Shading(1, p, SECTIONS);
    float[] row = new float[900];
    float strongest = 0;
    int streaks = 0;
    for (long y = 0; y < 4000; y++) {
      shading.row(row, row.length, 0, y, 0);
      float most = 0;
      for (float grey : row) {
        most = Math.max(most, Math.abs(grey));
      }
      streaks += most > 20 ? 1 : 0;
      strongest = Math.max(strongest, most);
    }
    assertThat(streaks).isBetween(10, 40);
    assertThat(strongest).isBetween(50f, 60f);
  }

  @Test
  void anotherSeedIsAnotherNoise() {
    byte[] one = new Microscope(1, HARD, PATCHES, SECTIONS).image(BOX).grey();
    assertThat(new Microscope(2, HARD, PATCHES, SECTIONS).image(BOX).grey()).isNotEqualTo(one);
  }
}
