package org.connectarium.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.connectarium.app.command.Commands;
import org.connectarium.app.dataset.Dataset;
import org.connectarium.app.graph.GraphPlace;
import org.connectarium.app.progress.Progress;
import org.connectarium.app.workspace.Stage;
import org.connectarium.app.workspace.Workspace;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.ingest.volume.Box;
import org.connectarium.reconstruction.classification.Cells;
import org.connectarium.reconstruction.classification.ClassifiedVolume;
import org.connectarium.reconstruction.classification.KnownVolume;
import org.connectarium.reconstruction.classification.Scores;
import org.connectarium.reconstruction.classification.SegmentTruth;
import org.connectarium.reconstruction.segmentation.BlockBorders.Border;
import org.connectarium.reconstruction.segmentation.Piece;
import org.connectarium.reconstruction.segmentation.SegmentObjects;
import org.connectarium.reconstruction.segmentation.TableFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Truth by skeletons and by labelled contacts beside that by voxels, on simulated tissue that is
/// classified once by the shipped models.
class OtherTruthTest {
  @TempDir static Path folder;
  private static Path file = Path.of("");
  private static Workspace workspace;
  private static final List<Border> BORDERS = new ArrayList<>();
  /* Voxels of each border in the volume, as x, y, z. */
  private static final List<List<List<Long>>> VOXELS = new ArrayList<>();
  private static SegmentTruth cells;
  private static SegmentObjects objects;

  @BeforeAll
  static void classify() throws Exception {
    Path place = folder.resolve("t");
    assertThat(
            Commands.run(
                new String[] {"simulate", place.toString(), "--size", "tiny", "--seed", "7"}))
        .isZero();
    file = place.resolve("dataset.yaml");
    Files.writeString(
        file, Files.readString(file) + "segmentation: {blockVoxels: [96, 256, 256]}\n");
    workspace = Workspace.openFor(place, file);
    Job job = job(file);
    new Pipeline(workspace, job.graph(), job.dataset(), Progress.none(), 2).run(Stage.CLASSIFY);
    try (KnownDataset known = new KnownDataset(job)) {
      KnownVolume volume = known.volume();
      Cells.Voxels truth = (Cells.Voxels) volume.cells();
      ClassifiedVolume where = volume.volume();
      cells =
          SegmentTruth.of(
              volume.segmentation().done(), where.segments().open()::readLongs, truth.labels());
      objects = SegmentObjects.of(volume.segmentation().tables());
      assertThat(volume.segmentation().done()).hasSizeGreaterThan(1);
      for (Box block : volume.segmentation().done()) {
        Box around = block.grow(1, 1, 1).intersect(where.volume());
        for (Border border : where.borders().open().of(block, around)) {
          BORDERS.add(border);
          VOXELS.add(voxels(border, around));
        }
      }
    }
  }

  @AfterAll
  static void close() throws IOException {
    workspace.close();
  }

  private static List<List<Long>> voxels(Border border, Box around) {
    List<List<Long>> out = new ArrayList<>();
    for (int v : border.voxels()) {
      out.add(
          List.of(
              around.x0() + v % around.sizeX(),
              around.y0() + v / around.sizeX() % around.sizeY(),
              around.z0() + v / around.sizeX() / around.sizeY()));
    }
    return out;
  }

  private static Job job(Path description) throws IOException {
    return new Job(
        workspace,
        GraphPlace.inWorkspace(workspace.neo4j()),
        Dataset.read(description),
        Progress.none(),
        2);
  }

  /* What the models are worth by a truth. */
  private static Map<String, ClassifierFigures.Figure> figures(String truth) throws Exception {
    String text =
        Files.readString(file)
            .lines()
            .filter(l -> !l.startsWith("truth"))
            .collect(Collectors.joining("\n", "", "\n" + truth + "\n"));
    Job job = job(Files.writeString(file.resolveSibling("other.yaml"), text));
    InputCheck.check(job.dataset());
    return new ClassifierFigures(job).on(job.volume());
  }

  private static ClassifierFigures.Figure continuity(String truth) throws Exception {
    return Objects.requireNonNull(figures(truth).get("continuity"));
  }

