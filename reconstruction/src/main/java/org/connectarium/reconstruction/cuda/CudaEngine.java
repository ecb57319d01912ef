package org.connectarium.reconstruction.cuda;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.reconstruction.network.Engine;
import org.connectarium.reconstruction.network.LayerGraph;
import org.connectarium.reconstruction.network.Network;
import org.connectarium.reconstruction.safetensors.Safetensors;
import org.jspecify.annotations.Nullable;

/// Runs a network on an NVIDIA card of compute capability 8.0 or later with kernels of our own.
/// Values and weights are 16-bit floats, sums are 32-bit.
public final class CudaEngine implements Engine {
  private static final int HALF = 2;

  private final Network network;
  private final LayerGraph graph;
  private final List<Fused> kernels;
  private final PackedWeights packed;
  private final Gpu gpu;
  private final long weights;
  private int[] plannedZyx = new int[0];
  private @Nullable DevicePlan plan;
  private Gpu.@Nullable Program program;
  private long activations;
  private long activationBytes;
  private MemorySegment host = MemorySegment.NULL;

  private CudaEngine(Network network, Safetensors tensors, String where, int ordinal) {
    this.network = network;
    this.graph = network.layers();
    this.gpu = new Gpu(ordinal);
    try {
      this.kernels = Fusion.of(graph, gpu.hopper());
      this.packed = PackedWeights.of(graph, kernels, tensors, where);
      this.weights = gpu.allocate(packed.bytes());
      long at = weights;
      for (MemorySegment part : packed.parts()) {
        gpu.upload(at, part);
        at = weights + PackedWeights.aligned(at - weights + part.byteSize());
      }
    } catch (RuntimeException e) {
      gpu.close();
      throw e;
    }
  }

  /// Puts a network with stored weights on a card.
  ///
  /// @param where named in error messages
  /// @param ordinal number of the card, from 0
  /// @throws BadInputException if the weights do not fit, or there is no card that can run it
  public static CudaEngine load(Network network, Safetensors weights, String where, int ordinal) {
    return new CudaEngine(network, weights, where, ordinal);
  }

  /// Whether this machine has a driver of NVIDIA cards at all.
  public static boolean driverExists() {
    return Driver.exists();
  }

  /// Name and memory of a card.
  ///
  /// @throws BadInputException if it cannot be used, with the reason
  public static String card(int ordinal) {
    try (Gpu gpu = new Gpu(ordinal)) {
      return gpu.name() + ", " + (gpu.freeBytes() >> 30) + " GiB free";
    }
  }

  @Override
  public Network network() {
    return network;
  }

  @Override
  public String description() {
    return gpu.name() + ", 16-bit";
  }

  /// Memory on the card for an image of that size (z, y, x), in bytes.
  public long memoryBytes(int[] imageZyx) {
    return packed.bytes() + DevicePlan.of(graph, kernels, packed.begin(), imageZyx).bytes();
  }

  @Override
  public float[] predict(float[] input, int[] inputZyx) {
    try {
      return computed(input, inputZyx);
    } catch (Driver.DriverException e) {
      throw new BadInputException(
          gpu.name()
              + " failed in the middle of a tile ("
              + e.getMessage()
              + "); what is stored is whole: run again, or set predict.engine to dl4j",
          e);
    }
  }

  private float[] computed(float[] input, int[] inputZyx) {
    gpu.enter();
    DevicePlan now = planned(inputZyx);
    MemorySegment image = host.asSlice(0, (long) HALF * input.length);
    for (int i = 0; i < input.length; i++) {
      image.setAtIndex(ValueLayout.JAVA_SHORT, i, Float.floatToFloat16(input[i]));
    }
    gpu.upload(activations + now.image(), image);
    start();
    int[] out = outputZyx(inputZyx);
    float[] values = new float[network.outputs().size() * out[0] * out[1] * out[2]];
    MemorySegment result = host.asSlice(0, (long) HALF * values.length);
    gpu.download(result, activations + now.result());
    for (int i = 0; i < values.length; i++) {
      values[i] = Float.float16ToFloat(result.getAtIndex(ValueLayout.JAVA_SHORT, i));
    }
    return values;
  }

  /// Seconds that the card takes for an image of that size that is there already, without copies:
  /// one figure per repetition.
  ///
  /// @param input scaled grey values (z, y, x)
  public double[] timed(float[] input, int[] inputZyx, int repetitions) {
    predict(input, inputZyx);
    double[] seconds = new double[repetitions];
    for (int i = 0; i < repetitions; i++) {
      seconds[i] = gpu.seconds(this::start);
    }
    return seconds;
  }

  /// Microseconds of each kernel for an image of the size that was predicted last, by the name of
  /// the layer that it ends with.
  Map<String, Double> profile(int runs) {
    Map<String, Double> times = new LinkedHashMap<>();
    if (program != null) {
      double[] seconds = program.profile(runs);
      for (int i = 0; i < seconds.length; i++) {
        times.put(kernels.get(i).result(), seconds[i] * 1e6);
      }
    }
    return times;
  }

  @Override
  public void close() {
    gpu.enter();
    gpu.synchronize();
    gpu.free(weights);
    endProgram();
    forget();
    gpu.close();
  }

  private void start() {
    if (program != null) {
      program.start();
    }
  }

  private DevicePlan planned(int[] zyx) {
    if (plan != null && Arrays.equals(zyx, plannedZyx)) {
      return plan;
    }
    DevicePlan next = DevicePlan.of(graph, kernels, packed.begin(), zyx);
    plan = null;
    endProgram();
    if (next.bytes() > activationBytes) {
      forget();
      activations = gpu.allocate(next.bytes());
      activationBytes = next.bytes();
    }
    int[] out = outputZyx(zyx);
    long values =
        Math.max(
            (long) zyx[0] * zyx[1] * zyx[2],
            (long) network.outputs().size() * out[0] * out[1] * out[2]);
    if (values * HALF > host.byteSize()) {
      if (host.byteSize() > 0) {
        gpu.freeHost(host);
      }
      host = gpu.allocateHost(values * HALF);
    }
    program = gpu.new Program(next.launches(), activations, weights);
    plannedZyx = zyx.clone();
    plan = next;
    return next;
  }

  private void endProgram() {
    if (program != null) {
      program.close();
      program = null;
    }
  }

  private void forget() {
    if (activationBytes > 0) {
      gpu.free(activations);
      activationBytes = 0;
    }
    if (host.byteSize() > 0) {
      gpu.freeHost(host);
      host = MemorySegment.NULL;
    }
  }
}
