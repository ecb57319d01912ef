package org.connectarium.reconstruction.cuda;

import java.util.ArrayList;
import java.util.List;
import org.connectarium.reconstruction.cuda.DevicePlan.Place;
import org.connectarium.reconstruction.cuda.Launch.Argument;
import org.connectarium.reconstruction.network.Activation;
import org.connectarium.reconstruction.network.Layer;
import org.connectarium.reconstruction.network.LayerGraph;

/// Turns fused layers into launches. The sizes of tiles are those of the kernels.
final class LaunchWriter {
  private static final Argument NOWHERE = new Launch.Nowhere();
  private static final int PERSISTENT_BLOCKS = 132;
  private static final int MOST_PLANES = 64;

  private final Named<Place> places;
  private final Named<Long> weights;
  private final List<Launch> launches = new ArrayList<>();

  LaunchWriter(Named<Place> places, Named<Long> weights) {
    this.places = places;
    this.weights = weights;
  }

  List<Launch> launches() {
    return List.copyOf(launches);
  }

  void add(Fused fused) {
    switch (fused) {
      case Fused.Convolution c -> {
        switch (c.kernel()) {
          case FIRST -> first(c.layer());
          case IMAGE -> image(c.layer());
          case ROLLING -> rolling(c);
          case CHUNKED_32 -> chunked(c, "chunked_32", 32, 8);
          case CHUNKED_64 -> chunked(c, "chunked_64", 64, 4);
          case GENERAL -> general(c.layer());
        }
      }
      case Fused.Up up -> up(up);
      case Fused.Pool pool -> pool(pool.layer());
      case Fused.Sum sum -> sum(sum.layer());
    }
  }

  private void first(Layer.Convolution c) {
    Place out = place(c.name());
    Extent size = out.size();
    launch(
        "first_" + out.blocks() * 8,
        grid(over(size.x(), 32), over(size.y(), 8), over(size.z(), 8)),
        128,
        0,
        at(c.from()),
        weight(c, "_W"),
        weight(c, "_b"),
        at(c.name()),
        number(size.x()),
        number(size.y()),
        number(size.z()));
  }

  private void image(Layer.Convolution c) {
    Place out = place(c.name());
    List<Argument> arguments =
        new ArrayList<>(List.of(at(c.from()), weight(c, "_W"), weight(c, "_b"), at(c.name())));
    arguments.addAll(geometry(c));
    arguments.add(number(out.blocks() * 8));
    arguments.add(activation(c.activation()));
    launches.add(
        new Launch(
            "convolution_of_image",
            grid(over(out.size().voxels(), 128), out.blocks(), 1),
            128,
            0,
            arguments));
  }

  private void rolling(Fused.Convolution fused) {
    Layer.Convolution c = fused.layer();
    Place in = place(c.from());
    Extent size = in.size();
    int depth = Math.min(size.z(), MOST_PLANES);
    int channels = in.blocks() * 8;
    int shared = 9 * channels / 16 * 2 * 14 * 128 + 3 * channels / 8 * 2880 + 4096 + 16;
    String kernel = "rolling_" + channels;
    Argument out = fused.head() == null ? at(c.name()) : NOWHERE;
    Argument extra = NOWHERE;
    Argument head = NOWHERE;
    int count = 0;
    if (fused.head() != null) {
      kernel += "_head";
      extra = at(fused.head().name());
      head = weight(fused.head(), "_W");
      count = fused.head().channels();
    } else if (fused.pool() != null) {
      kernel += "_pooled";
      extra = at(fused.pool().name());
      count = fused.pool().size().getFirst();
    }
    launch(
        kernel,
        grid(over(size.x(), 8), over(size.y(), 16), over(size.z(), depth)),
        128,
        shared,
        at(c.from()),
        weight(c, "_W"),
        weight(c, "_b"),
        out,
        extra,
        head,
        number(count),
        number(size.x()),
        number(size.y()),
        number(size.z()),
        number(depth));
  }

  /* The axis of 3 taps along which planes are stacked is z, or y for a kernel of one section. */
  private void chunked(Fused.Convolution fused, String kernel, int rows, int planes) {
    Layer.Convolution c = fused.layer();
    Place in = place(c.from());
    Place out = place(fused.result());
    Extent size = in.size();
    boolean section = c.kernel().getFirst() == 1;
    boolean plain = fused.sum() == null && c.activation() == Activation.RELU;
    int sizeT = section ? size.z() : size.y();
    int sizeS = section ? size.y() : size.z();
    long row = size.x();
    long plane = row * size.y();
    long strideT = section ? plane : row;
    long strideS = section ? row : plane;
    int tapsT = section ? 1 : 3;
    int boxT = 16 + tapsT - 1;
    int rowBlocks = over(8L * out.blocks(), rows);
    int weightBytes = tapsT * (rows == 64 ? 9 * 2048 : 3 * 5120);
    int shared = 2 * (2 * (planes + 2) * boxT * 160 + weightBytes) + 64;
    long tiles = (long) over(size.x(), 8) * over(sizeT, 16) * over(sizeS, planes) * rowBlocks;
    launch(
        kernel + (section ? "_plane" : "") + (plain ? "" : "_any"),
        grid((int) Math.min(PERSISTENT_BLOCKS, tiles), 1, 1),
        4 * 128 + 32,
        shared,
        new Launch.Boxes(
            in.begin(),
            List.of(size.x(), sizeT, sizeS, in.blocks()),
            List.of(strideT, strideS, size.voxels()),
            List.of(80, boxT, planes + 2, 2)),
        weight(c, "_W"),
        weight(c, "_b"),
        at(fused.result()),
        fused.added() == null ? NOWHERE : at(fused.added()),
        number(in.blocks() / 2),
        number(rowBlocks),
        number(out.blocks() * 8),
        activation(c.activation()),
        number(size.x()),
        number(sizeT),
        number(sizeS),
        new Launch.Int64(strideT),
        new Launch.Int64(strideS));
  }

