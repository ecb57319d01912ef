package org.connectarium.reconstruction.texture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.connectarium.ingest.volume.VoxelSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TexturesTest {
  private static final VoxelSize COARSE = new VoxelSize(24, 24, 24);
  private static final VoxelSize FOCUSEM = new VoxelSize(11.24, 11.24, 28);
  private static final int SEED = 20170414;

  /// A volume and its channels.
  private static final class Case {
    final VoxelSize voxel;
    final int[] margin;
    final int[] shape;
    final float[] wide;

    Case(VoxelSize voxel, int coreZ, int coreY, int coreX) {
      this.voxel = voxel;
      margin = Textures.of(voxel).margin();
      shape = new int[] {coreZ + 2 * margin[0], coreY + 2 * margin[1], coreX + 2 * margin[2]};
      wide = new float[shape[0] * shape[1] * shape[2]];
    }

    /// Smooth shades and noise, 0 to 255.
    Case noise() {
      Random random = new Random(SEED);
      for (int i = 0; i < wide.length; i++) {
        int x = i % shape[2];
        int y = i / shape[2] % shape[1];
        int z = i / shape[2] / shape[1];
        double shade = 120 + 70 * Math.sin(0.4 * x + 0.3 * y * 0.1 * z) * Math.cos(0.5 * y + z);
        wide[i] = (float) Math.rint(shade + 60 * random.nextDouble());
      }
      return this;
    }

    float[][] channels() {
      return channels(all());
    }

    float[][] channels(BitSet wanted) {
      float[][] out = new float[Textures.CHANNELS][0];
      Textures.of(voxel)
          .compute(wide, shape, wanted, (channel, core) -> out[channel] = core.clone());
      return out;
    }

    int core(int axis) {
      return shape[axis] - 2 * margin[axis];
    }

    int voxels() {
      return core(0) * core(1) * core(2);
    }

    int indexOfWide(int coreIndex) {
      int z = coreIndex / core(2) / core(1) + margin[0];
      int y = coreIndex / core(2) % core(1) + margin[1];
      return (z * shape[1] + y) * shape[2] + coreIndex % core(2) + margin[2];
    }
  }

  private static BitSet all() {
    BitSet all = new BitSet();
    all.set(0, Textures.CHANNELS);
    return all;
  }

  private static BitSet only(int... channels) {
    BitSet only = new BitSet();
    Arrays.stream(channels).forEach(only::set);
    return only;
  }

  private static int number(String name) {
    int number = Textures.names().indexOf(name);
    assertThat(number).as(name).isNotNegative();
    return number;
  }

  private static double deviation(float[] values) {
    double mean = 0;
    for (float value : values) {
      mean += (double) value / values.length;
    }
    double sum = 0;
    for (float value : values) {
      sum += (value - mean) * (value - mean) / values.length;
    }
    return Math.sqrt(sum);
  }

  @Test
  void channelsAreThoseOfSynEMInItsOrder() {
    List<String> names = Textures.names();
    assertThat(names).hasSize(51).doesNotHaveDuplicates();
    assertThat(names.subList(0, 5))
        .containsExactly(
            "raw", "structure(s,s)-1", "structure(s,s)-2", "structure(s,s)-3", "structure(s,2s)-1");
    assertThat(names.subList(15, 17)).containsExactly("structure(3s,3s)-3", "hessian(s)-1");
    assertThat(names.subList(27, 51))
        .containsExactly(
            "hessian(4s)-3",
            "gaussian(s)",
            "gaussian(2s)",
            "gaussian(3s)",
            "dog(s,1.5)",
            "dog(s,2)",
            "dog(2s,1.5)",
            "dog(2s,2)",
            "dog(3s,1.5)",
            "log(s)",
            "log(2s)",
            "log(3s)",
            "log(4s)",
            "gradient(s)",
            "gradient(2s)",
            "gradient(3s)",
            "gradient(4s)",
            "gradient(5s)",
            "deviation(5)",
            "intensity-variance(3)",
            "intensity-variance(5)",
            "entropy(5)",
            "sphere(3)",
            "sphere(6)");
  }

  /// ⌈2·12/11.24⌉ = 3 and ⌈2·12/28⌉ = 1: the structure tensor (3s, 3s) needs six times as much. At
  /// 40 nm half-sizes are k; at 6 nm ⌈2·2⌉·6 = 24.
  @Test
  void marginIsThatOfTheWidestFilter() {
    assertThat(Textures.of(FOCUSEM).margin()).containsExactly(6, 18, 18);
    assertThat(Textures.of(new VoxelSize(10, 10, 10)).margin()).containsExactly(18, 18, 18);
    assertThat(Textures.of(new VoxelSize(6, 40, 30)).margin()).containsExactly(6, 6, 24);
  }

  @ParameterizedTest
  @CsvSource({"24, 24, 24", "14, 24, 30", "25, 13, 26"})
  void valuesAreThoseOfTheDefinitions(double xNm, double yNm, double zNm) {
    Case c = new Case(new VoxelSize(xNm, yNm, zNm), 3, 4, 5).noise();
    SlowTextures slow = new SlowTextures(c.wide, c.shape, c.voxel);
    float[][] fast = c.channels();
    for (int channel = 0; channel < Textures.CHANNELS; channel++) {
      double tolerance = 3e-4 * deviation(fast[channel]);
      for (int i = 0; i < c.voxels(); i += 19) {
        int z = i / c.core(2) / c.core(1) + c.margin[0];
        int y = i / c.core(2) % c.core(1) + c.margin[1];
        int x = i % c.core(2) + c.margin[2];
        assertThat((double) fast[channel][i])
            .as("%s at %d %d %d, seed %d", Textures.names().get(channel), z, y, x, SEED)
            .isCloseTo(slow.channel(channel, z, y, x), within(tolerance));
      }
    }
  }

  @Test
  void valuesAreThoseOfSciPyAtTheVoxelsOfFocusEM() throws IOException {
    Case c = new Case(FOCUSEM, 6, 8, 10);
    for (int i = 0; i < c.wide.length; i++) {
      int x = i % c.shape[2];
      int y = i / c.shape[2] % c.shape[1];
      int z = i / c.shape[2] / c.shape[1];
      c.wide[i] = (x * x + 3 * y * z + 5 * z) % 192 + (7 * x * y + 11 * y + 13 * z * x) % 64;
    }
    float[][] channels = c.channels();
    int lines = 0;
    for (String line : resource("reference.csv").lines().toList()) {
      if (line.startsWith("#")) {
        continue;
      }
      double[] expected =
          Arrays.stream(line.split(",", -1)).mapToDouble(Double::parseDouble).toArray();
      int channel = (int) expected[0];
      for (int i = 0; i < channels[channel].length; i += 7) {
        assertThat((double) channels[channel][i])
            .as("%s at %d", Textures.names().get(channel), i)
            .isCloseTo(expected[2 + i / 7], within(1e-4 * expected[1]));
      }
      lines++;
    }
    assertThat(lines).isEqualTo(Textures.CHANNELS);
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = Objects.requireNonNull(TexturesTest.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /// At 24 nm s = 0.5 and kernels at s have three taps: e = exp(−2) on each side of 1, g = 1/(1 +
  /// 2e) = 0.78699 in the middle and 0.10651 beside; derivative ∓0.10651/0.25 = ∓0.42603; second
  /// derivative −0.78699/0.25 = −3.14795 and 0.10651·(4 − 1)/0.25 = 1.27808.
  @Test
  void singleBrightVoxelShowsTheKernels() {
    Case c = new Case(COARSE, 5, 5, 5);
    c.wide[c.indexOfWide(62)] = 1;
    float[][] channels = c.channels();
    double g0 = 1 / (1 + 2 * Math.exp(-2));
    double g1 = Math.exp(-2) * g0;
    assertThat(g0).isEqualTo(0.78699, within(1e-5));
    float[] gaussian = channels[number("gaussian(s)")];
    assertThat(gaussian[62]).isCloseTo((float) (g0 * g0 * g0), within(1e-6f));
    assertThat(gaussian[63]).isCloseTo((float) (g0 * g0 * g1), within(1e-6f));
    assertThat(gaussian[62 - 5]).isCloseTo((float) (g0 * g0 * g1), within(1e-6f));
    assertThat(gaussian[62 + 25 + 5 + 1]).isCloseTo((float) (g1 * g1 * g1), within(1e-6f));
    assertThat(gaussian[64]).isZero();
    float[] gradient = channels[number("gradient(s)")];
    assertThat(gradient[62]).isZero();
    assertThat(gradient[63]).isCloseTo((float) (g0 * g0 * g1 * 4), within(1e-6f));
    float[] laplacian = channels[number("log(s)")];
    assertThat(laplacian[62]).isCloseTo((float) (-12 * g0 * g0 * g0), within(1e-5f));
    assertThat(laplacian[63])
        .isCloseTo((float) (12 * g1 * g0 * g0 - 2 * 4 * g0 * g0 * g1), within(1e-5f));
    assertThat(channels[number("deviation(5)")][62])
        .isCloseTo((float) Math.sqrt((1 - 1 / 125.0) / 124), within(1e-6f));
    assertThat(channels[number("entropy(5)")][62])
        .isCloseTo((float) (log2(125) - 124 * log2(124) / 125), within(1e-5f));
    assertThat(channels[number("intensity-variance(3)")][62]).isZero();
    float[] sphere = channels[number("sphere(3)")];
    assertThat(sphere[62]).isCloseTo(1f / 7, within(1e-6f));
    assertThat(sphere[63]).isCloseTo(1f / 7, within(1e-6f));
    assertThat(sphere[64]).isZero();
  }

  private static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }

  @Test
  void constantImageHasNoGradientDeviationOrEntropy() {
    Case c = new Case(new VoxelSize(10, 12, 30), 2, 3, 4);
    Arrays.fill(c.wide, 255);
    float[][] channels = c.channels();
    for (String name : Textures.names()) {
      float[] values = channels[number(name)];
      if (name.startsWith("raw") || name.startsWith("gaussian") || name.startsWith("sphere")) {
        assertThat(values).as(name).containsOnly(new float[] {255}, within(1e-3f));
      } else if (name.startsWith("structure") || name.startsWith("gradient")) {
        assertThat(values).as(name).containsOnly(0);
      } else if (name.startsWith("dog")) {
        assertThat(values).as(name).containsOnly(new float[] {0}, within(1e-3f));
      }
    }
    assertThat(channels[number("deviation(5)")]).containsOnly(0);
    assertThat(channels[number("entropy(5)")]).containsOnly(0);
    assertThat(channels[number("intensity-variance(3)")]).containsOnly(27 - 27 * 27);
    assertThat(channels[number("intensity-variance(5)")]).containsOnly(125 - 125 * 125);
  }

  /// I = 2z + 3y + 6x has gradient 7, less what the cut-off kernel misses: Σ g·i²/σ².
  /// At 24 nm and s this is 2·0.10651/0.25 = 0.85205.
  @Test
  void rampHasConstantGradient() {
    Case c = new Case(COARSE, 3, 3, 3);
    for (int i = 0; i < c.wide.length; i++) {
      int x = i % c.shape[2];
      int y = i / c.shape[2] % c.shape[1];
      int z = i / c.shape[2] / c.shape[1];
      c.wide[i] = 2 * z + 3 * y + 6 * x;
    }
    float[][] channels = c.channels();
    double part = 8 * Math.exp(-2) / (1 + 2 * Math.exp(-2));
    assertThat(part).isCloseTo(0.85205, within(1e-5));
    assertThat(channels[number("gradient(s)")])
        .containsOnly(new float[] {(float) (7 * part)}, within(1e-4f));
    assertThat(channels[number("structure(s,s)-3")])
        .containsOnly(new float[] {(float) (49 * part * part)}, within(1e-3f));
    assertThat(channels[number("structure(s,s)-2")]).containsOnly(new float[] {0}, within(1e-3f));
    assertThat(channels[number("gaussian(2s)")][13])
        .isCloseTo(c.wide[c.indexOfWide(13)], within(1e-4f));
  }

  /// {x² + y² + (2z)² ≤ 9}: 29 voxels in the middle plane, {x² + y² ≤ 5}: 21 in each neighbour. Of
  /// radius 6: 113, 2·{≤ 32} = 2·101, 2·{≤ 20} = 2·69 and 2·1.
  @Test
  void spheresAreThoseOfFocusEMAtItsVoxels() {
    Case c = new Case(FOCUSEM, 7, 13, 13);
    int middle = (3 * 13 + 6) * 13 + 6;
    c.wide[c.indexOfWide(middle)] = 1;
    float[][] channels = c.channels(only(49, 50));
    assertThat(channels[49][middle]).isCloseTo(1f / (29 + 2 * 21), within(1e-7f));
    assertThat(channels[50][middle]).isCloseTo(1f / (113 + 202 + 138 + 2), within(1e-7f));
    assertThat(channels[50][middle + 6]).isCloseTo(1f / 455, within(1e-7f));
    assertThat(channels[50][middle + 3 * 169]).isCloseTo(1f / 455, within(1e-7f));
    assertThat(channels[50][middle + 3 * 169 + 1]).isZero();
    assertThat(channels[49][middle + 169 + 2 * 13 + 1]).isCloseTo(1f / 71, within(1e-7f));
    assertThat(channels[49][middle + 169 + 2 * 13 + 2]).isZero();
  }

  @Test
  void mirroredImageHasMirroredChannels() {
    Case c = new Case(new VoxelSize(20, 14, 30), 4, 5, 6).noise();
    Case mirrored = new Case(c.voxel, 4, 5, 6);
    for (int i = 0; i < c.wide.length; i++) {
      mirrored.wide[c.wide.length - 1 - i] = c.wide[i];
    }
    float[][] channels = c.channels();
    float[][] others = mirrored.channels();
    for (int channel = 0; channel < Textures.CHANNELS; channel++) {
      float tolerance = (float) (2e-4 * deviation(channels[channel]));
      for (int i = 0; i < c.voxels(); i++) {
        assertThat(others[channel][c.voxels() - 1 - i])
            .as("%s at %d", Textures.names().get(channel), i)
            .isCloseTo(channels[channel][i], within(tolerance));
      }
    }
  }

  @Test
  void axesAreAlikeInIsotropicVoxels() {
    Case c = new Case(new VoxelSize(20, 20, 20), 3, 4, 5).noise();
    Case turned = new Case(c.voxel, 5, 4, 3);
    for (int i = 0; i < c.wide.length; i++) {
      int x = i % c.shape[2];
      int y = i / c.shape[2] % c.shape[1];
      int z = i / c.shape[2] / c.shape[1];
      turned.wide[(x * turned.shape[1] + y) * turned.shape[2] + z] = c.wide[i];
    }
    float[][] channels = c.channels();
    float[][] others = turned.channels();
    for (int channel = 0; channel < Textures.CHANNELS; channel++) {
      float tolerance = (float) (2e-4 * deviation(channels[channel]));
      for (int i = 0; i < c.voxels(); i++) {
        int there = (i % 5 * 4 + i / 5 % 4) * 3 + i / 20;
        assertThat(others[channel][there])
            .as("%s at %d", Textures.names().get(channel), i)
            .isCloseTo(channels[channel][i], within(tolerance));
      }
    }
  }

  /// Brightness shifts what is a mean and leaves alone what is a first derivative or a spread.
  @Test
  void brightnessShiftsMeansAndLeavesGradients() {
    Case c = new Case(COARSE, 3, 4, 5).noise();
    Case brighter = new Case(COARSE, 3, 4, 5).noise();
    for (int i = 0; i < brighter.wide.length; i++) {
      brighter.wide[i] += 4;
    }
    float[][] channels = c.channels();
    float[][] others = brighter.channels();
    for (String name : Textures.names()) {
      boolean mean = name.matches("raw|gaussian.*|sphere.*");
      if (mean || name.matches("(structure|dog|gradient|deviation|entropy).*")) {
        int channel = number(name);
        float tolerance = (float) (2e-4 * deviation(channels[channel]));
        for (int i = 0; i < c.voxels(); i++) {
          assertThat(others[channel][i] - channels[channel][i])
              .as(name)
              .isCloseTo(mean ? 4 : 0, within(tolerance));
        }
      }
    }
  }

  @Test
  void partOfABlockHasTheSameBits() {
    Case c = new Case(new VoxelSize(16, 11, 30), 5, 9, 21).noise();
    for (int i = 0; i < c.wide.length; i++) {
      c.wide[i] *= 0.997f;
    }
    Case part = new Case(c.voxel, 3, 4, 6);
    int[] begin = {1, 3, 7};
    for (int i = 0; i < part.wide.length; i++) {
      int x = i % part.shape[2] + begin[2];
      int y = i / part.shape[2] % part.shape[1] + begin[1];
      int z = i / part.shape[2] / part.shape[1] + begin[0];
      part.wide[i] = c.wide[(z * c.shape[1] + y) * c.shape[2] + x];
    }
    float[][] channels = c.channels();
    float[][] others = part.channels();
    for (int channel = 0; channel < Textures.CHANNELS; channel++) {
      float[] expected = new float[part.voxels()];
      for (int i = 0; i < expected.length; i++) {
        int x = i % 6 + begin[2];
        int y = i / 6 % 4 + begin[1];
        int z = i / 24 + begin[0];
        expected[i] = channels[channel][(z * 9 + y) * 21 + x];
      }
      assertThat(others[channel]).as(Textures.names().get(channel)).containsExactly(expected);
    }
  }

  @Test
  void everyChannelAloneHasTheSameBitsAndComesAlone() {
    Case c = new Case(COARSE, 3, 4, 5).noise();
    float[][] channels = c.channels();
    for (int channel = 0; channel < Textures.CHANNELS; channel++) {
      float[][] alone = c.channels(only(channel));
      for (int other = 0; other < Textures.CHANNELS; other++) {
        assertThat(alone[other])
            .as(Textures.names().get(channel))
            .containsExactly(other == channel ? channels[channel] : new float[0]);
      }
    }
  }

  @Test
  void channelsComeInOrder() {
    Case c = new Case(COARSE, 1, 1, 1).noise();
    int[] next = {0};
    Textures.of(COARSE)
        .compute(
            c.wide,
            c.shape,
            all(),
            (channel, core) -> {
              assertThat(channel).isEqualTo(next[0]++);
              assertThat(core).hasSize(1);
            });
    assertThat(next[0]).isEqualTo(Textures.CHANNELS);
  }

  @Test
  void notANumberSpreadsAsFarAsFiltersReach() {
    Case c = new Case(COARSE, 1, 1, 9).noise();
    c.wide[c.indexOfWide(0)] = Float.NaN;
    float[][] channels = c.channels();
    assertThat(channels[number("gaussian(s)")][1]).isNaN();
    assertThat(channels[number("gaussian(s)")][2]).isNotNaN();
    assertThat(channels[number("hessian(2s)-2")][2]).isNaN();
    assertThat(channels[number("structure(s,s)-3")][2]).isNaN();
    assertThat(channels[number("structure(3s,3s)-1")][6]).isNaN();
    assertThat(channels[number("structure(3s,3s)-1")][7]).isNotNaN();
    assertThat(channels[number("deviation(5)")][2]).isNaN();
    assertThat(channels[number("sphere(3)")][1]).isNaN();
    float[] entropy = channels[number("entropy(5)")];
    c.wide[c.indexOfWide(0)] = 0;
    assertThat(c.channels(only(number("entropy(5)")))[number("entropy(5)")])
        .containsExactly(entropy);
  }

  @Test
  void entropyHoldsValuesBetween0And255() {
    Case c = new Case(COARSE, 1, 1, 1).noise();
    for (int i = 0; i < c.wide.length; i++) {
      c.wide[i] = new float[] {-7, 0.4f, 0, 300, 254.5f, 255}[i % 6];
    }
    float[] entropy = c.channels(only(48))[48];
    assertThat(entropy[0]).isLessThanOrEqualTo(1).isGreaterThan(0.99f);
  }

  @Test
  void refusesWhatDoesNotFit() {
    Textures textures = Textures.of(FOCUSEM);
    assertThatThrownBy(() -> textures.compute(new float[9], new int[] {13, 37, 37}, all(), NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("9 values")
        .hasMessageContaining("17797");
    assertThatThrownBy(() -> textures.compute(new float[9], new int[] {12, 37, 37}, all(), NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no core within margins of [6, 18, 18]");
    assertThatThrownBy(() -> textures.compute(new float[9], new int[] {3, 3}, all(), NONE))
        .hasMessageContaining("z, y, x");
    assertThatThrownBy(() -> textures.memoryBytes(new int[] {2000, 2000, 2000}))
        .hasMessageContaining("smaller blocks");
    assertThatThrownBy(
            () -> textures.compute(new float[13 * 37 * 37], new int[] {13, 37, 37}, only(51), NONE))
        .hasMessageContaining("51 is wanted");
  }

  private static final ChannelConsumer NONE = (_, _) -> {};

  @Test
  void memoryGrowsWithTheBlock() {
    Textures textures = Textures.of(FOCUSEM);
    long small = textures.memoryBytes(new int[] {40, 100, 100});
    assertThat(small).isGreaterThan(4L * 40 * 100 * 100 + 4L * 19 * 28 * 64 * 64);
    assertThat(textures.memoryBytes(new int[] {80, 100, 100})).isGreaterThan(small);
  }
}
