package org.connectarium.ingest.hdf5;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.exceptions.HdfException;
import java.lang.reflect.Array;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.connectarium.ingest.n5.DataType;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.DidYouMean;
import org.connectarium.ingest.volume.VoxelSize;

/// A 3-D dataset of numbers in an HDF5 file, chunked (gzip, LZF, shuffle, …) or contiguous.
///
/// HDF5 lists its dimensions z, y, x; here they are x, y, z, and arrays have x fastest, which are
/// the same bytes. Any number of threads may read; memory is the box plus one chunk a thread.
public final class Hdf5Volume implements AutoCloseable {
  private final HdfFile hdf;
  private final Path file;
  private final Dataset dataset;
  private final DataType dataType;
  private final BoxReader reader;

  private Hdf5Volume(HdfFile hdf, Path file, Dataset dataset) {
    this.hdf = hdf;
    this.file = file;
    this.dataset = dataset;
    this.dataType = Datasets.dataType(dataset);
    this.reader = BoxReader.of(hdf, file, dataset, dataType);
  }

  /// Opens `file.h5:/path/in/file`, or `file.h5` if the file holds one 3-D dataset.
  ///
  /// @throws BadInputException if the file is damaged, holds no or several 3-D datasets and none
  /// is named, or the dataset named is not there or of a kind that cannot be read
  public static Hdf5Volume open(String spec) {
    int colon = spec.lastIndexOf(":/");
    return colon < 0
        ? open(Path.of(spec), "")
        : open(Path.of(spec.substring(0, colon)), spec.substring(colon + 1));
  }

  /// Opens a dataset of a file.
  ///
  /// @param path path in the file; `""` or `"/"` if the file holds one 3-D dataset
  /// @throws BadInputException as [#open(String)]
  public static Hdf5Volume open(Path file, String path) {
    if (!Files.isRegularFile(file)) {
      throw new BadInputException("No HDF5 file " + file + "; check the path");
    }
    HdfFile hdf = openFile(file);
    try {
      return new Hdf5Volume(hdf, file, choose(hdf, file, path));
    } catch (HdfException e) {
      hdf.close();
      throw damaged(file, e);
    } catch (BadInputException e) {
      hdf.close();
      throw e;
    }
  }

  private static HdfFile openFile(Path file) {
    try {
      return new HdfFile(file);
    } catch (RuntimeException e) { // jHDF throws all kinds of exceptions for damaged files
      throw damaged(file, e);
    }
  }

  private static Dataset choose(HdfFile hdf, Path file, String path) {
    List<Dataset> volumes = Datasets.volumes(hdf);
    String wanted = path.replaceAll("^/+|/+$", "");
    if (!wanted.isEmpty()) {
      for (Dataset dataset : Datasets.all(hdf)) {
        if (Datasets.path(dataset).equals(wanted)) {
          return dataset;
        }
      }
      throw new BadInputException(
          "No dataset /"
              + wanted
              + " in "
              + file
              + DidYouMean.hint(wanted, volumes.stream().map(Datasets::path).toList()));
    }
    if (volumes.size() != 1) {
      String which = String.join(", ", volumes.stream().map(Datasets::text).toList());
      throw new BadInputException(
          file
              + " holds "
              + (volumes.isEmpty() ? "no 3-D dataset" : "several datasets: " + which)
              + "; give one as "
              + file.getFileName()
              + ":/path");
    }
    return volumes.getFirst();
  }

  private static BadInputException damaged(Path file, RuntimeException e) {
    String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return new BadInputException(
        "Cannot read HDF5 file " + file + ": " + reason + "; the file is damaged or no HDF5", e);
  }

  /// The file.
  public Path file() {
    return file;
  }

  /// The path inside the file, without the leading slash.
  public String path() {
    return Datasets.path(dataset);
  }

  public long sizeX() {
    return dataset.getDimensionsAsLong()[2];
  }

  public long sizeY() {
    return dataset.getDimensionsAsLong()[1];
  }

  public long sizeZ() {
    return dataset.getDimensionsAsLong()[0];
  }

  /// Type of a voxel.
  public DataType dataType() {
    return dataType;
  }

  /// The attribute `resolution` of the dataset (z, y, x in nm, as CREMI files have it), if it is
  /// there.
  public Optional<VoxelSize> voxelSize() {
    Attribute resolution = dataset.getAttributes().get("resolution");
    if (resolution == null) {
      return Optional.empty();
    }
    Object zyx = resolution.getData();
    if (zyx == null || !zyx.getClass().isArray() || Array.getLength(zyx) != 3) {
      return Optional.empty();
    }
    return Optional.of(
        new VoxelSize(Array.getDouble(zyx, 2), Array.getDouble(zyx, 1), Array.getDouble(zyx, 0)));
  }

  /// Reads a box.
  ///
  /// @param array of the data type's kind; receives the values, x fastest
  /// @throws IllegalArgumentException if the box leaves the volume or the array does not fit
  /// @throws BadInputException if the file is damaged there
  public void read(Box box, Object array) {
    if (!Box.ofSize(sizeX(), sizeY(), sizeZ()).contains(box)) {
      throw new IllegalArgumentException(
          "Box " + box + " leaves the volume of " + sizeX() + " x " + sizeY() + " x " + sizeZ());
    }
    if (dataType.length(array) != box.arrayLength()) {
      throw new IllegalArgumentException("Array for box " + box + " has the wrong length");
    }
    try {
      reader.read(box, array);
    } catch (BadInputException e) {
      throw e;
    } catch (RuntimeException e) { // jHDF throws all kinds of exceptions for damaged files
      throw damaged(file, e);
    }
  }

  @Override
  public void close() {
    hdf.close();
  }
}
