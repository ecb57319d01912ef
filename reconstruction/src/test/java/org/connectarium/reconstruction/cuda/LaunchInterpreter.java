package org.connectarium.reconstruction.cuda;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

/// Does on the processor, slowly, what the kernels do on a card: reads activations and packed
/// weights where the kernels read them, as `src/main/cuda` documents it.
final class LaunchInterpreter {
  private static final int[] PAIR_ORDER = {3, 2, 1};

  private final MemorySegment activations;
  private final MemorySegment weights;

  /// The right factor of a convolution.
  private interface Weight {
    float at(int out, int in, int tap);
  }

  /* Sizes along x, y, z. */
  private record Grid(int x, int y, int z) {
    long voxel(int px, int py, int pz) {
      return ((long) pz * y + py) * x + px;
    }

    long voxels() {
      return (long) x * y * z;
    }

    boolean holds(int px, int py, int pz) {
      return px >= 0 && px < x && py >= 0 && py < y && pz >= 0 && pz < z;
    }
  }

  LaunchInterpreter(long bytes, PackedWeights packed) {
    activations = Arena.ofAuto().allocate(bytes, 16);
    activations.fill((byte) 0xff); // not a number, so that unwritten values show
    weights = Arena.ofAuto().allocate(packed.bytes(), 16);
    long at = 0;
    for (MemorySegment part : packed.parts()) {
      MemorySegment.copy(part, 0, weights, at, part.byteSize());
      at = PackedWeights.aligned(at + part.byteSize());
    }
  }

  void write(long at, float[] values) {
    for (int i = 0; i < values.length; i++) {
      store(at, i, values[i]);
    }
  }

