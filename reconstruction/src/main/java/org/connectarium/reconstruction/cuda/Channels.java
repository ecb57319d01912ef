package org.connectarium.reconstruction.cuda;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.reconstruction.network.Layer;
import org.connectarium.reconstruction.network.LayerGraph;

/// Where the channels of a layer lie in memory. Layers are stored with a multiple of 16 channels;
/// those that do not exist are zero. A concatenation lies where its parts lie, so it may have
/// such gaps in the middle.
///
/// @param place stored channel of each channel
/// @param stored number of stored channels, a multiple of 16
record Channels(List<Integer> place, int stored) {
  Channels {
    place = List.copyOf(place);
  }

  /// The next multiple of 16.
  static int padded(int channels) {
    return (channels + 15) / 16 * 16;
  }

  /// The first channels of so many stored ones.
  static Channels dense(int channels, int stored) {
    return new Channels(IntStream.range(0, channels).boxed().toList(), stored);
  }

  /// The channels of every layer by name. The image itself is not stored in this way.
  static Named<Channels> of(LayerGraph graph) {
    Map<String, Channels> all = new LinkedHashMap<>();
    var named = new Named<>(all);
    all.put(LayerGraph.INPUT, dense(1, padded(1)));
    for (Layer layer : graph.layers()) {
      all.put(
          layer.name(),
          switch (layer) {
            case Layer.Convolution c -> dense(c.channels(), padded(c.channels()));
            case Layer.UpConvolution up -> dense(up.channels(), padded(up.channels()));
            case Layer.Pool pool -> named.of(pool.from());
            case Layer.Sum sum -> same(sum, named.of(sum.from()), named.of(sum.other()));
            case Layer.Concatenation both -> joined(named.of(both.from()), named.of(both.other()));
          });
    }
    return named;
  }

  private static Channels same(Layer.Sum sum, Channels one, Channels other) {
    if (!one.place.equals(other.place)) {
      throw new BadInputException(
          "Layer "
              + sum.name()
              + " cannot run on a graphics card: it adds a concatenation of layers whose channels"
              + " are no multiples of 16; use another engine");
    }
    return one;
  }

  private static Channels joined(Channels one, Channels other) {
    List<Integer> place = new ArrayList<>(one.place);
    other.place.forEach(i -> place.add(one.stored + i));
    return new Channels(place, one.stored + other.stored);
  }
}
