package org.connectarium.app.connectome;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.connectarium.ingest.table.Table;
import org.connectarium.ingest.table.TableLayout;
import org.connectarium.ingest.volume.BadInputException;

/// A table that a mapping names.
///
/// @param group of an HDF5 file, empty for the root
/// @param where rows to take: for each of these columns the texts that it may have
record TableFile(
    Path file, Format format, String group, TableLayout layout, Map<String, Set<String>> where) {
  /// What kind of file it is.
  enum Format {
    TEXT,
    HDF5,
    PARQUET,
    ARROW
  }

  TableFile {
    where = Map.copyOf(where);
  }

  /// @throws BadInputException if it cannot be read
  Table open() {
    return switch (format) {
      case TEXT -> Table.openText(file, layout);
      case HDF5 -> Table.openHdf5(file, group);
      case PARQUET -> Table.openParquet(file);
      case ARROW -> Table.openArrow(file);
    };
  }
}
