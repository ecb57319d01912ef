package org.connectarium.reconstruction.cuda;

import org.connectarium.reconstruction.network.Layer;
import org.jspecify.annotations.Nullable;

/// One or more layers that one kernel computes.
sealed interface Fused {
  /// Name of the layer whose values come out last.
  String result();

  /// A convolution, and what else its kernel does.
  ///
  /// @param kernel which kernel
  /// @param pool a pool of its output that the same kernel makes
  /// @param head the last convolution, 1 × 1 × 1, made by the same kernel instead of storing
  /// @param sum the sum that adds another layer to it
  /// @param added name of that layer
  record Convolution(
      Kernel kernel,
      Layer.Convolution layer,
      Layer.@Nullable Pool pool,
      Layer.@Nullable Convolution head,
      Layer.@Nullable Sum sum,
      @Nullable String added)
      implements Fused {
    /// The convolution alone.
    static Convolution alone(Kernel kernel, Layer.Convolution layer) {
      return new Convolution(kernel, layer, null, null, null, null);
    }

    @Override
    public String result() {
      if (sum != null) {
        return sum.name();
      }
      return head == null ? layer.name() : head.name();
    }
  }

  /// A transposed convolution.
  ///
  /// @param sum the sum that adds a skip to it
  /// @param skip name of the layer to add
  record Up(Layer.UpConvolution layer, Layer.@Nullable Sum sum, @Nullable String skip)
      implements Fused {
    @Override
    public String result() {
      return sum == null ? layer.name() : sum.name();
    }
  }

  /// A pool on its own.
  record Pool(Layer.Pool layer) implements Fused {
    @Override
    public String result() {
      return layer.name();
    }
  }

  /// A sum on its own.
  record Sum(Layer.Sum layer) implements Fused {
    @Override
    public String result() {
      return layer.name();
    }
  }

  /// The kernels of convolutions.
  enum Kernel {
    /// One channel in, 3 × 3 × 3, 16 or 32 out.
    FIRST,
    /// One channel in, any kernel.
    IMAGE,
    /// 3 × 3 × 3, 16 or 32 channels in, 16 out; compute capability 9.0 only.
    ROLLING,
    /// 3 × 3 × 3 or 1 × 3 × 3, up to 32 channels out; compute capability 9.0 only.
    CHUNKED_32,
    /// 3 × 3 × 3 or 1 × 3 × 3, more channels out; compute capability 9.0 only.
    CHUNKED_64,
    /// Anything else.
    GENERAL
  }
}
