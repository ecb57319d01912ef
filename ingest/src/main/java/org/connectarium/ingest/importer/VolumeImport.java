package org.connectarium.ingest.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.connectarium.ingest.n5.Compression;
import org.connectarium.ingest.n5.DataType;
import org.connectarium.ingest.n5.DatasetSpec;
import org.connectarium.ingest.n5.N5Container;
import org.connectarium.ingest.n5.N5Dataset;
import org.connectarium.ingest.n5.VolumeAttributes;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;

/// Copies a volume of any supported format into an N5 dataset, in parallel, resumably, in bounded
/// memory.
///
/// ```
///   Options options = Options.image(new VoxelSize(10, 10, 10));
///   try (VolumeSource source = VolumeSource.open("grayscale_maps", folder)) {
///     VolumeImport.run(source, container, "raw", options, Progress.NONE);
///   }
/// ```
///
/// The dataset carries the fingerprint of its source and `complete`, which turns true at the very
/// end. A run that was stopped goes on where it was; one whose source, crop or blocks changed
/// begins anew; one that is complete does nothing.
public final class VolumeImport {
  /// Attribute that is true once all blocks are written.
  public static final String COMPLETE = "complete";

  private static final String SOURCE = "source";

  private VolumeImport() {}

  /// What the voxels mean.
  public enum Content {
    /// Grey values: `uint8` in, `uint8` out.
    IMAGE,
    /// Ids of objects, 0 = none: any integer type in, `uint64` out.
    LABELS,
    /// How likely a voxel is cell boundary: floats from 0 to 1, or `uint8`, in; `uint8` out,
    /// 255 = surely.
    BOUNDARY,
    /// How likely a voxel is inside a cell, as floats from 0 to 1 or `uint8`; out comes what it is
    /// boundary.
    INSIDE
  }

  /// How to import.
  ///
  /// @param voxelSize edges of a voxel in nm
  /// @param content what the voxels mean
  /// @param crop part to import, in voxels of the source; the whole if absent. The dataset begins
  /// at its first voxel and says so in its `offset`
  /// @param blockSize block size of the dataset in voxels, x, y, z
  /// @param threads number of threads
  /// @param memoryBytes memory for voxels in flight, over all threads; a slab of one block's height
  /// is cut into strips to stay below it, but never below one row of blocks a thread
  public record Options(
      VoxelSize voxelSize,
      Content content,
      Optional<Box> crop,
      List<Integer> blockSize,
      int threads,
      long memoryBytes) {
    private static final List<Integer> BLOCK_SIZE = List.of(64, 64, 64);
    private static final long MEMORY_BYTES = 1L << 30;

    /// Checks the numbers.
    public Options {
      blockSize = List.copyOf(blockSize);
      if (blockSize.size() != 3 || blockSize.stream().anyMatch(edge -> edge < 1)) {
        throw new BadInputException("blockSize must be three positive numbers, not " + blockSize);
      }
      if (threads < 1 || memoryBytes < 1) {
        throw new BadInputException(
            "threads and memory must be positive but were " + threads + " and " + memoryBytes);
      }
    }

    /// A whole image with one thread a processor.
    public static Options image(VoxelSize voxelSize) {
      return whole(voxelSize, Content.IMAGE);
    }

    /// Whole labels with one thread a processor.
    public static Options labels(VoxelSize voxelSize) {
      return whole(voxelSize, Content.LABELS);
    }

    /// A whole volume with one thread a processor.
    public static Options whole(VoxelSize voxelSize, Content content) {
      int threads = Runtime.getRuntime().availableProcessors();
      return new Options(voxelSize, content, Optional.empty(), BLOCK_SIZE, threads, MEMORY_BYTES);
    }

    /// The same with another part.
    public Options withCrop(Box box) {
      return new Options(voxelSize, content, Optional.of(box), blockSize, threads, memoryBytes);
    }
  }

