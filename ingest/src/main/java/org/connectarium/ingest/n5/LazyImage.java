package org.connectarium.ingest.n5;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.NativeImg;
import net.imglib2.img.basictypeaccess.DataAccess;
import net.imglib2.img.basictypeaccess.array.ByteArray;
import net.imglib2.img.basictypeaccess.array.DoubleArray;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.img.basictypeaccess.array.LongArray;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.cell.Cell;
import net.imglib2.img.cell.CellGrid;
import net.imglib2.img.cell.LazyCellImg;
import net.imglib2.type.NativeType;
import net.imglib2.type.NativeTypeFactory;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.LongType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedIntType;
import net.imglib2.type.numeric.integer.UnsignedLongType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;

/// A dataset as an ImgLib2 cell image: one cell is one block.
final class LazyImage {
  private LazyImage() {}

  // The data type decides T, and only at run time; a caller who asks for another type gets a
  // ClassCastException at the first voxel.
  @SuppressWarnings("unchecked")
  static <T extends NativeType<T>> RandomAccessibleInterval<T> of(
      N5Dataset dataset, BlockCache cache) {
    return (RandomAccessibleInterval<T>)
        switch (dataset.spec().dataType()) {
          case UINT8 -> image(dataset, cache, new UnsignedByteType());
          case INT8 -> image(dataset, cache, new ByteType());
          case UINT16 -> image(dataset, cache, new UnsignedShortType());
          case INT16 -> image(dataset, cache, new ShortType());
          case UINT32 -> image(dataset, cache, new UnsignedIntType());
          case INT32 -> image(dataset, cache, new IntType());
          case UINT64 -> image(dataset, cache, new UnsignedLongType());
          case INT64 -> image(dataset, cache, new LongType());
          case FLOAT32 -> image(dataset, cache, new FloatType());
          case FLOAT64 -> image(dataset, cache, new DoubleType());
        };
  }

  // The array class and the access of each type belong together, which ImgLib2 does not express.
  @SuppressWarnings("unchecked")
  private static <T extends NativeType<T>, A extends DataAccess> RandomAccessibleInterval<T> image(
      N5Dataset dataset, BlockCache cache, T type) {
    CellGrid grid = grid(dataset.spec());
    LazyCellImg<T, A> image =
        new LazyCellImg<>(grid, type, index -> (Cell<A>) cell(dataset, cache, grid, index));
    NativeTypeFactory<T, A> factory = (NativeTypeFactory<T, A>) type.getNativeTypeFactory();
    ((NativeImg<T, A>) image).setLinkedType(factory.createLinkedType(image));
    return image;
  }

  private static CellGrid grid(DatasetSpec spec) {
    return new CellGrid(
        spec.dimensions().stream().mapToLong(Long::longValue).toArray(),
        spec.blockSize().stream().mapToInt(Integer::intValue).toArray());
  }

  private static Object cell(N5Dataset dataset, BlockCache cache, CellGrid grid, long index) {
    long[] min = new long[grid.numDimensions()];
    int[] size = new int[grid.numDimensions()];
    grid.getCellDimensions(index, min, size);
    int bytes = dataset.spec().dataType().bytes();
    for (int n : size) {
      bytes *= n;
    }
    return cache.get(
        dataset.folder(),
        index,
        bytes,
        () -> {
          long[] position = new long[min.length];
          grid.getCellGridPositionFlat(index, position);
          Object values = dataset.readBlock(position).orElseGet(() -> dataset.newBlock(size));
          return new Cell<>(size, min, access(values));
        });
  }

  private static DataAccess access(Object values) {
    return switch (values) {
      case byte[] a -> new ByteArray(a);
      case short[] a -> new ShortArray(a);
      case int[] a -> new IntArray(a);
      case long[] a -> new LongArray(a);
      case float[] a -> new FloatArray(a);
      case double[] a -> new DoubleArray(a);
      default -> throw new IllegalStateException(values.getClass() + " is no number array");
    };
  }
}
