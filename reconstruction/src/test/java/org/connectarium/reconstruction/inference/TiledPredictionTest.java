package org.connectarium.reconstruction.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.connectarium.ingest.volume.Box;
import org.connectarium.reconstruction.network.Architecture;
import org.connectarium.reconstruction.network.Dl4jEngine;
import org.connectarium.reconstruction.network.Network;
import org.connectarium.reconstruction.network.OutputChannel;
import org.connectarium.reconstruction.network.Tiling;
import org.connectarium.reconstruction.symmetry.Symmetry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TiledPredictionTest {
  private static final int X = 41;
  private static final int Y = 30;
  private static final int Z = 22;
  private static final byte[] GREY = noise();

  private static byte[] noise() {
    byte[] grey = new byte[X * Y * Z];
    new Random(5).nextBytes(grey);
    return grey;
  }

  private static byte[] read(Box box) {
    byte[] out = new byte[box.arrayLength()];
    int i = 0;
    for (long z = box.z0(); z < box.z1(); z++) {
      for (long y = box.y0(); y < box.y1(); y++) {
        for (long x = box.x0(); x < box.x1(); x++) {
          out[i++] = GREY[(int) ((z * Y + y) * X + x)];
        }
      }
    }
    return out;
  }

  private static Architecture architecture(String name) {
    var two = List.of(2, 2, 2);
    var three = List.of(3, 3, 3);
    return switch (name) {
      case "unet" ->
          new Architecture.UNet(
              List.of(new Architecture.Level(3, three, two), new Architecture.Level(4, three, two)),
              1);
      case "segem" -> new Architecture.SegEm(2, 3, List.of(3, 5, 5));
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static Dl4jEngine engine(String architecture) {
    return Dl4jEngine.create(
        Network.of(
            "random",
            architecture(architecture),
            List.of(
                OutputChannel.affinity(-1, 0, 0),
                OutputChannel.affinity(0, -1, 0),
                OutputChannel.affinity(0, 0, -1)),
            3,
            List.of(10.0, 10.0, 10.0),
            new Tiling(List.of(12, 12, 12), List.of(2, 2, 2), List.of(3, 3, 3))),
        9);
  }

  private static TiledPrediction prediction(Dl4jEngine engine, int symmetries) {
    return new TiledPrediction(
        engine, X, Y, Z, TiledPredictionTest::read, Symmetry.Group.SECTIONS, symmetries);
  }

  @ParameterizedTest
  @ValueSource(strings = {"unet", "segem"})
  void doesNotDependOnTheBlocksInWhichTheVolumeIsAsked(String architecture) {
    var prediction = prediction(engine(architecture), 1);
    byte[] whole = prediction.predict(Box.ofSize(X, Y, Z));
    for (int block : new int[] {7, 12, 25}) {
      byte[] joined = new byte[whole.length];
      for (Box box : Box.ofSize(X, Y, Z).blocks(block, block + 1, block - 2)) {
        byte[] part = prediction.predict(box);
        int i = 0;
        for (int c = 0; c < 3; c++) {
          for (long z = box.z0(); z < box.z1(); z++) {
            for (long y = box.y0(); y < box.y1(); y++) {
              for (long x = box.x0(); x < box.x1(); x++) {
                joined[(int) (((c * (long) Z + z) * Y + y) * X + x)] = part[i++];
              }
            }
          }
        }
      }
      assertThat(joined).as("blocks of %d", block).isEqualTo(whole);
    }
    assertThat(Arrays.equals(whole, new byte[whole.length])).isFalse();
  }

  @Test
  void meanOverFlipsTurnsWithTheInput() {
    var predictor = new SymmetricPredictor(engine("unet"), Symmetry.Group.SECTIONS, 8);
    int n = 12;
    float[] input = new float[n * n * n];
    var random = new Random(11);
    for (int i = 0; i < input.length; i++) {
      input[i] = random.nextFloat() - 0.5f;
    }
    float[] flipped = new float[input.length];
    for (int i = 0; i < input.length; i++) {
      flipped[i] = input[i - i % n + (n - 1 - i % n)];
    }
    int[] zyx = {n, n, n};
    float[] straight = predictor.boundary(input, zyx);
    float[] mirrored = predictor.boundary(flipped, zyx);
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < input.length; i++) {
        int x = i % n;
        // the pair (x, x − 1) of channel 2 is named by its other voxel in the mirror
        int other = c == 2 ? n - x : n - 1 - x;
        if (other < n && (c < 2 || x > 0)) {
          assertThat(mirrored[c * input.length + i - x + other])
              .isCloseTo(
                  straight[c * input.length + i], org.assertj.core.api.Assertions.within(1e-5f));
        }
      }
    }
  }
}
