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
  private final PlaneWarp straight;

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
    this.straight = PlaneWarp.straight(patch[1], patch[2]);
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
      PlaneWarp warp = warp(random);
      float[] input = new float[source.length];
      int[] truth = new int[source.length];
      cut(at, source, slip, warp, input, truth);
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
      cut(position(random), source, new int[] {patch[0], 0, 0}, straight, input, truth);
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

  private PlaneWarp warp(SplittableRandom random) {
    if (augmentation.warpProbability() == 0
        || random.nextDouble() >= augmentation.warpProbability()) {
      return straight;
    }
    return PlaneWarp.random(
        patch[1], patch[2], augmentation.warpScale(), augmentation.warpVoxels(), random);
  }

  private void cut(int[] at, int[] source, int[] slip, PlaneWarp warp, float[] input, int[] truth) {
    float mean = (float) network.greyMean();
    float scale = (float) network.greyScale();
    int perSection = patch[1] * patch[2];
    var sample = new PlaneSample(volume);
    for (int i = 0; i < source.length; i++) {
      int z = source[i] / perSection;
      int place = source[i] % perSection;
      boolean slipped = z >= slip[0];
      sample.moveTo(
          at[0] + z,
          warp.y(place) + at[1] + (slipped ? slip[1] : 0),
          warp.x(place) + at[2] + (slipped ? slip[2] : 0));
      input[i] = (sample.grey() - mean) / scale;
      truth[i] = sample.truth();
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
    double[] sectionGain = sections(random, 1);
    double[] sectionLift = sections(random, 0);
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
      int z = i / perSection;
      double seen = v * contrast + brightness;
      input[i] = (float) (seen * sectionGain[z] + sectionLift[z] + noise * normal);
      if (missing && z == section) {
        input[i] = 0;
      }
    }
  }

  /// One number a section around a middle; all equal to it where sections do not differ.
  private double[] sections(SplittableRandom random, double middle) {
    double[] values = new double[patch[0]];
    for (int z = 0; z < values.length; z++) {
      double change = augmentation.sectionContrast();
      values[z] = change == 0 ? middle : middle + change * (2 * random.nextDouble() - 1);
    }
    return values;
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