  float[] read(long at, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = half(activations, at, i);
    }
    return values;
  }

  void run(Launch launch) {
    Arguments a = new Arguments(launch);
    String kernel = launch.kernel();
    if (kernel.startsWith("first_")) {
      first(a, Integer.parseInt(kernel.substring(6)));
    } else if (kernel.startsWith("rolling_")) {
      rolling(a, kernel);
    } else if (kernel.startsWith("chunked_")) {
      chunked(a, kernel.startsWith("chunked_32") ? 32 : 64, kernel.contains("_plane"));
    } else if (kernel.startsWith("up_")) {
      up(a);
    } else {
      switch (kernel) {
        case "convolution" -> general(a);
        case "convolution_of_image" -> image(a);
        case "pool" -> pool(a);
        case "add" -> add(a);
        default -> throw new AssertionError("unknown kernel " + kernel);
      }
    }
  }

  private void first(Arguments a, int out) {
    Grid size = new Grid(a.number(4), a.number(5), a.number(6));
    a.covers(size, 32, 8, 8);
    Weight w =
        (o, i, tap) -> {
          int zy = tap / 3;
          int lane = o % 8 * 4 + (zy % 2 * 4 + tap % 3) / 2;
          return half(
              weights, a.place(1), (((long) (o / 8) * 5 + zy / 2) * 32 + lane) * 2 + tap % 3 % 2);
        };
    convolve(a, size, size, new Grid(3, 3, 3), new Grid(1, 1, 1), 1, out, 1, w, true);
  }

  private void image(Arguments a) {
    int out = a.number(16);
    Weight w =
        (o, i, tap) -> weights.get(ValueLayout.JAVA_FLOAT, a.place(1) + 4L * (tap * out + o));
    Grid size = a.grid(7);
    a.check((long) a.launch.grid().get(0) * 128 >= size.voxels());
    a.check(a.launch.grid().get(1) * 8 == out);
    convolve(a, a.grid(4), size, a.grid(10), a.grid(13), 1, out, a.number(17), w, true);
  }

  private void general(Arguments a) {
    int chunks = a.number(16);
    Grid kernel = a.grid(10);
    int taps = (int) kernel.voxels();
    boolean planar = a.number(19) == 1;
    Weight w =
        (o, i, tap) ->
            fragment(
                a.place(1),
                (((long) o / 64 * taps + tap) * chunks + i / 16) * 8 + o % 64 / 8,
                o,
                i);
    Grid size = a.grid(7);
    a.check((long) a.launch.grid().get(0) * 4 * 32 >= size.voxels());
    a.check(a.launch.grid().get(1) * 64 >= a.number(17));
    if (planar) {
      logits(a, size, chunks * 16, w);
    } else {
      convolve(
          a,
          a.grid(4),
          size,
          kernel,
          a.grid(13),
          chunks * 16,
          a.number(17),
          a.number(18),
          w,
          false);
    }
  }

  /* The last convolution: one value per channel and voxel, with sigmoid. */
  private void logits(Arguments a, Grid size, int in, Weight w) {
    int channels = a.number(17);
    Grid from = a.grid(4);
    Grid kernel = a.grid(10);
    Grid pad = a.grid(13);
    var sums = new Sums(a.place(0), from, kernel, pad, in, channels, w, false);
    for (int o = 0; o < channels; o++) {
      for (int z = 0; z < size.z; z++) {
        for (int y = 0; y < size.y; y++) {
          for (int x = 0; x < size.x; x++) {
            float sum = bias(a, o) + sums.at(o, x, y, z);
            store(a.place(3), o * size.voxels() + size.voxel(x, y, z), sigmoid(sum));
          }
        }
      }
    }
  }

  private void rolling(Arguments a, String kernel) {
    int in = kernel.startsWith("rolling_16") ? 16 : 32;
    Grid size = new Grid(a.number(7), a.number(8), a.number(9));
    int depth = a.number(10);
    a.covers(size, 8, 16, depth);
    Sums[] byPlane = new Sums[4];
    for (int q = 0; q < 4; q++) {
      int quarter = q;
      Weight w =
          (o, i, tap) -> {
            int plane = quarter + tap / 9; // input plane, counted like output planes
            int slot = 3 - plane % 4 + quarter;
            long core = ((long) tap % 9 * (in / 8) + i / 8) * 7 + slot;
            return half(weights, a.place(1), (core * 2 + o / 8) * 64 + (long) (o % 8) * 8 + i % 8);
          };
      byPlane[q] =
          new Sums(a.place(0), size, new Grid(3, 3, 3), new Grid(1, 1, 1), in, 16, w, false);
    }
    long to = kernel.endsWith("_head") ? -1 : a.place(3);
    float[] done = new float[16];
    float[][] kept = new float[(int) size.voxels()][];
    for (int z = 0; z < size.z; z++) {
      for (int y = 0; y < size.y; y++) {
        for (int x = 0; x < size.x; x++) {
          for (int o = 0; o < 16; o++) {
            float sum = bias(a, o) + byPlane[z % depth % 4].at(o, x, y, z);
            done[o] = rounded(Math.max(0, sum));
            if (to >= 0) {
              store(to, blocked(size, o, x, y, z), done[o]);
            }
          }
          if (to < 0) {
            head(a, size, done, x, y, z);
          }
          kept[(int) size.voxel(x, y, z)] = done.clone();
        }
      }
    }
    if (kernel.endsWith("_pooled")) {
      pooled(a, size, kept);
    }
  }

  private void head(Arguments a, Grid size, float[] done, int x, int y, int z) {
    for (int c = 0; c < a.number(6); c++) {
      float sum = weights.get(ValueLayout.JAVA_FLOAT, a.place(5) + 4L * (17 * c + 16));
      for (int i = 0; i < 16; i++) {
        sum += done[i] * weights.get(ValueLayout.JAVA_FLOAT, a.place(5) + 4L * (17 * c + i));
      }
      store(a.place(4), c * size.voxels() + size.voxel(x, y, z), sigmoid(sum));
    }
  }

  private void pooled(Arguments a, Grid size, float[][] kept) {
    int by = a.number(6);
    Grid small = new Grid(size.x / 2, size.y / 2, size.z / by);
    for (int z = 0; z < small.z; z++) {
      for (int y = 0; y < small.y; y++) {
        for (int x = 0; x < small.x; x++) {
          for (int o = 0; o < 16; o++) {
            float most = Float.NEGATIVE_INFINITY;
            for (int i = 0; i < 4 * by; i++) {
              long v = size.voxel(2 * x + i % 2, 2 * y + i / 2 % 2, by * z + i / 4);
              most = Math.max(most, kept[(int) v][o]);
            }
            store(a.place(4), blocked(small, o, x, y, z), most);
          }
        }
      }
    }
  }

  private void chunked(Arguments a, int rows, boolean section) {
    int chunks = a.number(5);
    Grid turned = a.grid(9); // x, t, s
    Grid size = section ? new Grid(turned.x, turned.z, turned.y) : turned;
    long row = size.x;
    long plane = row * size.y;
    Launch.Boxes boxes = (Launch.Boxes) a.launch.arguments().getFirst();
    a.check(boxes.size().equals(List.of(turned.x, turned.y, turned.z, 2 * chunks)));
    a.check(
        boxes
            .strides()
            .equals(List.of(section ? plane : row, section ? row : plane, size.voxels())));
    a.check(a.count(12) == boxes.strides().get(0) && a.count(13) == boxes.strides().get(1));
    int others = section ? 3 : 9;
    Weight w =
        (o, i, tap) -> {
          long chunk = (long) o / rows * chunks + i / 16;
          int half = i % 16 / 8;
          long core =
              rows == 64
                  ? ((chunk * 3 * others + tap) * 2 + half) * 8 + o % 64 / 8
                  : (((chunk * others + tap % others) * 2 + half) * 5 + PAIR_ORDER[tap / others])
                          * 4
                      + o / 8;
          return half(weights, a.place(1), core * 64 + (long) (o % 8) * 8 + i % 8);
        };
    int out = a.number(7);
    a.check(a.number(6) * rows >= out);
    Grid kernel = new Grid(3, 3, section ? 1 : 3);
    Grid pad = new Grid(1, 1, section ? 0 : 1);
    convolve(a, size, size, kernel, pad, 16 * chunks, out, a.number(8), w, false);
    if (a.exists(4)) {
      for (long i = 0; i < out * size.voxels(); i++) {
        store(a.place(3), i, half(activations, a.place(3), i) + half(activations, a.place(4), i));
      }
    }
  }

  private void up(Arguments a) {
    Grid size = a.grid(5);
    Grid by = a.grid(8);
    int chunks = a.number(11);
    int tiles = a.number(12);
    Grid fine = new Grid(size.x * by.x, size.y * by.y, size.z * by.z);
    a.check((long) a.launch.grid().get(0) * 4 * 16 >= size.voxels() * by.y * by.z);
    for (int z = 0; z < fine.z; z++) {
      for (int y = 0; y < fine.y; y++) {
        for (int x = 0; x < fine.x; x++) {
          int tap = (z % by.z * by.y + y % by.y) * by.x + x % by.x;
          for (int o = 0; o < 8 * tiles; o++) {
            float sum = bias(a, o);
            for (int i = 0; i < 16 * chunks; i++) {
              sum +=
                  half(activations, a.place(0), blocked(size, i, x / by.x, y / by.y, z / by.z))
                      * fragment(a.place(1), ((long) tap * tiles + o / 8) * chunks + i / 16, o, i);
            }
            sum = activated(sum, a.number(13));
            if (a.exists(3)) {
              sum += half(activations, a.place(3), blocked(fine, o, x, y, z));
            }
            store(a.place(4), blocked(fine, o, x, y, z), sum);
          }
        }
      }
    }
  }

  private void pool(Arguments a) {
    Grid size = a.grid(2);
    Grid by = a.grid(6);
    int channels = 8 * a.number(5);
    Grid small = new Grid(size.x / by.x, size.y / by.y, size.z / by.z);
    for (int o = 0; o < channels; o++) {
      for (int z = 0; z < small.z; z++) {
        for (int y = 0; y < small.y; y++) {
          for (int x = 0; x < small.x; x++) {
            float most = Float.NEGATIVE_INFINITY;
            for (int i = 0; i < by.voxels(); i++) {
              int px = x * by.x + i % by.x;
              int py = y * by.y + i / by.x % by.y;
              int pz = z * by.z + i / by.x / by.y;
              most = Math.max(most, half(activations, a.place(0), blocked(size, o, px, py, pz)));
            }
            store(a.place(1), blocked(small, o, x, y, z), most);
          }
        }
      }
    }
  }

  private void add(Arguments a) {
    long count = a.count(3);
    a.check((long) a.launch.grid().get(0) * 256 >= count);
    for (long i = 0; i < 8 * count; i++) {
      store(a.place(2), i, half(activations, a.place(0), i) + half(activations, a.place(1), i));
    }
  }

  private void convolve(
      Arguments a,
      Grid from,
      Grid size,
      Grid kernel,
      Grid pad,
      int in,
      int out,
      int activation,
      Weight w,
      boolean plainInput) {
    var sums = new Sums(a.place(0), from, kernel, pad, in, out, w, plainInput);
    for (int o = 0; o < out; o++) {
      for (int z = 0; z < size.z; z++) {
        for (int y = 0; y < size.y; y++) {
          for (int x = 0; x < size.x; x++) {
            float sum = bias(a, o) + sums.at(o, x, y, z);
            store(a.place(3), blocked(size, o, x, y, z), activated(sum, activation));
          }
        }
      }
    }
  }

  /* A convolution with all its values at hand. */
  private final class Sums {
    private final Grid from;
    private final Grid kernel;
    private final Grid pad;
    private final int in;
    private final int taps;
    private final float[] values; // (in, voxel)
    private final float[] factors; // (out, in, tap)

    Sums(long at, Grid from, Grid kernel, Grid pad, int in, int out, Weight w, boolean plainInput) {
      this.from = from;
      this.kernel = kernel;
      this.pad = pad;
      this.in = in;
      this.taps = (int) kernel.voxels();
      values = new float[(int) (in * from.voxels())];
      for (int c = 0; c < in; c++) {
        for (int v = 0; v < from.voxels(); v++) {
          long index = plainInput ? v : (c / 8 * from.voxels() + v) * 8 + c % 8;
          values[(int) (c * from.voxels()) + v] = half(activations, at, index);
        }
      }
      factors = new float[out * in * taps];
      for (int o = 0; o < out; o++) {
        for (int c = 0; c < in; c++) {
          for (int tap = 0; tap < taps; tap++) {
            factors[(o * in + c) * taps + tap] = w.at(o, c, tap);
          }
        }
      }
    }

    float at(int o, int x, int y, int z) {
      float sum = 0;
      for (int tap = 0; tap < taps; tap++) {
        int px = x + tap % kernel.x - pad.x;
        int py = y + tap / kernel.x % kernel.y - pad.y;
        int pz = z + tap / kernel.x / kernel.y - pad.z;
        if (from.holds(px, py, pz)) {
          int voxel = (int) from.voxel(px, py, pz);
          for (int c = 0; c < in; c++) {
            sum += values[c * (int) from.voxels() + voxel] * factors[(o * in + c) * taps + tap];
          }
        }
      }
      return sum;
    }
  }

  private float fragment(long at, long fragment, int o, int i) {
    int k = i % 16;
    int lane = o % 8 * 4 + k % 8 / 2;
    return half(weights, at, (fragment * 32 + lane) * 4 + k % 2 + (k < 8 ? 0 : 2));
  }

  private float bias(Arguments a, int o) {
    return weights.get(ValueLayout.JAVA_FLOAT, a.place(2) + 4L * o);
  }

  private static long blocked(Grid size, int channel, int x, int y, int z) {
    return (channel / 8 * size.voxels() + size.voxel(x, y, z)) * 8 + channel % 8;
  }

  private static float activated(float v, int activation) {
    return switch (activation) {
      case 0 -> v;
      case 1 -> Math.max(0, v);
      case 2 -> (float) (1.7159 * Math.tanh(0.66 * v));
      case 3 -> v > 0 ? v : (float) Math.expm1(v);
      default -> throw new AssertionError("activation " + activation);
    };
  }

  private static float sigmoid(float v) {
    return (float) (1 / (1 + Math.exp(-v)));
  }

  private static float rounded(float v) {
    return Float.float16ToFloat(Float.floatToFloat16(v));
  }

  private static float half(MemorySegment from, long at, long index) {
    return Float.float16ToFloat(from.get(ValueLayout.JAVA_SHORT, at + 2 * index));
  }

  private void store(long at, long index, float value) {
    activations.set(ValueLayout.JAVA_SHORT, at + 2 * index, Float.floatToFloat16(value));
  }

  /* The arguments of a launch by their position. */
  private static final class Arguments {
    private final Launch launch;

    Arguments(Launch launch) {
      this.launch = launch;
    }

    int number(int i) {
      return ((Launch.Int32) launch.arguments().get(i)).value();
    }

    Grid grid(int i) {
      return new Grid(number(i), number(i + 1), number(i + 2));
    }

    long count(int i) {
      return ((Launch.Int64) launch.arguments().get(i)).value();
    }

    boolean exists(int i) {
      return !(launch.arguments().get(i) instanceof Launch.Nowhere);
    }

    long place(int i) {
      return switch (launch.arguments().get(i)) {
        case Launch.Activations a -> a.offset();
        case Launch.Weights w -> w.offset();
        case Launch.Boxes b -> b.offset();
        default -> throw new AssertionError("argument " + i + " of " + launch + " is no place");
      };
    }

    void covers(Grid size, int x, int y, int z) {
      check(launch.grid().get(0) * x >= size.x);
      check(launch.grid().get(1) * y >= size.y);
      check(launch.grid().get(2) * z >= size.z);
    }

    void check(boolean holds) {
      if (!holds) {
        throw new AssertionError("launch does not fit: " + launch);
      }
    }
  }
}
