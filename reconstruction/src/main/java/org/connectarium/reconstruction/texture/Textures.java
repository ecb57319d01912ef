package org.connectarium.reconstruction.texture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.connectarium.ingest.volume.VoxelSize;
import org.connectarium.reconstruction.texture.ScaleFilter.Difference;

/// The 51 texture channels of SynEM, for a block of an image.
///
/// - input: `float[]` grey values 0…255, shape (z, y, x), x fastest, of a *wide* block: the core
///   and [#margin] voxels around it. Beyond the end of a volume the caller mirrors without
///   repeating the last voxel (… 2 1 | 0 1 2 …). A map of 0…1 is multiplied by 255 by the caller.
///   NaN spreads to every channel whose filter reaches it, but for entropy, where it counts as 0
/// - output: channels of the core, one `float[]` after the other, shape (z, y, x)
/// - units: scales are 12 nm · k on every axis, s = 12 nm in voxels of the axis; derivatives are
///   per voxel, as in FocusEM; cubes of 3 and 5 voxels are voxels at every voxel size
/// - cost: O(voxels · taps); for memory see [#memoryBytes]. Deterministic, immutable; one thread a
///   call, any number of calls at once
///
/// | channels | what |
/// |---|---|
/// | 0 | `raw` |
/// | 1–15 | `structure(w,d)-i`: eigenvalues of the structure tensor, window w, derivatives d |
/// | 16–27 | `hessian(s)-i` to 4s: eigenvalues |
/// | 28–30 | `gaussian(s)` to 3s |
/// | 31–35 | `dog(s,f)`: Gaussian less that of f times the width |
/// | 36–39 | `log(s)` to 4s: Laplacian, the sum of second derivatives |
/// | 40–44 | `gradient(s)` to 5s: magnitude |
/// | 45 | `deviation(5)`: standard deviation (n − 1) in 5 × 5 × 5 voxels |
/// | 46, 47 | `intensity-variance(3)`, `(5)`: Σ I² − (Σ I)² of I/255 in a cube |
/// | 48 | `entropy(5)`: bits, 256 bins, in 5 × 5 × 5 voxels |
/// | 49, 50 | `sphere(3)`, `sphere(6)`: mean in spheres of radius 3 and 6 times 11.24 nm |
///
/// Eigenvalues are sorted by increasing absolute value. Kernels at k·s reach k·⌈2s⌉ voxels, both
/// of a difference of Gaussians as far as the narrower one. Their sampled second derivatives do not
/// sum to zero, as in FocusEM: with thick sections `hessian` and `log` also tell how bright it is.
///
/// Method: B. Staffler et al., *SynEM, automated synapse detection for connectomics*, eLife 2017,
/// [doi:10.7554/eLife.26414](https://doi.org/10.7554/eLife.26414). Differs from it: spheres at
/// other voxel sizes than FocusEM's (see `SphereMean`).
public final class Textures {
  /// Number of channels.
  public static final int CHANNELS = 51;

  private static final String VECTORS = "jdk.incubator.vector";
  private static final int STRUCTURE = 1;
  private static final int HESSIAN = 16;
  private static final int GAUSSIAN = 28;
  private static final int DIFFERENCE = 31;
  private static final int LAPLACIAN = 36;
  private static final int GRADIENT = 40;
  private static final int DEVIATION = 45;
  private static final int VARIANCE = 46;
  private static final int ENTROPY = 48;
  private static final int SPHERE = 49;
  private static final int[][] WINDOW_AND_DERIVATIVE = {{1, 1}, {1, 2}, {2, 1}, {2, 2}, {3, 3}};

  /// Most channels that exist at one time: those of scales s to 4s but for the Hessian, and the
  /// three eigenvalues of the last.
  private static final int HELD = 19;

  private static final List<String> NAMES = makeNames();

  private final List<Filter> filters;
  private final int[] filterOf = new int[CHANNELS];
  private final int[] margin = new int[3];

  private Textures(List<Filter> filters) {
    this.filters = filters;
    for (int i = 0; i < filters.size(); i++) {
      Filter filter = filters.get(i);
      for (int channel : filter.channels()) {
        filterOf[channel] = i;
      }
      for (int axis = 0; axis < 3; axis++) {
        margin[axis] = Math.max(margin[axis], filter.reach()[axis]);
      }
    }
  }

  /// The filters for voxels of this size.
  ///
  /// @throws IllegalStateException if Java was started without the module of vectors
  public static Textures of(VoxelSize voxel) {
    if (ModuleLayer.boot().findModule(VECTORS).isEmpty()) {
      throw new IllegalStateException("start Java with --add-modules=" + VECTORS);
    }
    List<Filter> filters = new ArrayList<>();
    filters.add(new Identity(0));
    for (int i = 0; i < WINDOW_AND_DERIVATIVE.length; i++) {
      int[] scales = WINDOW_AND_DERIVATIVE[i];
      filters.add(new StructureTensor(voxel, scales[0], scales[1], STRUCTURE + 3 * i));
    }
    filters.add(
        scale(voxel, 1, new Difference(1.5, DIFFERENCE), new Difference(2, DIFFERENCE + 1)));
    filters.add(
        scale(voxel, 2, new Difference(1.5, DIFFERENCE + 2), new Difference(2, DIFFERENCE + 3)));
    filters.add(scale(voxel, 3, new Difference(1.5, DIFFERENCE + 4)));
    filters.add(new ScaleFilter(voxel, 4, HESSIAN + 9, -1, LAPLACIAN + 3, GRADIENT + 3));
    filters.add(new ScaleFilter(voxel, 5, -1, -1, -1, GRADIENT + 4));
    filters.add(new BoxFilter(3, VARIANCE));
    filters.add(new BoxFilter(5, VARIANCE + 1, DEVIATION));
    filters.add(new Entropy(ENTROPY));
    filters.add(new SphereMean(voxel, 3, SPHERE));
    filters.add(new SphereMean(voxel, 6, SPHERE + 1));
    return new Textures(filters);
  }

