package org.connectarium.reconstruction.network;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.function.IntUnaryOperator;

/// The layers of a boundary network. Kernel, pool and margin sizes are in array order z, y, x.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Architecture.UNet.class, name = "unet"),
  @JsonSubTypes.Type(value = Architecture.SegEm.class, name = "segem"),
  @JsonSubTypes.Type(value = Architecture.Layers.class, name = "layers")
})
public sealed interface Architecture {
  /// Voxels by which the output is smaller than the input on each side (z, y, x).
  List<Integer> shrink();

  /// The input size must be a multiple of this (z, y, x).
  List<Integer> multiple();

  /// A 3D U-Net with adding skip connections: per level two convolutions with ReLU, max pooling
  /// to
  /// the next level, transposed convolution back, addition of the skip, convolutions. Borders are
  /// padded, so the output has the size of the input.
  ///
  /// Method: Ö. Çiçek et al., *3D U-Net*, MICCAI 2016,
  /// [doi:10.1007/978-3-319-46723-8_49](https://doi.org/10.1007/978-3-319-46723-8_49); skips that
  /// add as in K. Lee et al., [arXiv:1706.00120](https://arxiv.org/abs/1706.00120).
  ///
  /// @param levels finest first; the pool of a level leads to the next, that of the last is
  ///     unused
  /// @param decoderConvolutions convolutions per level on the way up (1 or more)
  /// @param residual whether the input of the second convolution of a level is added to its
  ///     output, and likewise around the convolutions on the way up; learns in fewer examples
  record UNet(List<Level> levels, int decoderConvolutions, boolean residual)
      implements Architecture {
    /// A U-Net without residual connections.
    public UNet(List<Level> levels, int decoderConvolutions) {
      this(levels, decoderConvolutions, false);
    }

    public UNet {
      levels = List.copyOf(levels);
      if (levels.size() < 2) {
        throw new IllegalArgumentException("A U-Net needs at least 2 levels");
      }
      if (decoderConvolutions < 1) {
        throw new IllegalArgumentException("A U-Net needs decoder convolutions");
      }
    }

    @Override
    public List<Integer> shrink() {
      return List.of(0, 0, 0);
    }

    @Override
    public List<Integer> multiple() {
      int[] m = {1, 1, 1};
      for (Level level : levels.subList(0, levels.size() - 1)) {
        for (int a = 0; a < 3; a++) {
          m[a] *= level.pool().get(a);
        }
      }
      return List.of(m[0], m[1], m[2]);
    }
  }

  /// One resolution of a U-Net.
  ///
  /// @param channels feature maps at this level
  /// @param kernel convolution kernel (z, y, x)
  /// @param pool pooling to the next level (z, y, x)
  record Level(int channels, List<Integer> kernel, List<Integer> pool) {
    public Level {
      kernel = zyx("kernel", kernel);
      pool = zyx("pool", pool);
      if (channels < 1) {
        throw new IllegalArgumentException("Channels must be positive but were " + channels);
      }
    }
  }

  /// The network of SegEM: valid convolutions without pooling, activation 1.7159·tanh(0.66·x) in
  /// every layer; its outputs are logits of the same scale for the loss used here.
  ///
  /// Method: M. Berning, K. Boergens, M. Helmstaedter, *SegEM*, Neuron 2015,
  /// [doi:10.1016/j.neuron.2015.09.003](https://doi.org/10.1016/j.neuron.2015.09.003). Differs:
  /// the
  /// output layer is linear and trained by cross entropy, not by squared error on tanh.
  ///
  /// @param hiddenLayers number of hidden layers (4 in the paper)
  /// @param maps feature maps per hidden layer (10)
  /// @param kernel convolution kernel (z, y, x) (5, 11, 11)
  record SegEm(int hiddenLayers, int maps, List<Integer> kernel) implements Architecture {
    public SegEm {
      kernel = zyx("kernel", kernel);
      if (hiddenLayers < 1 || maps < 1) {
        throw new IllegalArgumentException("SegEM needs hidden layers and maps");
      }
    }

    @Override
    public List<Integer> shrink() {
      return kernel.stream().map(k -> (hiddenLayers + 1) * (k - 1) / 2).toList();
    }

    @Override
    public List<Integer> multiple() {
      return List.of(1, 1, 1);
    }
  }

  /// Layers named one by one, for networks made elsewhere. Pools and unpadded convolutions may not
  /// be mixed. The 1 × 1 × 1 convolution `logits` follows the last layer by itself.
  ///
  /// @param layers each reads only `in` and layers before it
  record Layers(List<Layer> layers) implements Architecture {
    public Layers {
      layers = List.copyOf(layers);
      if (layers.isEmpty()) {
        throw new IllegalArgumentException("A network needs layers");
      }
      boolean pools = layers.stream().anyMatch(l -> l instanceof Layer.Pool);
      if (pools && layers.stream().anyMatch(l -> l instanceof Layer.Convolution c && !c.padded())) {
        throw new IllegalArgumentException("Pools and unpadded convolutions cannot be mixed");
      }
    }

    @Override
    public List<Integer> shrink() {
      return axes(
          a ->
              layers.stream()
                  .filter(l -> l instanceof Layer.Convolution c && !c.padded())
                  .mapToInt(l -> (((Layer.Convolution) l).kernel().get(a) - 1) / 2)
                  .sum());
    }

    @Override
    public List<Integer> multiple() {
      return axes(
          a ->
              layers.stream()
                  .filter(l -> l instanceof Layer.Pool)
                  .mapToInt(l -> ((Layer.Pool) l).size().get(a))
                  .reduce(1, (p, q) -> p * q));
    }

    private static List<Integer> axes(IntUnaryOperator value) {
      return List.of(value.applyAsInt(0), value.applyAsInt(1), value.applyAsInt(2));
    }
  }

  /// Three positive numbers.
  static List<Integer> zyx(String what, List<Integer> values) {
    if (values.size() != 3 || values.stream().anyMatch(v -> v < 1)) {
      throw new IllegalArgumentException(
          what + " must be three positive numbers (z, y, x) but was " + values);
    }
    return List.copyOf(values);
  }
}