  /// Who watches. Called from any of the threads.
  public interface Progress {
    /// Told after each finished part.
    ///
    /// @param doneVoxels voxels that are in the dataset now, those of earlier runs included
    /// @param totalVoxels voxels of the whole dataset
    void done(long doneVoxels, long totalVoxels);

    /// Whether to stop; parts in work are finished, so that nothing is lost.
    boolean stopped();

    /// Nobody watches.
    Progress NONE =
        new Progress() {
          @Override
          public void done(long doneVoxels, long totalVoxels) {}

          @Override
          public boolean stopped() {
            return false;
          }
        };
  }

  /// What was done.
  ///
  /// @param dataset the complete dataset
  /// @param copiedVoxels voxels that this run copied; the others were there from an earlier run
  public record Result(N5Dataset dataset, long copiedVoxels) {}

  /// Imports a volume.
  ///
  /// @param path path of the dataset in the container
  /// @throws BadInputException if the source does not fit the options, is damaged, or the dataset
  /// is there but was not made by an import
  /// @throws CancellationException if the listener stopped it
  public static Result run(
      VolumeSource source, N5Container container, String path, Options options, Progress progress) {
    Box crop = options.crop().orElse(source.box());
    check(source, crop, options);
    DatasetSpec spec = spec(crop, options);
    String origin = source.fingerprint() + " " + crop + " " + options.content();
    boolean resumes = prepare(container, path, spec, origin);
    N5Dataset dataset = container.createDataset(path, spec);
    VoxelSize voxel = options.voxelSize();
    new VolumeAttributes(
            voxel,
            crop.x0() * voxel.xNm(),
            crop.y0() * voxel.yNm(),
            crop.z0() * voxel.zNm(),
            List.of(1, 1, 1))
        .write(container, path);
    if (resumes && Boolean.TRUE.equals(container.attributes(path).get(COMPLETE))) {
      progress.done(crop.voxels(), crop.voxels());
      return new Result(dataset, 0);
    }
    long copied = new Copy(source, dataset, crop, options, progress).run();
    container.putAttributes(path, Map.of(COMPLETE, true));
    return new Result(dataset, copied);
  }

  private static void check(VolumeSource source, Box crop, Options options) {
    if (crop.isEmpty() || !source.box().contains(crop)) {
      throw new BadInputException(
          "Box " + crop + " is empty or leaves the volume " + source.box() + "; change the box");
    }
    DataType type = source.dataType();
    boolean fits =
        switch (options.content()) {
          case IMAGE -> type == DataType.UINT8;
          case LABELS -> !type.isFloat();
          case BOUNDARY, INSIDE -> type.isFloat() || type == DataType.UINT8;
        };
    if (!fits) {
      throw new BadInputException(
          switch (options.content()) {
            case IMAGE ->
                "The image holds " + type.jsonName() + "; convert it to uint8 grey values";
            case LABELS -> "The labels are " + type.jsonName() + " but must be integers";
            case BOUNDARY, INSIDE ->
                "The probabilities are "
                    + type.jsonName()
                    + " but must be floats from 0 to 1, or uint8 from 0 to 255";
          });
    }
  }

  /// Zstandard for both: on EM noise LZ4 saves nothing and Zstandard 3 to 14 % at any level, so
  /// level 1; labels are long equal runs and shrink to 1 to 2 % of their eight bytes.
  private static DatasetSpec spec(Box crop, Options options) {
    boolean labels = options.content() == Content.LABELS;
    return new DatasetSpec(
        List.of(crop.sizeX(), crop.sizeY(), crop.sizeZ()),
        options.blockSize(),
        labels ? DataType.UINT64 : DataType.UINT8,
        new Compression.Zstd(labels ? 3 : 1));
  }

