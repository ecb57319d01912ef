package org.connectarium.reconstruction.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import org.connectarium.reconstruction.safetensors.Safetensors;
import org.connectarium.reconstruction.safetensors.Tensor;

/// Networks of many kinds, with random weights, for tests of engines.
public final class SampleNetworks {
  private static final List<Integer> CUBE = List.of(3, 3, 3);
  private static final List<Integer> PLANE = List.of(1, 3, 3);
  private static final List<Integer> HALVE = List.of(2, 2, 2);
  private static final List<Integer> HALVE_PLANE = List.of(1, 2, 2);
  private static final Tiling TILING =
      new Tiling(List.of(8, 8, 8), List.of(0, 0, 0), List.of(0, 0, 0));

  private SampleNetworks() {}

  /// A network, its weights, and a size of image (z, y, x) that it takes.
  public record Sample(Network network, Safetensors weights, List<Integer> size) {
    /// The size as an array.
    public int[] zyx() {
      return size.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public String toString() {
      return network.name();
    }
  }

  /// All kinds, small enough to be computed slowly.
  public static List<Sample> all() {
    return List.of(
        sample("isotropic U-Net", unet(HALVE, CUBE, false, 1, 16, 32, 48), 3, 8, 12, 20),
        sample("two decoder convolutions", unet(HALVE, CUBE, false, 2, 16, 24), 6, 6, 10, 18),
        sample(
            "residual U-Net in planes", unet(HALVE_PLANE, PLANE, true, 1, 24, 40), 1, 19, 10, 14),
        sample("odd channels", unet(HALVE, CUBE, true, 1, 5, 9), 2, 4, 6, 10),
        sample("deep", unet(HALVE_PLANE, CUBE, false, 1, 16, 32, 64, 128), 1, 5, 16, 24),
        sample("SegEM", new Architecture.SegEm(2, 10, List.of(3, 5, 5)), 1, 9, 17, 21),
        sample("concatenating U-Net", concatenating(16, 32, 64), 3, 8, 12, 16),
        sample("concatenation with gaps", concatenating(5, 20), 3, 4, 6, 10),
        sample("plain", plain(16, 16, 32, 32, 16), 3, 7, 11, 19),
        sample("elu", elu(16, 32, 48), 2, 5, 9, 18),
        sample("plain with tanh and valid borders", valid(6, 20, 70), 2, 7, 9, 40));
  }

  /// A network of that architecture with random weights.
  public static Sample sample(
      String name, Architecture architecture, int outputs, int z, int y, int x) {
    List<OutputChannel> channels = new ArrayList<>();
    for (int i = 0; i < outputs; i++) {
      channels.add(outputs == 1 ? OutputChannel.boundary() : OutputChannel.affinity(0, 0, -1 - i));
    }
    Network network =
        Network.of(name, architecture, channels, outputs, List.of(10.0, 10.0, 10.0), TILING);
    return new Sample(network, weights(network, name.hashCode()), List.of(z, y, x));
  }

  /// Random weights of a network, scaled so that values neither vanish nor grow.
  public static Safetensors weights(Network network, long seed) {
    Random random = new Random(seed);
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    LayerGraph graph = network.layers();
    for (Layer layer : graph.layers()) {
      int in = graph.channels().getOrDefault(layer.inputs().getFirst(), 0);
      switch (layer) {
        case Layer.Convolution c -> {
          List<Integer> k = c.kernel();
          int taps = k.get(0) * k.get(1) * k.get(2);
          put(
              tensors,
              c.name(),
              random,
              Math.sqrt(2.0 / (in * taps)),
              c.channels(),
              List.of(c.channels(), in, k.get(0), k.get(1), k.get(2)));
        }
        case Layer.UpConvolution up -> {
          List<Integer> s = up.stride();
          put(
              tensors,
              up.name(),
              random,
              Math.sqrt(2.0 / in),
              up.channels(),
              List.of(s.get(0), s.get(1), s.get(2), up.channels(), in));
        }
        default -> {}
      }
    }
    return new Safetensors(tensors, Map.of());
  }

  /// A random image.
  public static float[] image(int[] zyx, long seed) {
    Random random = new Random(seed);
    float[] values = new float[zyx[0] * zyx[1] * zyx[2]];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private static void put(
      Map<String, Tensor> to,
      String layer,
      Random random,
      double scale,
      int out,
      List<Integer> shape) {
    int size = shape.stream().reduce(1, (a, b) -> a * b);
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) (scale * random.nextGaussian());
    }
    float[] bias = new float[out];
    for (int i = 0; i < out; i++) {
      bias[i] = (float) (0.1 * random.nextGaussian());
    }
    to.put(layer + "_W", new Tensor(shape, values));
    to.put(layer + "_b", new Tensor(List.of(out), bias));
  }

  private static Architecture unet(
      List<Integer> pool, List<Integer> kernel, boolean residual, int decoder, int... channels) {
    List<Architecture.Level> levels = new ArrayList<>();
    for (int c : channels) {
      levels.add(new Architecture.Level(c, kernel, pool));
    }
    return new Architecture.UNet(levels, decoder, residual);
  }

  /// A U-Net whose skips are concatenated, two convolutions a level, no activation after the
  /// transposed convolutions.
  public static Architecture concatenating(int... channels) {
    List<Layer> layers = new ArrayList<>();
    String below = LayerGraph.INPUT;
    int deepest = channels.length - 1;
    for (int i = 0; i <= deepest; i++) {
      layers.add(convolution("enc" + i + "a", below, channels[i]));
      layers.add(convolution("enc" + i + "b", "enc" + i + "a", channels[i]));
      below = "enc" + i + "b";
      if (i < deepest) {
        layers.add(new Layer.Pool("pool" + i, below, HALVE));
        below = "pool" + i;
      }
    }
    for (int i = deepest - 1; i >= 0; i--) {
      layers.add(new Layer.UpConvolution("up" + i, below, channels[i], HALVE, Activation.IDENTITY));
      layers.add(new Layer.Concatenation("cat" + i, "up" + i, "enc" + i + "b"));
      layers.add(convolution("dec" + i + "a", "cat" + i, channels[i]));
      layers.add(convolution("dec" + i + "b", "dec" + i + "a", channels[i]));
      below = "dec" + i + "b";
    }
    return new Architecture.Layers(layers);
  }

  /// Convolutions one after the other.
  public static Architecture plain(int... channels) {
    return chain(channels, i -> new Shape(CUBE, true, Activation.RELU));
  }

  private static Architecture elu(int... channels) {
    return chain(channels, i -> new Shape(i == 1 ? PLANE : CUBE, true, Activation.ELU));
  }

  private static Architecture valid(int... channels) {
    return chain(
        channels,
        i ->
            new Shape(
                List.of(i == 1 ? 1 : 3, 3, 5),
                false,
                i == 1 ? Activation.RELU : Activation.SCALED_TANH));
  }

  private record Shape(List<Integer> kernel, boolean padded, Activation activation) {}

  private static Architecture chain(int[] channels, IntFunction<Shape> shapes) {
    List<Layer> layers = new ArrayList<>();
    String from = LayerGraph.INPUT;
    for (int i = 0; i < channels.length; i++) {
      Shape shape = shapes.apply(i);
      layers.add(
          new Layer.Convolution(
              "conv" + i, from, channels[i], shape.kernel, shape.padded, shape.activation));
      from = "conv" + i;
    }
    return new Architecture.Layers(layers);
  }

  private static Layer convolution(String name, String from, int channels) {
    return new Layer.Convolution(name, from, channels, CUBE, true, Activation.RELU);
  }
}
