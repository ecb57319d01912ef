package org.connectarium.reconstruction.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The layers of a network in the order in which they are computed. Reads one grey channel named
/// `in`; the last layer is the convolution `logits` without activation.
///
/// @param layers each reads only layers before it
public record LayerGraph(List<Layer> layers) {
  /// Name of the image.
  public static final String INPUT = "in";

  /// Name of the last layer.
  public static final String LOGITS = "logits";

  /// @throws IllegalArgumentException if layers do not fit together, with what and where
  public LayerGraph {
    layers = List.copyOf(layers);
    if (layers.isEmpty()
        || !(layers.getLast() instanceof Layer.Convolution last)
        || !last.name().equals(LOGITS)
        || last.activation() != Activation.IDENTITY) {
      throw new IllegalArgumentException(
          "The last layer must be a convolution \"logits\" without activation");
    }
    channels(layers);
  }

  /// The layers of an architecture with so many outputs.
  public static LayerGraph of(Architecture architecture, int outputs) {
    List<Layer> layers =
        switch (architecture) {
          case Architecture.UNet unet -> unet(unet);
          case Architecture.SegEm segem -> segem(segem);
          case Architecture.Layers free -> new ArrayList<>(free.layers());
        };
    List<Integer> kernel =
        architecture instanceof Architecture.SegEm s ? s.kernel() : List.of(1, 1, 1);
    boolean padded = !(architecture instanceof Architecture.SegEm);
    layers.add(
        new Layer.Convolution(
            LOGITS, layers.getLast().name(), outputs, kernel, padded, Activation.IDENTITY));
    return new LayerGraph(layers);
  }

  /// Channels of each layer by name, and of the image.
  public Map<String, Integer> channels() {
    return channels(layers);
  }

  /// Size of each layer by name (z, y, x) for an image of that size.
  ///
  /// @throws IllegalArgumentException if a pool does not divide its input, or nothing is left
  public Map<String, int[]> sizes(int[] imageZyx) {
    Map<String, int[]> sizes = new LinkedHashMap<>();
    sizes.put(INPUT, imageZyx.clone());
    for (Layer layer : layers) {
      sizes.put(layer.name(), size(layer, sizes));
    }
    return sizes;
  }

  private static int[] size(Layer layer, Map<String, int[]> sizes) {
    int[] in = known(sizes, layer.inputs().getFirst(), layer).clone();
    for (int a = 0; a < 3; a++) {
      switch (layer) {
        case Layer.Convolution c -> in[a] -= c.padded() ? 0 : c.kernel().get(a) - 1;
        case Layer.UpConvolution u -> in[a] *= u.stride().get(a);
        case Layer.Pool p -> {
          if (in[a] % p.size().get(a) != 0) {
            throw new IllegalArgumentException(
                "Layer "
                    + p.name()
                    + " cannot divide "
                    + in[a]
                    + " voxels along "
                    + "zyx".charAt(a)
                    + " by "
                    + p.size().get(a));
          }
          in[a] /= p.size().get(a);
        }
        case Layer.Sum s -> sameSize(s, sizes, a);
        case Layer.Concatenation c -> sameSize(c, sizes, a);
      }
      if (in[a] < 1) {
        throw new IllegalArgumentException(
            "Nothing is left of the image along " + "zyx".charAt(a) + " at layer " + layer.name());
      }
    }
    return in;
  }

  private static void sameSize(Layer layer, Map<String, int[]> sizes, int axis) {
    int[] one = known(sizes, layer.inputs().getFirst(), layer);
    int[] other = known(sizes, layer.inputs().getLast(), layer);
    if (one[axis] != other[axis]) {
      throw new IllegalArgumentException(
          "Layer "
              + layer.name()
              + " joins sizes "
              + Arrays.toString(one)
              + " and "
              + Arrays.toString(other));
    }
  }

  private static <T> T known(Map<String, T> values, String name, Layer reader) {
    T value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "Layer " + reader.name() + " reads \"" + name + "\", which is no layer before it");
    }
    return value;
  }

  private static List<Layer> unet(Architecture.UNet unet) {
    List<Layer> layers = new ArrayList<>();
    List<Architecture.Level> levels = unet.levels();
    String[] encoded = new String[levels.size()];
    String below = INPUT;
    int deepest = levels.size() - 1;
    for (int i = 0; i <= deepest; i++) {
      var level = levels.get(i);
      layers.add(convolution("enc" + i + "a", below, level));
      layers.add(convolution("enc" + i + "b", "enc" + i + "a", level));
      below = "enc" + i + "b";
      if (unet.residual()) {
        layers.add(new Layer.Sum("encsum" + i, "enc" + i + "a", below));
        below = "encsum" + i;
      }
      encoded[i] = below;
      if (i < deepest) {
        layers.add(new Layer.Pool("pool" + i, below, level.pool()));
        below = "pool" + i;
      }
    }
    for (int i = deepest - 1; i >= 0; i--) {
      var level = levels.get(i);
      layers.add(
          new Layer.UpConvolution(
              "up" + i, below, level.channels(), level.pool(), Activation.RELU));
      String skip = "skip" + i;
      layers.add(new Layer.Sum(skip, "up" + i, encoded[i]));
      below = skip;
      for (int j = 0; j < unet.decoderConvolutions(); j++) {
        String name = "dec" + i + (char) ('a' + j);
        layers.add(convolution(name, below, level));
        below = name;
      }
      if (unet.residual()) {
        layers.add(new Layer.Sum("decsum" + i, skip, below));
        below = "decsum" + i;
      }
    }
    return layers;
  }

  private static Layer convolution(String name, String from, Architecture.Level level) {
    return new Layer.Convolution(
        name, from, level.channels(), level.kernel(), true, Activation.RELU);
  }

  private static List<Layer> segem(Architecture.SegEm segem) {
    List<Layer> layers = new ArrayList<>();
    String below = INPUT;
    for (int i = 0; i < segem.hiddenLayers(); i++) {
      layers.add(
          new Layer.Convolution(
              "hidden" + i, below, segem.maps(), segem.kernel(), false, Activation.SCALED_TANH));
      below = "hidden" + i;
    }
    return layers;
  }

  private static Map<String, Integer> channels(List<Layer> layers) {
    Map<String, Integer> channels = new LinkedHashMap<>();
    channels.put(INPUT, 1);
    for (Layer layer : layers) {
      int in = known(channels, layer.inputs().getFirst(), layer);
      int other = known(channels, layer.inputs().getLast(), layer);
      int out =
          switch (layer) {
            case Layer.Convolution c -> c.channels();
            case Layer.UpConvolution u -> u.channels();
            case Layer.Pool p -> in;
            case Layer.Concatenation c -> in + other;
            case Layer.Sum s -> {
              if (in != other) {
                throw new IllegalArgumentException(
                    "Layer " + s.name() + " adds " + in + " channels to " + other);
              }
              yield in;
            }
          };
      if (out < 1) {
        throw new IllegalArgumentException("Layer " + layer.name() + " has no channels");
      }
      if (channels.put(layer.name(), out) != null) {
        throw new IllegalArgumentException("Two layers are called \"" + layer.name() + "\"");
      }
    }
    return channels;
  }
}
