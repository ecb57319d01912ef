package org.connectarium.reconstruction.segmentation;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.connectarium.graph.sink.ContactRow;
import org.connectarium.graph.sink.SegmentRow;
import org.connectarium.ingest.n5.N5Dataset;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;
import org.connectarium.reconstruction.block.BlockTask;
import org.connectarium.reconstruction.contact.Contacts;
import org.connectarium.reconstruction.grid.BoundaryMap;
import org.connectarium.reconstruction.grid.Connectivity;
import org.connectarium.reconstruction.segment.PrincipalAxes;
import org.connectarium.reconstruction.segment.SegmentTable;
import org.connectarium.reconstruction.watershed.Watershed;

/// Segments blocks: ids, how segments go on beyond the block, and last the table, with which the
/// block is done.
final class SegmentTask implements BlockTask {
  private final BlockFiles files;
  private final SegmentationPlan plan;
  private final Evidence evidence;
  private final N5Dataset labels;

  SegmentTask(BlockFiles files) {
    this.files = files;
    plan = files.plan();
    evidence = Evidence.open(files);
    labels = files.labels().open();
  }

  @Override
  public boolean isDone(Box block) {
    return Files.isRegularFile(files.tableOf(block));
  }

  @Override
  public void takeBack(Box block) throws IOException {
    Files.deleteIfExists(files.overlapOf(block));
    write(new int[block.arrayLength()], block);
  }

  @Override
  public void run(Box block) throws IOException {
    Box read = plan.withMargin(block).intersect(files.volume());
    BoundaryMap around = evidence.of(read);
    int[] wide =
        switch (plan.method()) {
          case SegmentationPlan.Ridge m -> Watershed.withRidge(around, m.parameters());
          case SegmentationPlan.Seeded m ->
              Watershed.seeded(around, plan.voxelSize(), m.parameters());
          case SegmentationPlan.Descending m -> Watershed.descending(around, m.parameters());
          case SegmentationPlan.Mutex m -> Watershed.mutex(around, m.parameters());
          case SegmentationPlan.Given m -> GivenSegments.of(m.labels().open(), read);
        };
    int[] own = Watershed.cut(wide, read, block, connectivity());
    FaceOverlap.of(wide, read, own, block).write(files.overlapOf(block));
    write(own, block);
    new Table(segments(own, block), pieces(own, around.cut(block))).write(files.tableOf(block));
  }

  private Connectivity connectivity() {
    return switch (plan.method()) {
      case SegmentationPlan.Ridge _ -> Connectivity.ALL_26;
      case SegmentationPlan.Seeded _,
          SegmentationPlan.Descending _,
          SegmentationPlan.Mutex _,
          SegmentationPlan.Given _ ->
          Connectivity.FACES_6;
    };
  }

  private void write(int[] own, Box block) {
    long[] ids = new long[own.length];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = own[i] == 0 ? 0 : files.id(block, own[i]);
    }
    labels.write(
        new long[] {block.x0(), block.y0(), block.z0()},
        new int[] {(int) block.sizeX(), (int) block.sizeY(), (int) block.sizeZ()},
        ids);
  }

  private List<SegmentRow> segments(int[] own, Box block) {
    SegmentTable table = SegmentTable.of(own, block, plan.voxelSize());
    VoxelSize nm = plan.voxelSize();
    List<Long> o = plan.offset();
    List<SegmentRow> rows = new ArrayList<>();
    for (int s = 1; s <= table.size(); s++) {
      Box b = table.bounds(s).translate(o.get(0), o.get(1), o.get(2));
      double[] c = table.covarianceNm2(s);
      rows.add(
          new SegmentRow(
              files.id(block, s),
              table.voxels(s),
              (table.x(s) + o.get(0)) * nm.xNm(),
              (table.y(s) + o.get(1)) * nm.yNm(),
              (table.z(s) + o.get(2)) * nm.zNm(),
              (table.insideX(s) + o.get(0)) * nm.xNm(),
              (table.insideY(s) + o.get(1)) * nm.yNm(),
              (table.insideZ(s) + o.get(2)) * nm.zNm(),
              new SegmentRow.Bounds(
                  (int) b.x0(),
                  (int) b.y0(),
                  (int) b.z0(),
                  (int) b.x1(),
                  (int) b.y1(),
                  (int) b.z1()),
              new SegmentRow.Covariance(c[0], c[3], c[4], c[1], c[5], c[2]),
              shape(table, s)));
    }
    return rows;
  }

  private static SegmentRow.Shape shape(SegmentTable table, int segment) {
    PrincipalAxes axes = table.axes(segment);
    return new SegmentRow.Shape(
        (float) table.thicknessNm(segment),
        new SegmentRow.Axis((float) axes.x(), (float) axes.y(), (float) axes.z()),
        new SegmentRow.Deviations(
            (float) axes.longestNm(), (float) axes.middleNm(), (float) axes.shortestNm()));
  }

  private List<Piece> pieces(int[] own, BoundaryMap map) {
    Contacts contacts = Contacts.between(own, map, plan.voxelSize());
    VoxelSize nm = plan.voxelSize();
    List<Long> o = plan.offset();
    List<Piece> pieces = new ArrayList<>();
    int number = 0;
    for (int i = 0; i < contacts.size(); i++) {
      boolean samePair =
          i > 0 && contacts.a(i) == contacts.a(i - 1) && contacts.b(i) == contacts.b(i - 1);
      number = samePair ? number + 1 : 0;
      pieces.add(
          new Piece(
              files.id(map.box(), contacts.a(i)),
              files.id(map.box(), contacts.b(i)),
              number,
              contacts.areaUm2(i),
              contacts.voxels(i),
              (contacts.x(i) + o.get(0)) * nm.xNm(),
              (contacts.y(i) + o.get(1)) * nm.yNm(),
              (contacts.z(i) + o.get(2)) * nm.zNm(),
              new ContactRow.Normal(contacts.normalX(i), contacts.normalY(i), contacts.normalZ(i)),
              false,
              (float) contacts.boundary(i),
              new ContactRow.Spread(
                  (float) contacts.boundaryDeviation(i),
                  contacts.boundaryLevel(i, 0),
                  contacts.boundaryLevel(i, 1),
                  contacts.boundaryLevel(i, 2),
                  contacts.boundaryLevel(i, 3),
                  contacts.boundaryLevel(i, 4)),
              contacts.faces(i)));
    }
    return pieces;
  }
}
