package org.connectarium.ingest.table;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.exceptions.HdfException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.connectarium.ingest.volume.BadInputException;

/// A group of an HDF5 file as a table: its datasets of one length are columns.
///
/// - a dataset of n values, or of n × 1 or 1 × n, is the column of its name
/// - one of n × 3 or 3 × n (as MATLAB writes n × 3) is `name.x`, `name.y`, `name.z`
/// - whole-number attributes of a dataset are words for its codes: the name of the attribute stands
///   for its value
/// - `#row` is the number of the row, from 1; groups within are passed over
///
/// That is how the connectome of A. Motta et al., *Dense connectomic reconstruction in layer 4 of
/// the somatosensory cortex*, Science 2019,
/// [doi:10.1126/science.aay3134](https://doi.org/10.1126/science.aay3134) is kept. Memory: all
/// columns of the group.
final class HdfTable {
  private static final String ROW = "#row";
  private static final List<String> AXES = List.of("x", "y", "z");

  private final String where;
  private final List<String> names = new ArrayList<>();
  private final List<ColumnTable.Values> columns = new ArrayList<>();
  private long rows = -1;

  private HdfTable(String where) {
    this.where = where;
  }

  /// @throws BadInputException if there is no such group, or its datasets differ in length
  static Table open(Path file, String group) {
    String where = file + ":/" + group;
    if (!Files.isRegularFile(file)) {
      throw new BadInputException("No file " + file + "; name the table to read");
    }
    try (HdfFile hdf = new HdfFile(file)) {
      Node node = group.isEmpty() ? hdf : hdf.getByPath(group);
      if (!(node instanceof Group found)) {
        throw new BadInputException(where + " is no group; name one that holds datasets");
      }
      HdfTable table = new HdfTable(where);
      List<Dataset> datasets = new ArrayList<>();
      for (Node child : found) {
        if (child instanceof Dataset dataset && !dataset.isEmpty()) {
          datasets.add(dataset);
        }
      }
      datasets.stream().filter(d -> isVector(d)).forEach(d -> table.vector(d));
      datasets.stream().filter(d -> !isVector(d)).forEach(d -> table.triples(d));
      return table.made();
    } catch (HdfException e) {
      throw new BadInputException(where + " cannot be read: " + e.getMessage(), e);
    }
  }

  private Table made() {
    if (names.isEmpty()) {
      throw new BadInputException(where + " holds no columns; name a group with datasets");
    }
    long[] numbers = new long[Math.toIntExact(rows)];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = i + 1L;
    }
    names.add(ROW);
    columns.add(new ColumnTable.Values(numbers, 0, 1, Map.of()));
    return new ColumnTable(names, columns, rows);
  }

  private static boolean isVector(Dataset dataset) {
    long longest = 1;
    for (long extent : dataset.getDimensionsAsLong()) {
      longest = Math.max(longest, extent);
    }
    return longest == dataset.getSize();
  }

  private void vector(Dataset dataset) {
    requireLength(dataset, dataset.getSize());
    names.add(dataset.getName());
    columns.add(new ColumnTable.Values(dataset.getDataFlat(), 0, 1, words(dataset)));
  }

  private void triples(Dataset dataset) {
    long[] extents = dataset.getDimensionsAsLong();
    if (extents.length != 2 || (extents[0] != AXES.size() && extents[1] != AXES.size())) {
      throw new BadInputException(
          where + "/" + dataset.getName() + " is neither a column nor n × 3; it is no table");
    }
    boolean rowsFirst = extents[1] == AXES.size() && (rows < 0 || extents[0] == rows);
    long length = rowsFirst ? extents[0] : extents[1];
    requireLength(dataset, length);
    Object flat = dataset.getDataFlat();
    for (int axis = 0; axis < AXES.size(); axis++) {
      names.add(dataset.getName() + "." + AXES.get(axis));
      columns.add(
          rowsFirst
              ? new ColumnTable.Values(flat, axis, AXES.size(), Map.of())
              : new ColumnTable.Values(flat, Math.toIntExact(axis * length), 1, Map.of()));
    }
  }

  private void requireLength(Dataset dataset, long length) {
    if (rows >= 0 && rows != length) {
      throw new BadInputException(
          "%s: %s has %d rows and other columns %d; it is no table"
              .formatted(where, dataset.getName(), length, rows));
    }
    rows = length;
  }

  private static Map<String, String> words(Dataset dataset) {
    Map<String, String> words = new HashMap<>();
    for (Attribute attribute : dataset.getAttributes().values()) {
      Object value = attribute.getData();
      if (value instanceof Number code && code.doubleValue() == Math.rint(code.doubleValue())) {
        words.put(String.valueOf(code.longValue()), attribute.getName());
      }
    }
    return words;
  }
}
