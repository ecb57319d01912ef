package org.connectarium.reconstruction.cuda;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.connectarium.reconstruction.cuda.Fused.Kernel;
import org.connectarium.reconstruction.network.Activation;
import org.connectarium.reconstruction.network.Layer;
import org.connectarium.reconstruction.network.LayerGraph;
import org.jspecify.annotations.Nullable;

/// Joins layers so that values are read and written as seldom as possible.
final class Fusion {
  private static final List<Integer> CUBE = List.of(3, 3, 3);
  private static final List<Integer> PLANE = List.of(1, 3, 3);
  private static final List<Integer> POINT = List.of(1, 1, 1);
  private static final int MOST_HEAD_CHANNELS = 8;

  private final LayerGraph graph;
  private final boolean hopper;
  private final Map<String, List<Layer>> readers = new HashMap<>();
  private final Named<Channels> channels;
  private final Set<Layer> taken = new HashSet<>();

  private Fusion(LayerGraph graph, boolean hopper) {
    this.graph = graph;
    this.hopper = hopper;
    this.channels = Channels.of(graph);
    for (Layer layer : graph.layers()) {
      layer.inputs().forEach(i -> readers.computeIfAbsent(i, k -> new ArrayList<>()).add(layer));
    }
  }

  /// The kernels of a network in order; concatenations need none.
  ///
  /// @param hopper whether the card has compute capability 9.0
  static List<Fused> of(LayerGraph graph, boolean hopper) {
    var fusion = new Fusion(graph, hopper);
    List<Fused> all = new ArrayList<>();
    for (Layer layer : graph.layers()) {
      if (!fusion.taken.contains(layer)) {
        Fused fused = fusion.fused(layer);
        if (fused != null) {
          all.add(fused);
        }
      }
    }
    return all;
  }

  private @Nullable Fused fused(Layer layer) {
    return switch (layer) {
      case Layer.Convolution c -> convolution(c);
      case Layer.UpConvolution up -> up(up);
      case Layer.Pool pool -> new Fused.Pool(pool);
      case Layer.Sum sum -> new Fused.Sum(sum);
      case Layer.Concatenation both -> null;
    };
  }

  private Fused convolution(Layer.Convolution c) {
    Kernel kernel = kernel(c);
    return switch (kernel) {
      case ROLLING -> rolling(c);
      case CHUNKED_32, CHUNKED_64 -> {
        Layer.Sum sum = takenSum(c);
        yield sum == null
            ? Fused.Convolution.alone(kernel, c)
            : new Fused.Convolution(kernel, c, null, null, sum, otherPart(sum, c));
      }
      case FIRST, IMAGE, GENERAL -> Fused.Convolution.alone(kernel, c);
    };
  }

  private Fused rolling(Layer.Convolution c) {
    List<Layer> next = readers.getOrDefault(c.name(), List.of());
    if (next.size() == 1 && next.getFirst() instanceof Layer.Convolution head && isHead(head)) {
      taken.add(head);
      return new Fused.Convolution(Kernel.ROLLING, c, null, head, null, null);
    }
    for (Layer reader : next) {
      if (reader instanceof Layer.Pool pool
          && pool.size().get(0) <= 2
          && pool.size().subList(1, 3).equals(List.of(2, 2))) {
        taken.add(pool);
        return new Fused.Convolution(Kernel.ROLLING, c, pool, null, null, null);
      }
    }
    return Fused.Convolution.alone(Kernel.ROLLING, c);
  }

  private boolean isHead(Layer.Convolution c) {
    return c.name().equals(LayerGraph.LOGITS)
        && c.kernel().equals(POINT)
        && c.channels() <= MOST_HEAD_CHANNELS;
  }

  private Kernel kernel(Layer.Convolution c) {
    boolean cube = c.kernel().equals(CUBE) && c.padded();
    boolean relu = c.activation() == Activation.RELU;
    int out = Channels.padded(c.channels());
    if (c.from().equals(LayerGraph.INPUT)) {
      return cube && relu && out <= 32 ? Kernel.FIRST : Kernel.IMAGE;
    }
    boolean plane = c.kernel().equals(PLANE) && c.padded();
    if (!hopper || !(cube || plane)) {
      return Kernel.GENERAL;
    }
    if (cube && relu && out == 16 && channelsIn(c) <= 32) {
      return Kernel.ROLLING;
    }
    return out <= 32 ? Kernel.CHUNKED_32 : Kernel.CHUNKED_64;
  }

  private int channelsIn(Layer.Convolution c) {
    return channels.of(c.from()).stored();
  }

  private Fused up(Layer.UpConvolution up) {
    Layer.Sum sum = takenSum(up);
    return new Fused.Up(up, sum, sum == null ? null : otherPart(sum, up));
  }

  /* Takes a sum into a layer if nothing else reads the layer and the other part is there already. */
  private Layer.@Nullable Sum takenSum(Layer layer) {
    List<Layer> next = readers.getOrDefault(layer.name(), List.of());
    if (next.size() == 1
        && next.getFirst() instanceof Layer.Sum sum
        && isBefore(otherPart(sum, layer), layer)) {
      taken.add(sum);
      return sum;
    }
    return null;
  }

  private static String otherPart(Layer.Sum sum, Layer layer) {
    return sum.from().equals(layer.name()) ? sum.other() : sum.from();
  }

  private boolean isBefore(String name, Layer later) {
    for (Layer layer : graph.layers()) {
      if (layer.equals(later)) {
        return false;
      }
      if (layer.name().equals(name)) {
        return true;
      }
    }
    return false;
  }
}
