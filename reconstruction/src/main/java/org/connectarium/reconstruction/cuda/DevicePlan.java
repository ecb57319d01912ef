package org.connectarium.reconstruction.cuda;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.reconstruction.network.Layer;
import org.connectarium.reconstruction.network.LayerGraph;

/// What a card has to do for an image of one size: which kernels, and where all values lie.
///
/// @param launches in order
/// @param bytes memory for all activations, the image and the result
/// @param image byte at which the image begins: halves (z, y, x)
/// @param result byte at which the result begins: halves (c, z, y, x)
record DevicePlan(List<Launch> launches, long bytes, long image, long result) {
  /// Plans the kernels of a network.
  ///
  /// @param weights where the weights of each layer begin
  static DevicePlan of(LayerGraph graph, List<Fused> kernels, Named<Long> weights, int[] imageZyx) {
    var all = new Places(graph, kernels, imageZyx);
    Named<Place> places = all.places();
    var writer = new LaunchWriter(places, weights);
    kernels.forEach(writer::add);
    return new DevicePlan(
        writer.launches(),
        all.bytes(),
        places.of(LayerGraph.INPUT).begin(),
        places.of(LayerGraph.LOGITS).begin());
  }

  /// Where the values of a layer lie.
  ///
  /// @param begin first byte
  /// @param blocks blocks of eight channels
  record Place(long begin, Extent size, int blocks) {}

  /* Gives each layer its place. */
  private static final class Places {
    private static final int HALF = 2;
    private final LayerGraph graph;
    private final List<Fused> kernels;
    private final Named<Channels> channels;
    private final Map<String, Extent> sizes = new HashMap<>();
    private final Arena arena = new Arena();
    private final Map<String, String> inside = new HashMap<>();

    Places(LayerGraph graph, List<Fused> kernels, int[] imageZyx) {
      this.graph = graph;
      this.kernels = kernels;
      this.channels = Channels.of(graph);
      graph.sizes(imageZyx).forEach((name, zyx) -> sizes.put(name, Extent.of(zyx)));
      for (Layer layer : graph.layers()) {
        if (layer instanceof Layer.Concatenation both) {
          for (String part : both.inputs()) {
            if (part.equals(LayerGraph.INPUT) || inside.put(part, both.name()) != null) {
              throw new BadInputException(
                  "Layer "
                      + both.name()
                      + " cannot run on a graphics card: it joins the image, or a layer that is joined"
                      + " twice; use another engine");
            }
          }
        }
      }
    }

    long bytes() {
      return arena.bytes();
    }

    Named<Place> places() {
      Map<String, Place> places = new HashMap<>();
      lives().stream()
          .sorted(Comparator.comparingInt(life -> life.birth))
          .forEach(
              life ->
                  places.put(
                      life.name,
                      new Place(
                          arena.place(bytes(life.name), life.birth, life.death),
                          size(life.name),
                          blocks(life.name))));
      for (Layer layer : graph.layers().reversed()) {
        if (layer instanceof Layer.Concatenation both) {
          Place whole = new Named<>(places).of(both.name());
          int first = blocks(both.from());
          long after = whole.size().voxels() * first * 8 * HALF;
          places.put(both.from(), new Place(whole.begin(), whole.size(), first));
          places.put(
              both.other(), new Place(whole.begin() + after, whole.size(), blocks(both.other())));
        }
      }
      return new Named<>(places);
    }

    /* First and last step of each piece of memory, by the layer that it is called after. */
    private Collection<Life> lives() {
      Map<String, Life> lives = new HashMap<>();
      touch(lives, LayerGraph.INPUT, 0);
      for (int step = 0; step < kernels.size(); step++) {
        for (String name : touched(kernels.get(step))) {
          touch(lives, name, step);
        }
      }
      touch(lives, LayerGraph.LOGITS, kernels.size());
      return lives.values();
    }

    private void touch(Map<String, Life> lives, String name, int step) {
      String root = name;
      for (String outer = inside.get(root); outer != null; outer = inside.get(root)) {
        root = outer;
      }
      lives.merge(
          root,
          new Life(root, step, step),
          (a, b) -> new Life(a.name, Math.min(a.birth, b.birth), Math.max(a.death, b.death)));
    }

    private record Life(String name, int birth, int death) {}

    private static List<String> touched(Fused fused) {
      List<String> names = new ArrayList<>();
      names.add(fused.result());
      switch (fused) {
        case Fused.Convolution c -> {
          names.add(c.layer().from());
          if (c.added() != null) {
            names.add(c.added());
          }
          if (c.pool() != null) {
            names.add(c.pool().name());
          }
        }
        case Fused.Up up -> {
          names.add(up.layer().from());
          if (up.skip() != null) {
            names.add(up.skip());
          }
        }
        case Fused.Pool pool -> names.add(pool.layer().from());
        case Fused.Sum sum -> names.addAll(sum.layer().inputs());
      }
      return names;
    }

    private Extent size(String name) {
      return new Named<>(sizes).of(name);
    }

    private int blocks(String name) {
      return channels.of(name).stored() / 8;
    }

    private long bytes(String name) {
      boolean planar = name.equals(LayerGraph.INPUT) || name.equals(LayerGraph.LOGITS);
      Channels stored = channels.of(name);
      return size(name).voxels() * (planar ? stored.place().size() : stored.stored()) * HALF;
    }
  }
}