  private void general(Layer.Convolution c) {
    Place in = place(c.from());
    Place out = place(c.name());
    boolean logits = c.name().equals(LayerGraph.LOGITS);
    int channels = logits ? c.channels() : out.blocks() * 8;
    List<Argument> arguments =
        new ArrayList<>(List.of(at(c.from()), weight(c, "_W"), weight(c, "_b"), at(c.name())));
    arguments.addAll(geometry(c));
    arguments.add(number(in.blocks() / 2));
    arguments.add(number(channels));
    arguments.add(activation(c.activation()));
    arguments.add(number(logits ? 1 : 0));
    long units = (long) over(out.size().x(), 32) * out.size().y() * out.size().z();
    launches.add(
        new Launch("convolution", grid(over(units, 4), over(channels, 64), 1), 128, 0, arguments));
  }

  /* Sizes of input, output and kernel and the padding, each x, y, z. */
  private List<Argument> geometry(Layer.Convolution c) {
    List<Argument> all = new ArrayList<>();
    for (Extent size : List.of(place(c.from()).size(), place(c.name()).size())) {
      all.addAll(List.of(number(size.x()), number(size.y()), number(size.z())));
    }
    for (int a = 2; a >= 0; a--) {
      all.add(number(c.kernel().get(a)));
    }
    for (int a = 2; a >= 0; a--) {
      all.add(number(c.padded() ? (c.kernel().get(a) - 1) / 2 : 0));
    }
    return all;
  }

  private void up(Fused.Up fused) {
    Layer.UpConvolution up = fused.layer();
    Place in = place(up.from());
    Place out = place(fused.result());
    Extent size = in.size();
    int chunks = in.blocks() / 2;
    boolean compiled = List.of(1, 2, 3, 4, 6, 8).contains(chunks);
    long rows = (long) up.stride().get(0) * up.stride().get(1);
    long units = rows * over(size.x(), 16) * size.y() * size.z();
    launch(
        "up_" + (compiled ? chunks : 0),
        grid(over(units, 4), 1, 1),
        128,
        0,
        at(up.from()),
        weight(up, "_W"),
        weight(up, "_b"),
        fused.skip() == null ? NOWHERE : at(fused.skip()),
        at(fused.result()),
        number(size.x()),
        number(size.y()),
        number(size.z()),
        number(up.stride().get(2)),
        number(up.stride().get(1)),
        number(up.stride().get(0)),
        number(chunks),
        number(out.blocks()),
        activation(up.activation()));
  }

  private void pool(Layer.Pool pool) {
    Place in = place(pool.from());
    Place out = place(pool.name());
    launch(
        "pool",
        grid(over(out.size().voxels() * out.blocks(), 256), 1, 1),
        256,
        0,
        at(pool.from()),
        at(pool.name()),
        number(in.size().x()),
        number(in.size().y()),
        number(in.size().z()),
        number(in.blocks()),
        number(pool.size().get(2)),
        number(pool.size().get(1)),
        number(pool.size().get(0)));
  }

  private void sum(Layer.Sum sum) {
    Place out = place(sum.name());
    long count = out.size().voxels() * out.blocks();
    launch(
        "add",
        grid(over(count, 256), 1, 1),
        256,
        0,
        at(sum.from()),
        at(sum.other()),
        at(sum.name()),
        new Launch.Int64(count));
  }

  private void launch(
      String kernel, List<Integer> grid, int threads, int shared, Argument... arguments) {
    launches.add(new Launch(kernel, grid, threads, shared, List.of(arguments)));
  }

  private Place place(String layer) {
    return places.of(layer);
  }

  private Argument at(String layer) {
    return new Launch.Activations(place(layer).begin());
  }

  private Argument weight(Layer layer, String kind) {
    return new Launch.Weights(weights.of(layer.name() + kind));
  }

  /* As the enumeration of the kernels counts them. */
  private static Argument activation(Activation activation) {
    return number(
        switch (activation) {
          case IDENTITY -> 0;
          case RELU -> 1;
          case SCALED_TANH -> 2;
          case ELU -> 3;
        });
  }

  private static Argument number(int value) {
    return new Launch.Int32(value);
  }

  private static List<Integer> grid(int x, int y, int z) {
    return List.of(x, y, z);
  }

  private static int over(long size, int tile) {
    return Math.toIntExact((size + tile - 1) / tile);
  }
}
