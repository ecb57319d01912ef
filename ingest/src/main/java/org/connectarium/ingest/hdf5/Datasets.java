package org.connectarium.ingest.hdf5;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.connectarium.ingest.n5.DataType;
import org.connectarium.ingest.volume.BadInputException;

/// The datasets of an HDF5 file and what they hold.
final class Datasets {
  private static final int DEEPEST = 16; // links can make a file endless

  private Datasets() {}

  /// All datasets, sorted by path.
  static List<Dataset> all(HdfFile hdf) {
    List<Dataset> found = new ArrayList<>();
    collect(hdf, 0, found);
    found.sort(Comparator.comparing(Datasets::path));
    return found;
  }

  /// Those of three dimensions.
  static List<Dataset> volumes(HdfFile hdf) {
    return all(hdf).stream().filter(dataset -> dataset.getDimensions().length == 3).toList();
  }

  private static void collect(Group group, int depth, List<Dataset> found) {
    for (Node node : group) {
      if (node.isLink()) {
        continue;
      }
      if (node instanceof Dataset dataset) {
        found.add(dataset);
      } else if (node instanceof Group inner && depth < DEEPEST) {
        collect(inner, depth + 1, found);
      }
    }
  }

  /// The path without the leading slash.
  static String path(Dataset dataset) {
    return dataset.getPath().replaceAll("^/+|/+$", "");
  }

  /// For example `/bodies (250 x 250 x 150)`.
  static String text(Dataset dataset) {
    long[] zyx = dataset.getDimensionsAsLong();
    return "/" + path(dataset) + " (" + zyx[2] + " x " + zyx[1] + " x " + zyx[0] + ")";
  }

  /// The number type of a volume.
  ///
  /// @throws BadInputException if it is no 3-D dataset of numbers
  static DataType dataType(Dataset dataset) {
    String where = "Dataset /" + path(dataset) + " of " + dataset.getFileAsPath();
    long[] dimensions = dataset.getDimensionsAsLong();
    if (dimensions.length != 3) {
      throw new BadInputException(
          where + " has " + dimensions.length + " dimensions but must have three (z, y, x)");
    }
    if (dimensions[0] < 1 || dimensions[1] < 1 || dimensions[2] < 1) {
      throw new BadInputException(where + " is empty");
    }
    int bytes = dataset.getDataType().getSize();
    return switch (dataset.getDataType()) {
      case FixedPoint fixed when bytes == 1 -> fixed.isSigned() ? DataType.INT8 : DataType.UINT8;
      case FixedPoint fixed when bytes == 2 -> fixed.isSigned() ? DataType.INT16 : DataType.UINT16;
      case FixedPoint fixed when bytes == 4 -> fixed.isSigned() ? DataType.INT32 : DataType.UINT32;
      case FixedPoint fixed when bytes == 8 -> fixed.isSigned() ? DataType.INT64 : DataType.UINT64;
      case FloatingPoint floating when bytes == 4 -> DataType.FLOAT32;
      case FloatingPoint floating when bytes == 8 -> DataType.FLOAT64;
      default ->
          throw new BadInputException(
              where + " does not hold integers or floats of 8 to 64 bits; convert it");
    };
  }
}