  /// Makes the folder ready: blocks in it are those of this very import, or it is empty.
  ///
  /// @return whether there may be blocks
  private static boolean prepare(
      N5Container container, String path, DatasetSpec spec, String origin) {
    Map<String, Object> attributes = container.attributes(path);
    boolean there = container.hasDataset(path);
    if (origin.equals(attributes.get(SOURCE))
        && (!there || container.dataset(path).spec().equals(spec))) {
      return true;
    }
    if ((there && !attributes.containsKey(SOURCE))
        || container.datasets().stream().anyMatch(name -> name.startsWith(path + "/"))) {
      throw new BadInputException(
          "\""
              + path
              + "\" in "
              + container.root()
              + " is there and was not made by an import;"
              + " remove it or choose another name");
    }
    container.removeDataset(path);
    container.putAttributes(path, Map.of(SOURCE, origin, COMPLETE, false));
    return false;
  }

  /// One run over the parts that are missing.
  private static final class Copy {
    private final VolumeSource source;
    private final N5Dataset dataset;
    private final Box crop;
    private final Options options;
    private final Progress progress;
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong copied = new AtomicLong();
    private final AtomicBoolean failed = new AtomicBoolean();

    Copy(VolumeSource source, N5Dataset dataset, Box crop, Options options, Progress progress) {
      this.source = source;
      this.dataset = dataset;
      this.crop = crop;
      this.options = options;
      this.progress = progress;
    }

    long run() {
      List<Box> parts = parts();
      try (ExecutorService pool = Executors.newFixedThreadPool(options.threads())) {
        List<Future<?>> futures = new ArrayList<>();
        for (Box part : parts) {
          futures.add(pool.submit(() -> copy(part)));
        }
        for (Future<?> future : futures) {
          await(future);
        }
      }
      if (done.get() != crop.voxels()) {
        throw new CancellationException("Import stopped; run it again to go on");
      }
      return copied.get();
    }

    /// Strips of whole blocks, at most as large as a thread's share of the memory.
    private List<Box> parts() {
      List<Integer> block = options.blockSize();
      long voxelBytes = source.dataType().bytes() + (long) dataset.spec().dataType().bytes();
      long rowBytes = crop.sizeX() * block.get(1) * block.get(2) * voxelBytes;
      long share = Math.min(options.memoryBytes() / options.threads(), Integer.MAX_VALUE / 2);
      long rows = Math.max(1, share / rowBytes);
      return Box.ofSize(crop.sizeX(), crop.sizeY(), crop.sizeZ())
          .blocks(crop.sizeX(), rows * block.get(1), block.get(2));
    }

    private void copy(Box part) {
      if (failed.get() || progress.stopped()) {
        return;
      }
      try {
        if (!isThere(part)) {
          Object array = source.dataType().newArray(part.arrayLength());
          source.read(part.translate(crop.x0(), crop.y0(), crop.z0()), array);
          dataset.write(
              new long[] {part.x0(), part.y0(), part.z0()},
              new int[] {(int) part.sizeX(), (int) part.sizeY(), (int) part.sizeZ()},
              converted(array, part.translate(crop.x0(), crop.y0(), crop.z0())));
          copied.addAndGet(part.voxels());
        }
      } catch (RuntimeException | Error e) {
        failed.set(true);
        throw e;
      }
      progress.done(done.addAndGet(part.voxels()), crop.voxels());
    }

    private boolean isThere(Box part) {
      List<Integer> size = options.blockSize();
      for (Box block : part.blocks(size.get(0), size.get(1), size.get(2))) {
        if (!dataset.hasBlock(
            block.x0() / size.get(0), block.y0() / size.get(1), block.z0() / size.get(2))) {
          return false;
        }
      }
      return true;
    }

    private Object converted(Object array, Box box) {
      DataType type = source.dataType();
      return switch (options.content()) {
        case IMAGE -> array;
        case LABELS -> Conversion.labels(array, type, box);
        case BOUNDARY -> Conversion.boundary(array, box, false);
        case INSIDE -> Conversion.boundary(array, box, true);
      };
    }

    private static void await(Future<?> future) {
      try {
        future.get();
      } catch (ExecutionException e) {
        switch (e.getCause()) {
          case RuntimeException cause -> throw cause;
          case Error cause -> throw cause;
          case null, default -> throw new IllegalStateException(e);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancellationException("Import interrupted; run it again to go on");
      }
    }
  }
}
