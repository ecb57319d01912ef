package org.connectarium.ingest.hdf5;

import io.jhdf.Constants;
import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.exceptions.HdfException;
import io.jhdf.object.datatype.OrderedDataType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.connectarium.ingest.n5.DataType;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.ingest.volume.Box;

/// Reads boxes from the two layouts of an HDF5 dataset.
sealed interface BoxReader {

  /// Reads a box that lies inside the volume into an array of its length.
  void read(Box box, Object array);

  static BoxReader of(HdfFile hdf, Path file, Dataset dataset, DataType type) {
    ByteOrder order =
        dataset.getDataType() instanceof OrderedDataType ordered
            ? ordered.getByteOrder()
            : ByteOrder.LITTLE_ENDIAN;
    return switch (dataset) {
      case ChunkedDataset chunked -> new Chunked(chunked, type, order);
      case ContiguousDataset contiguous ->
          new Contiguous(
              dataset,
              file,
              contiguous.getDataAddress(),
              hdf.getUserBlockSize(),
              dataset.getDimensions()[2],
              dataset.getDimensions()[1],
              type,
              order);
      default ->
          throw new BadInputException(
              "Dataset /"
                  + Datasets.path(dataset)
                  + " of "
                  + file
                  + " is stored in compact layout; write it again contiguous or chunked");
    };
  }

  /// Chunk by chunk, each decompressed once a box.
  record Chunked(ChunkedDataset dataset, DataType type, ByteOrder order) implements BoxReader {
    @Override
    public void read(Box box, Object array) {
      int[] zyx = dataset.getChunkDimensions();
      for (long z = box.z0() / zyx[0] * zyx[0]; z < box.z1(); z += zyx[0]) {
        for (long y = box.y0() / zyx[1] * zyx[1]; y < box.y1(); y += zyx[1]) {
          for (long x = box.x0() / zyx[2] * zyx[2]; x < box.x1(); x += zyx[2]) {
            Box chunk = new Box(x, y, z, x + zyx[2], y + zyx[1], z + zyx[0]);
            copy(values(chunk), chunk, array, box, chunk.intersect(box));
          }
        }
      }
    }

    private Object values(Box chunk) {
      int[] zyx = {(int) chunk.z0(), (int) chunk.y0(), (int) chunk.x0()};
      byte[] bytes;
      try {
        bytes = dataset.getDecompressedChunk(zyx);
      } catch (HdfException e) {
        // The library has no other way to ask whether a chunk was ever written.
        if (!String.valueOf(e.getMessage()).startsWith("No chunk with offset")) {
          throw e;
        }
        Object filled = type.newArray(chunk.arrayLength());
        FillValue.fill(filled, dataset);
        return filled;
      }
      if (bytes.length != chunk.voxels() * type.bytes()) {
        throw new IllegalStateException("chunk " + chunk + " has " + bytes.length + " bytes");
      }
      return type.decode(bytes, order);
    }
  }

  /// The part of a section that spans the rows of the box, section by section.
  record Contiguous(
      Dataset dataset,
      Path file,
      long address,
      long userBlockBytes,
      long sizeX,
      long sizeY,
      DataType type,
      ByteOrder order)
      implements BoxReader {
    @Override
    public void read(Box box, Object array) {
      if (address == Constants.UNDEFINED_ADDRESS) {
        FillValue.fill(array, dataset);
        return;
      }
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
        for (long z = box.z0(); z < box.z1(); z++) {
          Box rows = new Box(0, box.y0(), z, sizeX, box.y1(), z + 1);
          ByteBuffer bytes =
              ByteBuffer.allocate(Math.multiplyExact(rows.arrayLength(), type.bytes()));
          long at = userBlockBytes + address + (z * sizeY + box.y0()) * sizeX * type.bytes();
          while (bytes.hasRemaining()) {
            int read = channel.read(bytes, at + bytes.position());
            if (read < 0) {
              throw new BadInputException(file + " is truncated: it ends in section " + z);
            }
          }
          copy(type.decode(bytes.array(), order), rows, array, box, rows.intersect(box));
        }
      } catch (IOException e) {
        throw new BadInputException("Cannot read " + file + ": " + e.getMessage(), e);
      }
    }
  }

  /// Copies the voxels of a part from the array of one box to that of another.
  private static void copy(Object from, Box fromBox, Object to, Box toBox, Box part) {
    for (long z = part.z0(); z < part.z1(); z++) {
      for (long y = part.y0(); y < part.y1(); y++) {
        System.arraycopy(
            from,
            index(fromBox, part.x0(), y, z),
            to,
            index(toBox, part.x0(), y, z),
            (int) part.sizeX());
      }
    }
  }

  private static int index(Box box, long x, long y, long z) {
    return (int) (((z - box.z0()) * box.sizeY() + y - box.y0()) * box.sizeX() + x - box.x0());
  }
}
