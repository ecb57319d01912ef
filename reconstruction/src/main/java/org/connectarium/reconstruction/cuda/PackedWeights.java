package org.connectarium.reconstruction.cuda;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.reconstruction.network.Layer;
import org.connectarium.reconstruction.network.LayerGraph;
import org.connectarium.reconstruction.safetensors.Safetensors;
import org.connectarium.reconstruction.safetensors.Tensor;

/// The weights of all kernels of a network in one piece of memory.
///
/// @param begin byte at which the weights `layer_W` and biases `layer_b` of a layer begin
/// @param parts arrays of halves or floats, in order
record PackedWeights(Named<Long> begin, List<MemorySegment> parts, long bytes) {
  private static final long ALIGNMENT = 256;
  private static final int BIAS_CHANNELS = 64;

  /// Lays out the weights.
  ///
  /// @throws BadInputException if a tensor is missing or of another shape
  static PackedWeights of(
      LayerGraph graph, List<Fused> kernels, Safetensors weights, String where) {
    Named<Channels> channels = Channels.of(graph);
    Map<String, MemorySegment> all = new LinkedHashMap<>();
    for (Fused fused : kernels) {
      switch (fused) {
        case Fused.Convolution c -> convolution(all, c, channels, weights, where);
        case Fused.Up up -> up(all, up.layer(), channels, weights, where);
        case Fused.Pool pool -> {}
        case Fused.Sum sum -> {}
      }
    }
    Map<String, Long> begin = new LinkedHashMap<>();
    long at = 0;
    for (var e : all.entrySet()) {
      begin.put(e.getKey(), at);
      at = aligned(at + e.getValue().byteSize());
    }
    return new PackedWeights(new Named<>(begin), List.copyOf(all.values()), at);
  }

  /// Where the next part may begin after so many bytes.
  static long aligned(long bytes) {
    return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  }

  private static void convolution(
      Map<String, MemorySegment> to,
      Fused.Convolution fused,
      Named<Channels> channels,
      Safetensors weights,
      String where) {
    Layer.Convolution layer = fused.layer();
    Channels from = channels.of(layer.from());
    Channels in = layer.from().equals(LayerGraph.INPUT) ? new Channels(from.place(), 1) : from;
    Tensor tensor =
        tensor(
            weights,
            layer.name() + "_W",
            where,
            layer.channels(),
            from.place().size(),
            layer.kernel().get(0),
            layer.kernel().get(1),
            layer.kernel().get(2));
    int out = Channels.padded(layer.channels());
    int rows = (out + BIAS_CHANNELS - 1) / BIAS_CHANNELS * BIAS_CHANNELS;
    to.put(
        layer.name() + "_W",
        switch (fused.kernel()) {
          case FIRST -> halves(WeightPacking.first(ConvolutionWeights.of(tensor, in, out)));
          case IMAGE -> image(ConvolutionWeights.of(tensor, in, out));
          case ROLLING -> halves(WeightPacking.rolling(ConvolutionWeights.of(tensor, in, out)));
          case CHUNKED_32 ->
              halves(WeightPacking.chunkedPairs(ConvolutionWeights.of(tensor, in, 32)));
          case CHUNKED_64 -> halves(WeightPacking.chunked(ConvolutionWeights.of(tensor, in, rows)));
          case GENERAL -> halves(WeightPacking.general(ConvolutionWeights.of(tensor, in, rows)));
        });
    to.put(layer.name() + "_b", bias(weights, layer.name(), layer.channels(), where));
    if (fused.head() != null) {
      to.put(
          fused.head().name() + "_W",
          head(fused.head(), Channels.dense(layer.channels(), 16), weights, where));
    }
  }

  /* Per channel 16 weights, then the bias. */
  private static MemorySegment head(
      Layer.Convolution head, Channels in, Safetensors weights, String where) {
    Tensor tensor =
        tensor(weights, head.name() + "_W", where, head.channels(), in.place().size(), 1, 1, 1);
    Tensor bias = tensor(weights, head.name() + "_b", where, head.channels());
    ConvolutionWeights w = ConvolutionWeights.of(tensor, in, head.channels());
    float[] values = new float[17 * head.channels()];
    for (int c = 0; c < head.channels(); c++) {
      for (int i = 0; i < 16; i++) {
        values[17 * c + i] = w.at(c, i, 0);
      }
      values[17 * c + 16] = bias.values()[c];
    }
    return MemorySegment.ofArray(values);
  }

  /* (tap, out) floats. */
  private static MemorySegment image(ConvolutionWeights w) {
    float[] values = new float[w.taps() * w.out()];
    for (int tap = 0; tap < w.taps(); tap++) {
      for (int o = 0; o < w.out(); o++) {
        values[tap * w.out() + o] = w.at(o, 0, tap);
      }
    }
    return MemorySegment.ofArray(values);
  }

  /* Stored as (z, y, x, out, in), as in a model on disk. */
  private static void up(
      Map<String, MemorySegment> to,
      Layer.UpConvolution up,
      Named<Channels> channels,
      Safetensors weights,
      String where) {
    Channels in = channels.of(up.from());
    int ins = in.place().size();
    List<Integer> stride = up.stride();
    Tensor tensor =
        tensor(
            weights,
            up.name() + "_W",
            where,
            stride.get(0),
            stride.get(1),
            stride.get(2),
            up.channels(),
            ins);
    int taps = stride.get(0) * stride.get(1) * stride.get(2);
    float[] turned = new float[tensor.values().length];
    for (int tap = 0; tap < taps; tap++) {
      for (int o = 0; o < up.channels(); o++) {
        for (int i = 0; i < ins; i++) {
          turned[(o * ins + i) * taps + tap] = tensor.values()[(tap * up.channels() + o) * ins + i];
        }
      }
    }
    var shape = List.of(up.channels(), ins, stride.get(0), stride.get(1), stride.get(2));
    to.put(
        up.name() + "_W",
        halves(
            WeightPacking.up(
                ConvolutionWeights.of(
                    new Tensor(shape, turned), in, Channels.padded(up.channels())))));
    to.put(up.name() + "_b", bias(weights, up.name(), up.channels(), where));
  }

  private static MemorySegment bias(Safetensors weights, String layer, int channels, String where) {
    Tensor tensor = tensor(weights, layer + "_b", where, channels);
    int rows = (channels + BIAS_CHANNELS - 1) / BIAS_CHANNELS * BIAS_CHANNELS;
    return MemorySegment.ofArray(Arrays.copyOf(tensor.values(), rows));
  }

  private static Tensor tensor(Safetensors weights, String name, String where, Integer... shape) {
    Tensor tensor = weights.tensors().get(name);
    if (tensor == null || !tensor.shape().equals(List.of(shape))) {
      throw new BadInputException(
          "Weights "
              + where
              + " do not fit their model.json: tensor "
              + name
              + " should have shape "
              + List.of(shape)
              + (tensor == null ? " but is missing" : " but has " + tensor.shape()));
    }
    return tensor;
  }

  private static MemorySegment halves(short[] values) {
    return MemorySegment.ofArray(values);
  }
}
