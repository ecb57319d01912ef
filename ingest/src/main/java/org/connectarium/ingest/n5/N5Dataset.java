package org.connectarium.ingest.n5;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.NativeType;
import org.connectarium.ingest.file.WholeFile;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.ingest.volume.Box;

/// One volume of an N5 container, stored in blocks.
///
/// Positions, sizes and grid positions are listed x first; arrays have x fastest, so a 3-D array is
/// (z, y, x) as `docs/coordinates.md` says. The array type follows the data type: `byte[]`,
/// `short[]`, `int[]`, `long[]`, `float[]` or `double[]`.
///
/// Any number of threads may read. Threads may write at the same time as long as they write
/// different blocks; a block is replaced as a whole, so readers see the old or the new one.
public final class N5Dataset {
  /// No codec makes incompressible data longer than this, plus a part of the data.
  private static final int CODEC_SLACK_BYTES = 1 << 16;

  private final String path;
  private final Path folder;
  private final DatasetSpec spec;

  N5Dataset(String path, Path folder, DatasetSpec spec) {
    this.path = path;
    this.folder = folder;
    this.spec = spec;
  }

  public DatasetSpec spec() {
    return spec;
  }

  /// The path inside the container.
  public String path() {
    return path;
  }

  Path folder() {
    return folder;
  }

  /// Whether the block is stored; one that is not reads as 0.
  public boolean hasBlock(long... grid) {
    spec.sizeOfBlock(grid); // checks the position
    return Files.isRegularFile(file(grid));
  }

  /// Reads a whole block, cut off at the far edges of the volume.
  ///
  /// @return the values, or nothing if the block is not stored
  /// @throws BadInputException if the file is truncated or damaged
  public Optional<Object> readBlock(long... grid) {
    int[] size = spec.sizeOfBlock(grid);
    Path file = file(grid);
    try {
      long limit = 2L * voxels(spec.blockSize()) * spec.dataType().bytes() + CODEC_SLACK_BYTES;
      if (Files.size(file) > limit) {
        throw new IOException("the file has more than " + limit + " bytes");
      }
      BlockFile.Block block = BlockFile.decode(Files.readAllBytes(file), spec);
      return Optional.of(Regions.fit(block, size, spec.dataType()));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new BadInputException(
          "Block "
              + file
              + " is damaged: "
              + WholeFile.reason(e)
              + "; remove it and write it again",
          e);
    }
  }

  private static long voxels(Iterable<Integer> size) {
    long n = 1;
    for (int edge : size) {
      n *= edge;
    }
    return n;
  }

  /// Writes a whole block, cut off at the far edges of the volume, in one step.
  ///
  /// @throws IllegalArgumentException if the array is of the wrong type or length
  /// @throws BadInputException if the disk does not take it
  public void writeBlock(Object array, long... grid) {
    int[] size = spec.sizeOfBlock(grid);
    checkLength(array, size);
    WholeFile.write(file(grid), BlockFile.encode(array, size, spec.dataType(), spec.compression()));
  }

  private void checkLength(Object array, int[] size) {
    long expected = 1;
    for (int n : size) {
      expected *= n;
    }
    int length = spec.dataType().length(array);
    if (length != expected) {
      throw new IllegalArgumentException(
          "Array of size "
              + Arrays.toString(size)
              + " needs length "
              + expected
              + " not "
              + length);
    }
  }

  private Path file(long... grid) {
    StringBuilder name = new StringBuilder();
    for (long g : grid) {
      name.append(name.isEmpty() ? "" : "/").append(g);
    }
    return folder.resolve(name.toString());
  }

  /// Reads any region; blocks that are not stored read as 0.
  ///
  /// @param min first voxel, x first
  /// @param size size of the region, x first
  /// @param array receives the values
  /// @throws IllegalArgumentException if the region leaves the volume or the array does not fit
  public void read(long[] min, int[] size, Object array) {
    checkLength(array, size);
    for (Overlap part : Overlap.of(spec, min, size)) {
      Object block = readBlock(part.grid()).orElseGet(() -> newBlock(part.blockSize()));
      Regions.copy(
          block, part.blockSize(), part.inBlock(), array, size, part.inRegion(), part.size());
    }
  }

  /// Writes any region. A block that the region covers only in part is read, changed and written.
  ///
  /// @param min first voxel, x first
  /// @param size size of the region, x first
  /// @throws IllegalArgumentException if the region leaves the volume or the array does not fit
  public void write(long[] min, int[] size, Object array) {
    checkLength(array, size);
    for (Overlap part : Overlap.of(spec, min, size)) {
      Object block =
          part.isWholeBlock()
              ? newBlock(part.blockSize())
              : readBlock(part.grid()).orElseGet(() -> newBlock(part.blockSize()));
      Regions.copy(
          array, size, part.inRegion(), block, part.blockSize(), part.inBlock(), part.size());
      writeBlock(block, part.grid());
    }
  }

  Object newBlock(int[] size) {
    int length = 1;
    for (int n : size) {
      length *= n;
    }
    return spec.dataType().newArray(length);
  }

  /// Reads a box of a 3-D `uint8` dataset.
  ///
  /// @throws BadInputException if the dataset is of another type or not 3-D
  public byte[] readBytes(Box box) {
    if (spec.dataType() != DataType.UINT8) {
      throw wrongType("uint8");
    }
    return (byte[]) readBox(box);
  }

  /// Reads a box of a 3-D dataset of any integer type; `uint64` keeps its bits.
  ///
  /// @throws BadInputException if the dataset holds floats or is not 3-D
  public long[] readLongs(Box box) {
    if (spec.dataType().isFloat()) {
      throw wrongType("an integer type");
    }
    return spec.dataType().toLongs(readBox(box));
  }

  /// Reads a box of a 3-D dataset of any type, rounded to float.
  ///
  /// @throws BadInputException if the dataset is not 3-D
  public float[] readFloats(Box box) {
    return spec.dataType().toFloats(readBox(box));
  }

  private Object readBox(Box box) {
    if (spec.dimensions().size() != 3) {
      throw new BadInputException(
          "Dataset " + folder + " has dimensions " + spec.dimensions() + " but must be 3-D");
    }
    Object array = spec.dataType().newArray(box.arrayLength());
    int[] size = {(int) box.sizeX(), (int) box.sizeY(), (int) box.sizeZ()};
    if (!box.isEmpty()) {
      read(new long[] {box.x0(), box.y0(), box.z0()}, size, array);
    }
    return array;
  }

  private BadInputException wrongType(String needed) {
    return new BadInputException(
        "Dataset " + folder + " holds " + spec.dataType().jsonName() + " but must hold " + needed);
  }

  /// The dataset as an ImgLib2 image that loads its blocks when they are first looked at.
  ///
  /// A damaged block throws [BadInputException] at that moment. Blocks that are written later are
  /// not seen as long as the cache holds the old ones. Writing into the image is not kept.
  ///
  /// @param <T> the ImgLib2 type of the same name, such as `UnsignedByteType` for `uint8`
  /// @param cache holds the loaded blocks
  public <T extends NativeType<T>> RandomAccessibleInterval<T> image(BlockCache cache) {
    return LazyImage.of(this, cache);
  }
}
