package org.connectarium.reconstruction.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Random;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;
import org.connectarium.reconstruction.grid.BoundaryMap;
import org.connectarium.reconstruction.grid.Grid;
import org.connectarium.reconstruction.watershed.RidgeParameters;
import org.connectarium.reconstruction.watershed.Watershed;
import org.junit.jupiter.api.Test;

/// Areas of surfaces of known size: a surface is given as signed distance in nm.
class ContactAreaTest {
  private static final VoxelSize CUBES = new VoxelSize(10, 10, 10);
  private static final VoxelSize SECTIONS = new VoxelSize(11.24, 11.24, 28);

  @Test
  void spheresOfCubicVoxels() {
    for (int radius : new int[] {8, 12, 16, 24}) {
      checkSphere(CUBES, radius, 1.2, 1.3);
    }
  }

  @Test
  void spheresOfThickSections() {
    for (int radius : new int[] {8, 12, 16, 24}) {
      checkSphere(SECTIONS, radius, 1.6, 3);
    }
  }

  @Test
  void planesOfAnyOrientation() {
    checkPlanes(CUBES, -7.4, 2.4, 1.7);
    checkPlanes(SECTIONS, -14.1, 10.1, 6.5);
  }

  @Test
  void shareOfDirectionsEqualsThePublishedOneForCubes() {
    double[] um2 = Crofton.um2(new VoxelSize(1000, 1000, 1000));
    /* Legland, Kiêu, Devaux 2007: axes 0.04577789, face diagonals 0.03698062, cube diagonals
    0.03519563, each for one of the two senses of a direction */
    assertThat(um2[12]).isCloseTo(2 * 0.04577789, withinPercentage(0.3));
    assertThat(um2[1]).isCloseTo(2 * 0.03698062 / Math.sqrt(2), withinPercentage(0.3));
    assertThat(um2[0]).isCloseTo(2 * 0.03519563 / Math.sqrt(3), withinPercentage(0.3));
  }

  private static void checkSphere(
      VoxelSize size, double radius, double touchingPercent, double ridgePercent) {
    Random random = new Random(17);
    double radiusNm = radius * size.xNm();
    Box box =
        Box.ofSize(
            (long) (2 * radius + 8),
            (long) (2 * radius + 8),
            (long) (2 * radiusNm / size.zNm() + 8));
    double cx = (box.sizeX() / 2.0 + random.nextDouble() - 0.5) * size.xNm();
    double cy = (box.sizeY() / 2.0 + random.nextDouble() - 0.5) * size.yNm();
    double cz = (box.sizeZ() / 2.0 + random.nextDouble() - 0.5) * size.zNm();
    int n = box.arrayLength();
    int[] labels = new int[n];
    byte[] map = new byte[n];
    for (int i = 0; i < n; i++) {
      long column = i % box.sizeX();
      long row = i / box.sizeX() % box.sizeY();
      long section = i / box.sizeX() / box.sizeY();
      double x = column * size.xNm() - cx;
      double y = row * size.yNm() - cy;
      double z = section * size.zNm() - cz;
      double outsideNm = Math.sqrt(x * x + y * y + z * z) - radiusNm;
      labels[i] = outsideNm < 0 ? 1 : 2;
      map[i] = (byte) Math.max(0, 255 - 60 * Math.abs(outsideNm) / size.xNm());
    }
    double um2 = 4 * Math.PI * radiusNm * radiusNm * 1e-6;
    BoundaryMap boundary = BoundaryMap.of(box, map);
    assertThat(totalUm2(labels, boundary, size))
        .as("touching, seed 17, radius %s, %s", radius, size)
        .isCloseTo(um2, withinPercentage(touchingPercent));
    int[] ridge = Watershed.withRidge(boundary, new RidgeParameters(10, 1, 1));
    assertThat(totalUm2(ridge, boundary, size))
        .as("ridge, seed 17, radius %s, %s", radius, size)
        .isCloseTo(um2, withinPercentage(ridgePercent));
  }

  private static double totalUm2(int[] labels, BoundaryMap boundary, VoxelSize size) {
    Contacts contacts = Contacts.between(labels, boundary, size);
    double sum = 0;
    for (int i = 0; i < contacts.size(); i++) {
      sum += contacts.areaUm2(i);
    }
    return sum;
  }

