package org.connectarium.app.connectome;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.connectarium.ingest.table.TableLayout;

/// A table that a mapping names.
///
/// @param where rows to take: for each of these columns the texts that it may have
record TableFile(Path file, TableLayout layout, Map<String, Set<String>> where) {
  TableFile {
    where = Map.copyOf(where);
  }
}
