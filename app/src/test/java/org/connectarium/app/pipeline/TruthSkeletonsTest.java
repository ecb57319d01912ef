package org.connectarium.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.connectarium.app.dataset.Dataset;
import org.connectarium.app.graph.GraphPlace;
import org.connectarium.app.progress.Progress;
import org.connectarium.app.workspace.Workspace;
import org.connectarium.graph.truth.SkeletonRow;
import org.connectarium.ingest.n5.Compression;
import org.connectarium.ingest.n5.DataType;
import org.connectarium.ingest.n5.DatasetSpec;
import org.connectarium.ingest.n5.N5Dataset;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.ingest.volume.Box;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A volume of 300 × 2 × 2 voxels of 10 nm, cut out of a larger one at (100, 0, 0), in which
/// segment 1000 + x is all of column x.
class TruthSkeletonsTest {
  @TempDir Path folder;

  @Test
  void findsTheSegmentOfTheNearestVoxelInAllBlocks() throws IOException {
    Files.createDirectory(folder.resolve("traced"));
    // at 0.99 µm lies the last voxel before the volume, at 4 µm the first one behind it
    write(
        "8",
        "1 2 0.99 0 0 1 -1",
        "2 2 1.004 0.01 0.01 1 1",
        "3 2 3.94 0 0 1 2",
        "4 2 1.006 0 0 1 2");
    write("9", "1 2 3.99 0 0 1 -1", "2 2 4 0 0 1 1");
    write("10", "1 2 0 0 0 1 -1");
    Path file = describe();
    try (Workspace workspace = Workspace.openFor(folder, file)) {
      Job job = job(workspace, file);
      List<SkeletonRow> rows = new TruthSkeletons(job, new Box(0, 0, 0, 300, 2, 2)).rows();
      assertThat(rows).extracting(SkeletonRow::id).containsExactly(8L, 9L);
      assertThat(rows.getFirst().segmentIds()).containsExactly(1000, 1294, 1001);
      assertThat(rows.getFirst().parent()).containsExactly(-1, 0, 0);
      assertThat(rows.getLast().segmentIds()).containsExactly(1299);
      assertThat(new TruthSkeletons(job, new Box(290, 0, 0, 295, 2, 2)).rows())
          .singleElement()
          .satisfies(row -> assertThat(row.segmentIds()).containsExactly(1294));
    }
  }

  @Test
  void aFolderWithoutSkeletonsAndNamesThatAreNoIdsAreRefused() throws IOException {
    assertThatThrownBy(() -> TruthSkeletons.files(folder))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("No skeletons ID.swc in the folder " + folder);
    assertThatThrownBy(() -> TruthSkeletons.files(folder.resolve("none")))
        .hasMessageContaining("Cannot read the folder of truthSkeletons");
    Files.writeString(folder.resolve("one.swc"), "");
    assertThatThrownBy(() -> TruthSkeletons.files(folder))
        .hasMessageContaining("one.swc must be named by the id of its cell, such as 12.swc");
  }

  @Test
  void treesOfAnNmlAreCellsByTheirNames() throws IOException {
    Path file = describe();
    Files.writeString(
        file, Files.readString(file).replace("truthSkeletons: traced", "truthSkeletons: a.nml"));
    String tree = "<thing name='%s'><node id='1' x='%d' y='0' z='0'/></thing>";
    Path nml = folder.resolve("a.nml");
    String head = "<things><scale x='10' y='10' z='10'/>";
    Files.writeString(
        nml,
        head
            + tree.formatted("8 part 1", 105)
            + tree.formatted("9", 106)
            + tree.formatted("8 part 2", 399)
            + tree.formatted("10", 400)
            + "</things>");
    try (Workspace workspace = Workspace.openFor(folder, file)) {
      Job job = job(workspace, file);
      List<SkeletonRow> rows = new TruthSkeletons(job, new Box(0, 0, 0, 300, 2, 2)).rows();
      assertThat(rows).extracting(SkeletonRow::id).containsExactly(8L, 9L);
      assertThat(rows.getFirst().segmentIds()).containsExactly(1005, 1299);
      assertThat(rows.getFirst().parent()).containsExactly(-1, -1);
      // names that are no ids; nameless trees are cells of their own
      Files.writeString(
          nml,
          head
              + tree.formatted("a", 105)
              + tree.formatted("", 106)
              + tree.formatted("", 107)
              + tree.formatted("a", 108)
              + "</things>");
      rows = new TruthSkeletons(job, new Box(0, 0, 0, 300, 2, 2)).rows();
      assertThat(rows).extracting(SkeletonRow::id).containsExactly(1L, 2L, 3L);
      assertThat(rows.getFirst().segmentIds()).containsExactly(1005, 1008);
    }
    Files.writeString(nml, head + "</things>");
    assertThatThrownBy(() -> TruthSkeletons.check(nml))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("has no nodes");
  }

  private void write(String name, String... lines) throws IOException {
    Files.write(folder.resolve("traced").resolve(name + ".swc"), List.of(lines));
  }

  private Path describe() throws IOException {
    return Files.writeString(
        folder.resolve("dataset.yaml"),
        """
        image: images
        voxelSizeNm: [10, 10, 10]
        truthSkeletons: traced
        box: [100, 0, 0, 400, 2, 2]
        """);
  }

  private static Job job(Workspace workspace, Path file) throws IOException {
    Job job =
        new Job(
            workspace,
            GraphPlace.inWorkspace(workspace.neo4j()),
            Dataset.read(file),
            Progress.none(),
            1);
    N5Dataset segments =
        job.volumes()
            .createDataset(
                Job.SEGMENTS,
                DatasetSpec.of(
                    new long[] {300, 2, 2},
                    new int[] {64, 2, 2},
                    DataType.UINT64,
                    new Compression.Raw()));
    long[] ids = new long[300 * 2 * 2];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = 1000L + i % 300;
    }
    segments.write(new long[3], new int[] {300, 2, 2}, ids);
    return job;
  }
}
