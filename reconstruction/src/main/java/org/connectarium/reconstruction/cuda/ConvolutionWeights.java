package org.connectarium.reconstruction.cuda;

import org.connectarium.reconstruction.safetensors.Tensor;

/// The weights of one convolution among stored channels: those that do not exist weigh nothing.
final class ConvolutionWeights {
  private final float[] values; // (out, in, tap)
  private final int out;
  private final int in;
  private final int taps;

  private ConvolutionWeights(float[] values, int out, int in, int taps) {
    this.values = values;
    this.out = out;
    this.in = in;
    this.taps = taps;
  }

  /// Spreads the weights of a convolution.
  ///
  /// @param tensor shape (out, in, z, y, x)
  /// @param from where the input channels lie
  /// @param out stored output channels, at least those of the tensor
  static ConvolutionWeights of(Tensor tensor, Channels from, int out) {
    int ins = tensor.shape().get(1);
    int taps = tensor.shape().get(2) * tensor.shape().get(3) * tensor.shape().get(4);
    float[] values = new float[out * from.stored() * taps];
    for (int o = 0; o < tensor.shape().getFirst(); o++) {
      for (int i = 0; i < ins; i++) {
        System.arraycopy(
            tensor.values(),
            (o * ins + i) * taps,
            values,
            (o * from.stored() + from.place().get(i)) * taps,
            taps);
      }
    }
    return new ConvolutionWeights(values, out, from.stored(), taps);
  }

  /// Stored output channels.
  int out() {
    return out;
  }

  /// Stored input channels.
  int in() {
    return in;
  }

  /// Voxels of the kernel.
  int taps() {
    return taps;
  }

  /// One weight.
  float at(int o, int i, int tap) {
    return values[(o * in + i) * taps + tap];
  }
}
