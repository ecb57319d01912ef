package org.connectarium.reconstruction.texture;

import java.util.Arrays;
import org.connectarium.ingest.volume.VoxelSize;

/// All channels that come straight from the derivatives at one scale: eigenvalues of the Hessian,
/// Gaussian, differences to wider Gaussians, Laplacian and gradient magnitude.
final class ScaleFilter implements Filter {
  /// The factor of each difference of Gaussians at this scale and its channel.
  record Difference(double factor, int channel) {}

  private static final int NONE = -1;

  private final Scale scale;
  private final int hessian;
  private final int gaussian;
  private final int laplacian;
  private final int gradient;
  private final Difference[] differences;
  private final Scale[] wider;

  /// @param hessian channel of the least eigenvalue; −1 if there is none, as for the others
  ScaleFilter(
      VoxelSize voxel,
      int k,
      int hessian,
      int gaussian,
      int laplacian,
      int gradient,
      Difference... differences) {
    this.scale = Scale.of(voxel, k);
    this.hessian = hessian;
    this.gaussian = gaussian;
    this.laplacian = laplacian;
    this.gradient = gradient;
    this.differences = differences;
    this.wider =
        Arrays.stream(differences)
            .map(d -> Scale.widened(voxel, k, d.factor))
            .toArray(Scale[]::new);
  }

  @Override
  public int[] channels() {
    int[] all = new int[6 + differences.length];
    int[] own = {hessian, hessian + 1, hessian + 2, gaussian, laplacian, gradient};
    System.arraycopy(own, 0, all, 0, own.length);
    for (int i = 0; i < differences.length; i++) {
      all[own.length + i] = differences[i].channel;
    }
    if (hessian == NONE) {
      all[1] = NONE;
      all[2] = NONE;
    }
    return Arrays.stream(all).filter(channel -> channel != NONE).toArray();
  }

  @Override
  public int[] reach() {
    return scale.reach();
  }

  @Override
  public void compute(Block block, Channels out) {
    Jet jet = new Jet(block, scale, order(out));
    Jet[] wide = new Jet[wider.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = new Jet(block, wider[i], Jet.Order.VALUE);
    }
    Eigenvalues eigenvalues = new Eigenvalues(block.sizeX);
    float[][] made = {block.row(), block.row(), block.row()};
    for (int z = block.fromZ; z < block.toZ; z++) {
      jet.plane(z, block.fromY, block.toY, block.fromX, block.toX);
      for (int i = 0; i < wide.length; i++) {
        if (out.wants(differences[i].channel)) {
          wide[i].plane(z, block.fromY, block.toY, block.fromX, block.toX);
        }
      }
      for (int y = block.fromY; y < block.toY; y++) {
        jet.row(y);
        put(out, z, y, jet, eigenvalues, made, block.fromX, block.toX);
        for (int i = 0; i < wide.length; i++) {
          if (out.wants(differences[i].channel)) {
            wide[i].row(y);
            difference(jet.value, wide[i].value, made[0], block.fromX, block.toX);
            out.put(differences[i].channel, z, y, made[0]);
          }
        }
      }
    }
  }

  private Jet.Order order(Channels out) {
    if (wantsHessian(out) || wants(out, laplacian)) {
      return Jet.Order.HESSIAN;
    }
    return wants(out, gradient) ? Jet.Order.GRADIENT : Jet.Order.VALUE;
  }

  private static boolean wants(Channels out, int channel) {
    return channel != NONE && out.wants(channel);
  }

  private boolean wantsHessian(Channels out) {
    return hessian != NONE
        && (out.wants(hessian) || out.wants(hessian + 1) || out.wants(hessian + 2));
  }

  private void put(
      Channels out,
      int z,
      int y,
      Jet jet,
      Eigenvalues eigenvalues,
      float[][] made,
      int from,
      int to) {
    if (wantsHessian(out)) {
      float[][] second = {jet.dzz, jet.dzy, jet.dzx, jet.dyy, jet.dyx, jet.dxx};
      eigenvalues.sorted(second, 0, made, from, to);
      for (int i = 0; i < 3; i++) {
        out.put(hessian + i, z, y, made[i]);
      }
    }
    if (wants(out, gaussian)) {
      out.put(gaussian, z, y, jet.value);
    }
    if (wants(out, laplacian)) {
      sum(jet.dzz, jet.dyy, jet.dxx, made[0], from, to);
      out.put(laplacian, z, y, made[0]);
    }
    if (wants(out, gradient)) {
      magnitude(jet.dz, jet.dy, jet.dx, made[0], from, to);
      out.put(gradient, z, y, made[0]);
    }
  }

  private static void sum(float[] a, float[] b, float[] c, float[] out, int from, int to) {
    for (int x = from; x < to; x++) {
      out[x] = a[x] + b[x] + c[x];
    }
  }

  private static void magnitude(float[] a, float[] b, float[] c, float[] out, int from, int to) {
    for (int x = from; x < to; x++) {
      out[x] = (float) Math.sqrt(a[x] * a[x] + b[x] * b[x] + c[x] * c[x]);
    }
  }

  private static void difference(float[] a, float[] b, float[] out, int from, int to) {
    for (int x = from; x < to; x++) {
      out[x] = a[x] - b[x];
    }
  }
}
