package org.connectarium.reconstruction.cuda;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.connectarium.ingest.volume.VoxelSize;
import org.connectarium.reconstruction.network.ModelFiles;
import org.connectarium.reconstruction.network.Network;
import org.connectarium.reconstruction.network.Preset;
import org.connectarium.reconstruction.network.ReferenceEngine;
import org.connectarium.reconstruction.network.SampleNetworks;
import org.connectarium.reconstruction.network.SampleNetworks.Sample;

/// Checks and times the networks on a card, on a machine that need have nothing but Java and the
/// driver. `src/test/cuda/compare` runs it and the same networks in PyTorch.
///
/// Arguments: folders with `model.json`, `weights.safetensors`, `image.f32` (z, y, x) and
/// `size.txt`; for each, `result.f32` (c, z, y, x) is written and the speed printed for cubes of
/// several sizes. Without arguments the sample networks are compared with their definition.
public final class GpuSuite {
  private static final int[] CUBES = {128, 256, 384};
  private static final int PROFILED = 256;
  private static final int REPETITIONS = 15;
  private static final double TOLERANCE = 2e-2;

  private GpuSuite() {}

  /// Runs the suite.
  public static void main(String[] folders) throws IOException {
    System.out.println(CudaEngine.card(0));
    if (folders.length == 0) {
      check();
      presets();
    }
    for (String folder : folders) {
      compare(Path.of(folder));
    }
  }

  private static void check() {
    int failed = 0;
    for (Sample sample : SampleNetworks.all()) {
      float[] image = SampleNetworks.image(sample.zyx(), 1);
      float[] expected =
          new ReferenceEngine(sample.network(), sample.weights()).predict(image, sample.zyx());
      try (CudaEngine engine =
          CudaEngine.load(sample.network(), sample.weights(), "of the sample", 0)) {
        double error = ReferenceEngine.relativeError(engine.predict(image, sample.zyx()), expected);
        failed += error < TOLERANCE ? 0 : 1;
        System.out.printf(Locale.ROOT, "%-40s error %.2e%n", sample, error);
      }
    }
    System.out.println(failed + " failed");
  }

  /* The networks that can be trained by name, with random weights. */
  private static void presets() {
    for (Preset preset : Preset.values()) {
      Network network = preset.network(preset.name(), new VoxelSize(10, 10, 10));
      int[] zyx =
          preset == Preset.SSTEM_UNET ? new int[] {16, 512, 512} : new int[] {128, 128, 128};
      try (CudaEngine engine =
          CudaEngine.load(network, SampleNetworks.weights(network, 1), preset.name(), 0)) {
        double[] seconds = engine.timed(SampleNetworks.image(zyx, 1), zyx, REPETITIONS);
        Arrays.sort(seconds);
        System.out.printf(
            Locale.ROOT,
            "%s %s: %.1f Mvoxel/s of input%n",
            preset,
            Arrays.toString(zyx),
            zyx[0] * zyx[1] * zyx[2] / seconds[REPETITIONS / 2] / 1e6);
      }
    }
  }

  private static void compare(Path folder) throws IOException {
    ModelFiles model = ModelFiles.read(folder);
    int[] zyx =
        Arrays.stream(Files.readString(folder.resolve("size.txt")).trim().split(" "))
            .mapToInt(Integer::parseInt)
            .toArray();
    float[] image = new float[zyx[0] * zyx[1] * zyx[2]];
    ByteBuffer.wrap(Files.readAllBytes(folder.resolve("image.f32")))
        .order(ByteOrder.LITTLE_ENDIAN)
        .asFloatBuffer()
        .get(image);
    try (CudaEngine engine =
        CudaEngine.load(model.network(), model.weights(), folder.toString(), 0)) {
      float[] result = engine.predict(image, zyx);
      ByteBuffer bytes = ByteBuffer.allocate(4 * result.length).order(ByteOrder.LITTLE_ENDIAN);
      bytes.asFloatBuffer().put(result);
      Files.write(folder.resolve("result.f32"), bytes.array());
      for (int edge : CUBES) {
        int[] cube = {edge, edge, edge};
        double[] seconds = engine.timed(SampleNetworks.image(cube, edge), cube, REPETITIONS);
        Arrays.sort(seconds);
        System.out.printf(
            Locale.ROOT,
            "%s %d³: %.0f Mvoxel/s (median of %d), %d MiB%n",
            model.network().name(),
            edge,
            Math.pow(edge, 3) / seconds[REPETITIONS / 2] / 1e6,
            REPETITIONS,
            engine.memoryBytes(cube) >> 20);
        if (edge == PROFILED) {
          engine
              .profile(REPETITIONS)
              .forEach(
                  (layer, us) -> System.out.printf(Locale.ROOT, "  %-8s %6.0f us%n", layer, us));
        }
      }
    }
  }
}
