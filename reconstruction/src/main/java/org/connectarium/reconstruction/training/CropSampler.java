package org.connectarium.reconstruction.training;

import java.util.SplittableRandom;
import org.connectarium.reconstruction.network.Network;
import org.connectarium.reconstruction.symmetry.Symmetry;

/// Cuts and varies training crops. Crop number n is a pure function of the seed and n, so a
/// training that was killed goes on with the same crops.
final class CropSampler {
  private final LabelledVolume volume;
  private final Network network;
  private final Augmentation augmentation;
  private final int[] patch;
  private final long seed;

  /// One crop, ready for the network.
  @SuppressWarnings("ArrayRecordComponent") // a carrier of bulk data, never compared
  record Crop(float[] input, float[] targets, double knownFraction) {}

  CropSampler(
      LabelledVolume volume, Network network, Augmentation augmentation, int[] patch, long seed) {
    this.volume = volume;
    this.network = network;
    this.augmentation = augmentation;
    this.patch = patch.clone();
    this.seed = seed;
  }

  /// Crop number n, varied; positions without known truth are drawn again.
  Crop varied(int n) {
    var random = new SplittableRandom(seed ^ (n * 0x9E3779B97F4A7C15L));
    var group = Symmetry.all(augmentation.symmetries());
    for (int attempt = 0; ; attempt++) {
      int[] at = position(random);
      Symmetry symmetry = group.get(random.nextInt(group.size()));
      int[] source = symmetry.sourceIndices(patch);
      int[] slip = slip(random);
      float[] input = new float[source.length];
      int[] truth = new int[source.length];
      cut(at, source, slip, input, truth);
      vary(input, random);
      Crop crop = crop(input, truth);
      if (crop.knownFraction() > 0 || attempt == 20) {
        return crop;
      }
    }
  }

  /// Crop number n as it is, for validation.
  Crop plain(int n) {
    var random = new SplittableRandom(seed ^ (n * 0x9E3779B97F4A7C15L));
    var identity = Symmetry.all(augmentation.symmetries()).getFirst();
    int[] source = identity.sourceIndices(patch);
    for (int attempt = 0; ; attempt++) {
      float[] input = new float[source.length];
      int[] truth = new int[source.length];
      cut(position(random), source, new int[] {patch[0], 0, 0}, input, truth);
      Crop crop = crop(input, truth);
      if (crop.knownFraction() > 0 || attempt == 20) {
        return crop;
      }
    }
  }

  private int[] position(SplittableRandom random) {
    int[] at = new int[3];
    for (int a = 0; a < 3; a++) {
      at[a] = random.nextInt(volume.zyx()[a] - patch[a] + 1);
    }
    return at;
  }

  /// First shifted section, its shift along y and x; section = depth means none.
  private int[] slip(SplittableRandom random) {
    if (random.nextDouble() >= augmentation.jitterProbability()) {
      return new int[] {patch[0], 0, 0};
    }
    int j = augmentation.jitterVoxels();
    return new int[] {
      random.nextInt(patch[0]), random.nextInt(2 * j + 1) - j, random.nextInt(2 * j + 1) - j
    };
  }

  private void cut(int[] at, int[] source, int[] slip, float[] input, int[] truth) {
    int[] size = volume.zyx();
    float mean = (float) network.greyMean();
    float scale = (float) network.greyScale();
    for (int i = 0; i < source.length; i++) {
      int s = source[i];
      int z = s / (patch[1] * patch[2]);
      int y = s / patch[2] % patch[1] + at[1];
      int x = s % patch[2] + at[2];
      if (z >= slip[0]) {
        y += slip[1];
        x += slip[2];
      }
      boolean inside = y >= 0 && x >= 0 && y < size[1] && x < size[2];
      int cy = Math.clamp(y, 0, size[1] - 1);
      int cx = Math.clamp(x, 0, size[2] - 1);
      int v = ((at[0] + z) * size[1] + cy) * size[2] + cx;
      input[i] = ((volume.grey()[v] & 0xff) - mean) / scale;
      truth[i] = inside ? volume.truth()[v] : 0;
    }
  }

  private void vary(float[] input, SplittableRandom random) {
    double contrast = 1 + augmentation.contrast() * (2 * random.nextDouble() - 1);
    double brightness = augmentation.brightness() * (2 * random.nextDouble() - 1);
    double gamma = Math.pow(1 + augmentation.gamma(), 2 * random.nextDouble() - 1);
    double noise = augmentation.noise() * random.nextDouble();
    boolean missing = random.nextDouble() < augmentation.missingProbability();
    int section = random.nextInt(patch[0]);
    int perSection = patch[1] * patch[2];
    double range = 255 / network.greyScale();
    double low = -network.greyMean() / network.greyScale();
    for (int i = 0; i < input.length; i++) {
      double unit = Math.clamp((input[i] - low) / range, 0.0, 1.0);
      double v = Math.pow(unit, gamma) * range + low;
      // the sum of four uniform numbers is close enough to normal noise, and quick
      double normal =
          (random.nextDouble()
                  + random.nextDouble()
                  + random.nextDouble()
                  + random.nextDouble()
                  - 2)
              * Math.sqrt(3);
      input[i] = (float) (v * contrast + brightness + noise * normal);
      if (missing && i / perSection == section) {
        input[i] = 0;
      }
    }
  }

  private Crop crop(float[] input, int[] truth) {
    float[] targets =
        Targets.of(truth, patch, volume.kind(), network.outputs(), network.architecture().shrink());
    int known = 0;
    for (float t : targets) {
      if (t >= 0) {
        known++;
      }
    }
    return new Crop(input, targets, (double) known / targets.length);
  }
}