  private static ScaleFilter scale(VoxelSize voxel, int k, Difference... differences) {
    return new ScaleFilter(
        voxel,
        k,
        HESSIAN + 3 * (k - 1),
        GAUSSIAN + k - 1,
        LAPLACIAN + k - 1,
        GRADIENT + k - 1,
        differences);
  }

  /// Names of the channels in order of their numbers. They stay as they are: models name them.
  public static List<String> names() {
    return NAMES;
  }

  private static List<String> makeNames() {
    List<String> names = new ArrayList<>();
    names.add("raw");
    for (int[] scales : WINDOW_AND_DERIVATIVE) {
      addEigenvalues(names, "structure(" + scaleName(scales[0]) + "," + scaleName(scales[1]) + ")");
    }
    for (int k = 1; k <= 4; k++) {
      addEigenvalues(names, "hessian(" + scaleName(k) + ")");
    }
    addScales(names, "gaussian", 3);
    names.addAll(List.of("dog(s,1.5)", "dog(s,2)", "dog(2s,1.5)", "dog(2s,2)", "dog(3s,1.5)"));
    addScales(names, "log", 4);
    addScales(names, "gradient", 5);
    names.addAll(List.of("deviation(5)", "intensity-variance(3)", "intensity-variance(5)"));
    names.addAll(List.of("entropy(5)", "sphere(3)", "sphere(6)"));
    return List.copyOf(names);
  }

  private static String scaleName(int k) {
    return k == 1 ? "s" : k + "s";
  }

  private static void addEigenvalues(List<String> names, String filter) {
    for (int i = 1; i <= 3; i++) {
      names.add(filter + "-" + i);
    }
  }

  private static void addScales(List<String> names, String filter, int last) {
    for (int k = 1; k <= last; k++) {
      names.add(filter + "(" + scaleName(k) + ")");
    }
  }

  /// Voxels z, y, x that must be around the core on each side.
  public int[] margin() {
    return margin.clone();
  }

  /// Bytes that one call of [#compute] needs beside its input.
  ///
  /// @param wideShape z, y, x
  /// @throws IllegalArgumentException if there is no core within the margin, or if the block is too
  ///     large for one array
  public long memoryBytes(int[] wideShape) {
    long core = voxels(wideShape, margin);
    long plane = (long) wideShape[1] * Block.stride(wideShape[2]);
    return Float.BYTES * (wideShape[0] * plane + HELD * core + planes() * plane);
  }

  /* Planes of the largest working set: rings of products or runs, and the planes of derivatives. */
  private long planes() {
    return 6L * (2 * margin[0] + 1) + 32;
  }

  /// Computes channels of the core: the wide block without the margin on each side.
  ///
  /// @param wide grey values 0…255, shape (z, y, x)
  /// @param wideShape z, y, x
  /// @param wanted numbers of the channels to compute
  /// @param consumer is given each of them, in order of their numbers, on this thread
  /// @throws IllegalArgumentException if the length of `wide` is not that of its shape, if there is
  ///     no core within the margin, or if a wanted number is not that of a channel
  public void compute(float[] wide, int[] wideShape, BitSet wanted, ChannelConsumer consumer) {
    voxels(wideShape, margin);
    long length = voxels(wideShape, new int[3]);
    if (wide.length != length) {
      throw new IllegalArgumentException(
          "Array has %d values but its shape %s needs %d"
              .formatted(wide.length, Arrays.toString(wideShape), length));
    }
    if (wanted.length() > CHANNELS) {
      throw new IllegalArgumentException(
          "There are channels 0 to %d, but %d is wanted"
              .formatted(CHANNELS - 1, wanted.length() - 1));
    }
    Block block = new Block(wide, wideShape, margin);
    Channels channels = new Channels(block, (BitSet) wanted.clone());
    for (int channel = 0; channel < CHANNELS; channel++) {
      if (channels.wants(channel)) {
        if (!channels.holds(channel)) {
          filters.get(filterOf[channel]).compute(block, channels);
        }
        channels.handOut(channel, consumer);
      }
    }
  }

  private static long voxels(int[] shape, int[] margin) {
    if (shape.length != 3) {
      throw new IllegalArgumentException("Shape must be z, y, x but was " + Arrays.toString(shape));
    }
    long voxels = 1;
    for (int axis = 0; axis < 3; axis++) {
      int edge = shape[axis] - 2 * margin[axis];
      if (edge <= 0) {
        throw new IllegalArgumentException(
            "Wide block of %s voxels (z, y, x) has no core within margins of %s; it must be larger"
                .formatted(Arrays.toString(shape), Arrays.toString(margin)));
      }
      voxels *= edge;
    }
    long padded = (long) shape[0] * shape[1] * Block.stride(shape[2]) + Window.STEP;
    if (padded > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "Block of %s voxels does not fit one array; use smaller blocks"
              .formatted(Arrays.toString(shape)));
    }
    return voxels;
  }
}
