package org.connectarium.reconstruction.training;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.connectarium.reconstruction.network.Network;
import org.connectarium.reconstruction.network.OutputChannel;
import org.connectarium.reconstruction.symmetry.Symmetry;

/// Cuts and varies training crops. Crop number n is a pure function of the seed and n, so a
/// training that was killed goes on with the same crops.
final class CropSampler {
  private static final int DRAWN_AGAIN = 20;
  private final List<LabelledVolume> volumes;
  private final Network network;
  private final Augmentation augmentation;
  private final int[] patch;
  private final long seed;
  private final PlaneWarp straight;
  private final Repainting repainting;

  /// One crop, ready for the network.
  @SuppressWarnings("ArrayRecordComponent") // a carrier of bulk data, never compared
  record Crop(float[] input, float[] targets, double knownFraction) {}

  /// Grey values and truth of a crop.
  @SuppressWarnings("ArrayRecordComponent")
  private record Cut(float[] grey, int[] truth) {}

  /// @param volumes crops come from each as often as its share of the voxels
  CropSampler(
      List<LabelledVolume> volumes,
      Network network,
      Augmentation augmentation,
      int[] patch,
      long seed) {
    this.volumes = List.copyOf(volumes);
    this.network = network;
    this.augmentation = augmentation;
    this.patch = patch.clone();
    this.seed = seed;
    this.straight = PlaneWarp.straight(patch[1], patch[2]);
    this.repainting =
        new Repainting(
            augmentation.appearance(), augmentation.symmetries(), patch, network.voxelSizeNm());
  }

  /// Crop number n, varied; positions without known truth are drawn again.
  Crop varied(int n) {
    var random = random(n);
    var group = Symmetry.all(augmentation.symmetries());
    return firstKnown(
        () -> {
          LabelledVolume volume = volume(random);
          int[] at = position(volume, random);
          Symmetry symmetry = group.get(random.nextInt(group.size()));
          int[] slip = slip(random);
          Cut cut = cut(volume, at, symmetry, slip, warp(random));
          boolean cells = volume.kind() == LabelledVolume.TruthKind.LABELS;
          float[] grey = repainting.apply(cut.grey(), cut.truth(), cells, random);
          vary(grey, random);
          Crop crop = crop(grey, cut.truth(), volume.kind());
          thin(crop.targets(), random);
          return crop;
        });
  }

  /// Crop number n as it is, for validation; positions without known truth are drawn again.
  Crop plain(int n) {
    var random = random(n);
    var identity = Symmetry.all(augmentation.symmetries()).getFirst();
    return firstKnown(
        () -> {
          LabelledVolume volume = volume(random);
          Cut cut = cut(volume, position(volume, random), identity, noSlip(), straight);
          scale(cut.grey());
          return crop(cut.grey(), cut.truth(), volume.kind());
        });
  }

  private SplittableRandom random(int n) {
    return new SplittableRandom(seed ^ (n * 0x9E3779B97F4A7C15L));
  }

  private static Crop firstKnown(Supplier<Crop> draw) {
    Crop crop = draw.get();
    for (int again = 0; crop.knownFraction() == 0 && again < DRAWN_AGAIN; again++) {
      crop = draw.get();
    }
    return crop;
  }

  private LabelledVolume volume(SplittableRandom random) {
    long total = 0;
    for (LabelledVolume v : volumes) {
      total += v.grey().length;
    }
    long at = volumes.size() == 1 ? 0 : random.nextLong(total);
    int i = 0;
    while (at >= volumes.get(i).grey().length) {
      at -= volumes.get(i).grey().length;
      i++;
    }
    return volumes.get(i);
  }

  private int[] position(LabelledVolume volume, SplittableRandom random) {
    int[] at = new int[3];
    for (int a = 0; a < 3; a++) {
      at[a] = random.nextInt(volume.zyx()[a] - patch[a] + 1);
    }
    return at;
  }

  /// First shifted section, its shift along y and x; section = depth means none.
  private int[] slip(SplittableRandom random) {
    if (random.nextDouble() >= augmentation.jitterProbability()) {
      return noSlip();
    }
    int j = augmentation.jitterVoxels();
    return new int[] {
      random.nextInt(patch[0]), random.nextInt(2 * j + 1) - j, random.nextInt(2 * j + 1) - j
    };
  }

  private int[] noSlip() {
    return new int[] {patch[0], 0, 0};
  }

  private PlaneWarp warp(SplittableRandom random) {
    if (augmentation.warpProbability() == 0
        || random.nextDouble() >= augmentation.warpProbability()) {
      return straight;
    }
    return PlaneWarp.random(
        patch[1], patch[2], augmentation.warpScale(), augmentation.warpVoxels(), random);
  }

  private Cut cut(LabelledVolume volume, int[] at, Symmetry symmetry, int[] slip, PlaneWarp warp) {
    int[] source = symmetry.sourceIndices(patch);
    float[] grey = new float[source.length];
    int[] truth = new int[source.length];
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
      grey[i] = sample.grey();
      truth[i] = sample.truth();
    }
    return new Cut(grey, truth);
  }

  /// From grey values to what the network reads.
  private void scale(float[] grey) {
    float mean = (float) network.greyMean();
    float scale = (float) network.greyScale();
    for (int i = 0; i < grey.length; i++) {
      grey[i] = (grey[i] - mean) / scale;
    }
  }

  /// From grey values to what the network reads, varied.
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
      double unit = Math.clamp(input[i] / 255, 0.0, 1.0);
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

  /// Leaves out some of the voxels inside cells.
  private void thin(float[] targets, SplittableRandom random) {
    double share = augmentation.insideShare();
    int perOutput = targets.length / network.outputs().size();
    for (int i = 0; share < 1 && i < targets.length; i++) {
      boolean affinity = network.outputs().get(i / perOutput).kind() == OutputChannel.Kind.AFFINITY;
      if (targets[i] == (affinity ? 1 : 0) && random.nextDouble() >= share) {
        targets[i] = -1;
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

  private Crop crop(float[] input, int[] truth, LabelledVolume.TruthKind kind) {
    float[] targets =
        Targets.of(truth, patch, kind, network.outputs(), network.architecture().shrink());
    int known = 0;
    for (float t : targets) {
      if (t >= 0) {
        known++;
      }
    }
    return new Crop(input, targets, (double) known / targets.length);
  }
}