  /* The estimate for an endless plane of one unit of area: crossings of a step are the projection of
  the step on the plane's normal. */
  private static void checkPlanes(VoxelSize size, double lowest, double highest, double rms) {
    double[] um2 = Crofton.um2(size);
    double[] zyx = size.zyx();
    Random random = new Random(23);
    double squares = 0;
    int planes = 20_000;
    for (int i = 0; i < planes; i++) {
      double[] normal = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
      double length = Math.hypot(Math.hypot(normal[0], normal[1]), normal[2]);
      double estimate = 0;
      for (int k = 0; k < 26; k++) {
        int[] step = Grid.step(k);
        double along = 0;
        for (int axis = 0; axis < 3; axis++) {
          along += step[axis] * zyx[axis] * normal[axis] / length;
        }
        /* crossings per nm² of the plane are |along| / voxel volume */
        estimate += um2[k] * Math.abs(along) / (size.volumeUm3() * 1e3);
      }
      double percent = 100 * (estimate - 1);
      assertThat(percent).as("seed 23, plane %d, %s", i, size).isBetween(lowest, highest);
      squares += percent * percent / planes;
    }
    assertThat(Math.sqrt(squares)).isLessThan(rms);
  }

  @Test
  void normalsOfPlanesAndCaps() {
    checkNormals(CUBES, 1, 2.5);
    checkNormals(SECTIONS, 2.5, 5);
  }

  /* A disc of 15 voxels radius of a plane of any direction, half a sphere around that direction of 12
  voxels radius, and a whole plane with a ridge between both sides. */
  private static void checkNormals(VoxelSize size, double degrees, double ridgeDegrees) {
    Random random = new Random(29);
    Box box = Box.ofSize(33, 33, Math.round(33 * size.xNm() / size.zNm()));
    int n = box.arrayLength();
    for (int round = 0; round < 12; round++) {
      double[] normal = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
      double length = Math.hypot(Math.hypot(normal[0], normal[1]), normal[2]);
      int[] disc = new int[n];
      int[] cap = new int[n];
      byte[] map = new byte[n];
      for (int i = 0; i < n; i++) {
        long column = i % box.sizeX();
        long row = i / box.sizeX() % box.sizeY();
        long section = i / box.sizeX() / box.sizeY();
        double x = (column - (box.sizeX() - 1) / 2.0) * size.xNm();
        double y = (row - (box.sizeY() - 1) / 2.0) * size.yNm();
        double z = (section - (box.sizeZ() - 1) / 2.0) * size.zNm();
        double above = (x * normal[0] + y * normal[1] + z * normal[2]) / length;
        double r = Math.sqrt(x * x + y * y + z * z) / size.xNm();
        int side = above < 0.3 ? 1 : 2;
        disc[i] = r < 15 ? side : 3;
        cap[i] = r < 12 ? 1 : 1 + side;
        map[i] = (byte) Math.max(0, 255 - 60 * Math.abs(above) / size.xNm());
      }
      BoundaryMap boundary = BoundaryMap.of(box, map);
      String at = "seed 29, round %d, %s".formatted(round, size);
      assertThat(angle(Contacts.between(disc, boundary, size), 0, normal, length))
          .as("disc, " + at)
          .isLessThan(degrees);
      assertThat(angle(Contacts.between(cap, boundary, size), 1, normal, length))
          .as("cap, " + at)
          .isLessThan(degrees);
      int[] ridge = Watershed.withRidge(boundary, new RidgeParameters(10, 1, 1));
      double angle = angle(Contacts.between(ridge, boundary, size), 0, normal, length);
      /* which side is 1 depends on the direction */
      assertThat(Math.min(angle, 180 - angle)).as("ridge, " + at).isLessThan(ridgeDegrees);
    }
  }

  private static double angle(Contacts contacts, int i, double[] normal, double length) {
    double cosine =
        (contacts.normalX(i) * normal[0]
                + contacts.normalY(i) * normal[1]
                + contacts.normalZ(i) * normal[2])
            / length;
    return Math.toDegrees(Math.acos(Math.min(1, cosine)));
  }
}