  @Test
  void skeletonsTellNearlyWhatVoxelsTell() throws Exception {
    ClassifierFigures.Figure voxels = continuity("truth: tissue.n5:/labels");
    ClassifierFigures.Figure written = continuity("truthSkeletons: skeletons");
    ClassifierFigures.Figure nml = continuity("truthSkeletons: skeletons.nml");
    assertThat(written.answers()).isBetween(20, voxels.answers());
    assertThat(written.averagePrecision()).isCloseTo(voxels.averagePrecision(), within(0.1));
    // nodes of an NML lie at whole voxels
    assertThat(nml.averagePrecision()).isCloseTo(written.averagePrecision(), within(0.05));
  }

  private static boolean isClassified(Border border) {
    Piece p = border.piece();
    return p.voxels() >= 10 && objects.of(p.lowId()) != objects.of(p.highId());
  }

  private static String at(List<Long> voxel) {
    return voxel.get(0) + "," + voxel.get(1) + "," + voxel.get(2);
  }

  @Test
  void contactsThatAreAllLabelledTellWhatVoxelsTell() throws Exception {
    Map<List<Long>, Integer> shared = new HashMap<>();
    VOXELS.forEach(of -> of.forEach(v -> shared.merge(v, 1, Integer::sum)));
    StringBuilder table =
        new StringBuilder("x_voxel,y_voxel,z_voxel,segment_a,segment_b,same,synapse\n");
    int[] pointed = {0};
    for (int i = 0; i < BORDERS.size(); i++) {
      Piece p = BORDERS.get(i).piece();
      long low = cells.of(p.lowId());
      long high = cells.of(p.highId());
      if (low == 0 || high == 0 || !isClassified(BORDERS.get(i))) {
        continue;
      }
      var alone = VOXELS.get(i).stream().filter(v -> shared.getOrDefault(v, 0) == 1).findFirst();
      String sides = p.highId() + "," + p.lowId();
      String label = "," + (low == high ? "yes" : "no") + ",\n";
      if (alone.isPresent() && i % 2 == 0) {
        table.append(at(alone.get())).append(",,").append(label);
        pointed[0]++;
      } else {
        table.append(at(VOXELS.get(i).getFirst())).append(',').append(sides).append(label);
      }
    }
    assertThat(pointed[0]).isGreaterThan(20);
    Files.writeString(file.resolveSibling("all.csv"), table);
    ClassifierFigures.Figure voxels = continuity("truth: tissue.n5:/labels");
    ClassifierFigures.Figure labelled = continuity("truthContacts: all.csv");
    assertThat(labelled).isEqualTo(voxels);
    // labels go before voxels
    assertThat(continuity("truth: tissue.n5:/labels\ntruthContacts: all.csv")).isEqualTo(voxels);
    assertThat(figures("truthContacts: all.csv").get("synapse")).isNull();
  }

  @Test
  void theDirectionOfASynapseIsFromSideAToSideB() throws Exception {
    Job job = job(file);
    Scores scores = ClassifyWork.scores(job).orElseThrow();
    List<Piece> pieces = new ArrayList<>();
    for (TableFile t : TableFile.open(SegmentWork.tables(job))) {
      t.forEachPiece(pieces::add);
    }
    int[] clear =
        IntStream.range(0, pieces.size())
            .filter(i -> scores.synapse(i, i + 1)[0] != scores.synapseReverse(i, i + 1)[0])
            .filter(i -> pieces.get(i).number() == 0 && pieces.get(i).voxels() > 100)
            .filter(i -> isOnly(pieces.get(i)))
            .filter(i -> !Float.isNaN(scores.synapse(i, i + 1)[0]))
            .limit(2)
            .toArray();
    Piece synapse = pieces.get(clear[0]);
    Piece none = pieces.get(clear[1]);
    boolean fromLow =
        scores.synapse(clear[0], clear[0] + 1)[0]
            > scores.synapseReverse(clear[0], clear[0] + 1)[0];
    long pre = fromLow ? synapse.lowId() : synapse.highId();
    long post = fromLow ? synapse.highId() : synapse.lowId();
    String head = "segment_a,segment_b,synapse\n" + none.lowId() + "," + none.highId() + ",none\n";
    assertThat(synapseOf(head + pre + "," + post + ",forward\n").recall()).isLessThanOrEqualTo(1);
    double right = synapseOf(head + pre + "," + post + ",forward\n").bestThreshold();
    assertThat(right).isPositive();
    assertThat(synapseOf(head + post + "," + pre + ",backward\n").bestThreshold()).isEqualTo(right);
    // the other direction is not found: probability 0
    assertThat(synapseOf(head + post + "," + pre + ",forward\n").bestThreshold()).isZero();
    assertThat(synapseOf(head + pre + "," + post + ",backward\n").bestThreshold()).isZero();
  }

