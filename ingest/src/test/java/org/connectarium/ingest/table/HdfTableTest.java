package org.connectarium.ingest.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableDataset;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.connectarium.ingest.volume.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HdfTableTest {
  @TempDir Path folder;

  @Test
  void aGroupOfAnHdf5FileIsATableWithWordsForCodes() {
    Path file = folder.resolve("synapses.hdf5");
    try (WritableHdfFile hdf = HdfFile.write(file)) {
      WritableGroup group = hdf.putGroup("synapses");
      WritableDataset type = group.putDataset("type", new int[] {1, 3});
      type.putAttribute("primaryspine", 1);
      type.putAttribute("shaft", 3);
      group.putDataset("asiArea", new double[] {0.25, Double.NaN});
      group.putDataset("id", new long[][] {{7}, {Long.MAX_VALUE}});
      group.putDataset("position", new int[][] {{10, 20, 30}, {11, 21, 31}});
      group.putDataset("matlab", new int[][] {{10, 11}, {20, 21}, {30, 31}});
    }
    assertThat(rows(Table.openHdf5(file, "synapses")))
        .hasSize(2)
        .satisfiesExactly(
            row ->
                assertThat(row)
                    .contains("type=primaryspine", "asiArea=0.25", "id=7", "#row=1")
                    .contains("position.x=10", "position.z=30", "matlab.x=10", "matlab.z=30"),
            row ->
                assertThat(row)
                    .contains("type=shaft", "asiArea=", "id=9223372036854775807", "#row=2")
                    .contains("position.y=21", "matlab.y=21"));
  }

  @Test
  void groupsThatAreNoTablesAreOneLine() throws IOException {
    Path file = folder.resolve("bad.h5");
    try (WritableHdfFile hdf = HdfFile.write(file)) {
      WritableGroup group = hdf.putGroup("g");
      group.putDataset("a", new int[] {1, 2, 3});
      group.putDataset("b", new int[] {1, 2});
    }
    assertThatThrownBy(() -> Table.openHdf5(file, "g"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("rows and other columns");
    assertThatThrownBy(() -> Table.openHdf5(file, "none"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("bad.h5:/none");
    Path text = folder.resolve("text.h5");
    Files.writeString(text, "no HDF5 at all");
    assertThatThrownBy(() -> Table.openHdf5(text, ""))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("cannot be read");
  }

  private static List<List<String>> rows(Table table) {
    List<List<String>> rows = new ArrayList<>();
    try (table) {
      for (Optional<TableRow> row = table.next(); row.isPresent(); row = table.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
          values.add(table.columns().get(i) + "=" + row.get().values().get(i));
        }
        rows.add(values);
      }
    }
    return rows;
  }
}