  private static boolean isOnly(Piece p) {
    return BORDERS.stream()
            .map(Border::piece)
            .filter(o -> o.lowId() == p.lowId() && o.highId() == p.highId())
            .count()
        == 1;
  }

  private static ClassifierFigures.Figure synapseOf(String table) throws Exception {
    Files.writeString(file.resolveSibling("s.csv"), table);
    return Objects.requireNonNull(figures("truthContacts: s.csv").get("synapse"));
  }

  @Test
  void contactsThatCannotBeFoundAreRefusedWithTheirLine() {
    Piece p =
        BORDERS.stream().filter(OtherTruthTest::isClassified).findFirst().orElseThrow().piece();
    String pair = p.lowId() + "," + p.highId();
    long apart =
        BORDERS.stream()
            .map(b -> b.piece().highId())
            .filter(id -> BORDERS.stream().noneMatch(b -> touch(b.piece(), p.lowId(), id)))
            .filter(id -> id != p.lowId())
            .findFirst()
            .orElseThrow();
    String ids = "segment_a,segment_b,same\n";
    refused(ids + pair + ",yes\n" + p.lowId() + ",12,no\n", "line 3: there is no segment 12");
    refused(ids + p.lowId() + "," + apart + ",no\n", "do not touch");
    refused(ids + p.lowId() + "," + p.lowId() + ",no\n", "line 2: both sides are segment");
    refused(
        ids + pair + ",yes\n\n" + p.highId() + "," + p.lowId() + ",yes\n",
        "line 4: the contact of line 2 again; keep");
    refused(
        ids + pair + ",yes\n" + pair + ",no\n",
        "line 3: the contact of line 2 again, with another label");
    String point = "x_voxel,y_voxel,z_voxel,same\n";
    refused(point + "-1,0,0,no\n", "line 2: the point lies outside of the images");
    refused(point + at(farFromAll()) + ",no\n", "line 2: no contact within 100 nm of the point");
    String inside = "a_x_voxel,a_y_voxel,a_z_voxel,segment_b,same\n";
    refused(inside + "0,0,9999," + p.lowId() + ",no\n", "the point of side a lies outside");
  }

  private static boolean touch(Piece p, long one, long other) {
    return p.lowId() == Math.min(one, other) && p.highId() == Math.max(one, other);
  }

  /* A place 11 voxels of 10 nm or more from all borders. */
  private static List<Long> farFromAll() {
    var all = VOXELS.stream().flatMap(List::stream).distinct().toList();
    for (long z = 0; z < 96; z += 8) {
      for (long y = 0; y < 128; y += 8) {
        for (long x = 0; x < 128; x += 8) {
          long[] p = {x, y, z};
          boolean isFar =
              all.stream()
                  .noneMatch(
                      v ->
                          Math.abs(v.get(0) - p[0]) < 11
                              && Math.abs(v.get(1) - p[1]) < 11
                              && Math.abs(v.get(2) - p[2]) < 11);
          if (isFar) {
            return List.of(x, y, z);
          }
        }
      }
    }
    throw new IllegalStateException("borders are everywhere");
  }

  private static void refused(String table, String why) {
    assertThatThrownBy(
            () -> {
              Files.writeString(file.resolveSibling("bad.csv"), table);
              figures("truthContacts: bad.csv");
            })
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("bad.csv, line")
        .hasMessageContaining(why)
        .message()
        .satisfies(m -> assertThat(m.lines()).hasSize(1));
  }
}
