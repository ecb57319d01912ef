package org.connectarium.reconstruction.segmentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.connectarium.graph.id.SegmentId;
import org.connectarium.graph.sink.SegmentRow;
import org.connectarium.ingest.n5.N5Dataset;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;
import org.connectarium.reconstruction.block.BlockRunner;
import org.connectarium.reconstruction.contact.Contacts;
import org.connectarium.reconstruction.grid.BoundaryMap;
import org.connectarium.reconstruction.grid.Connectivity;
import org.connectarium.reconstruction.segment.SegmentTable;
import org.connectarium.reconstruction.watershed.Watershed;

/// Segments a whole volume block by block and leaves
///
/// - `segments`: an N5 dataset of 64-bit segment ids,
/// - one [Table] per block with its segments and the border pieces between them,
/// - one more per block with the border pieces across its far faces.
///
/// A block is done when its table exists, so a run that was killed goes on where it was. Memory per
/// thread: about 40 bytes per voxel of a block with its margin; nothing grows with the volume.
public final class BlockSegmentation {
  private static final int GATHERED_FROM = 2;
  private final SegmentationPlan plan;
  private final Box volume;
  private final BoundarySource boundary;
  private final N5Dataset labels;
  private final Path tables;

  /// A segmentation that has not begun.
  ///
  /// @param volume the whole volume, from voxel 0
  /// @param labels where the segment ids go, `uint64`, of the volume's size
  /// @param tables folder of the tables, of this segmentation alone
  public BlockSegmentation(
      SegmentationPlan plan, Box volume, BoundarySource boundary, N5Dataset labels, Path tables) {
    this.plan = plan;
    this.volume = volume;
    this.boundary = boundary;
    this.labels = labels;
    this.tables = tables;
  }

  /// The blocks of the volume.
  public List<Box> blocks() {
    return volume.blocks(plan.block().get(0), plan.block().get(1), plan.block().get(2));
  }

  /// Greatest memory of one thread in bytes.
  public long memoryBytesPerThread() {
    long voxels = 1;
    for (int a = 0; a < 3; a++) {
      voxels *= plan.block().get(a) + 2L * plan.margin().get(a);
    }
    return Math.min(voxels, volume.voxels()) * 40;
  }

  /// Segments all blocks that are not done yet and joins them.
  ///
  /// @return all tables, as [#tables] lists them
  public List<Path> run(int threads, BlockRunner.Listener listener) throws Exception {
    BlockRunner.run(
        blocks(),
        threads,
        block -> {
          if (!Files.exists(tableOf(block))) {
            segment(block);
          }
        },
        listener);
    FaceContacts faces = new FaceContacts(plan, volume, this::evidenceOf, labels, this::overlapOf);
    BlockRunner.run(
        blocks(),
        threads,
        block -> {
          if (!Files.exists(facesOf(block))) {
            faces.table(block).write(facesOf(block));
          }
        },
        block -> {});
    return tables();
  }

  /// The tables that a finished segmentation has: those of all blocks, then those of their faces.
  public List<Path> tables() {
    List<Box> blocks = blocks();
    return Stream.concat(blocks.stream().map(this::tableOf), blocks.stream().map(this::facesOf))
        .toList();
  }

  private void segment(Box block) throws IOException {
    Box read =
        block
            .grow(plan.margin().get(0), plan.margin().get(1), plan.margin().get(2))
            .intersect(volume);
    BoundaryMap around = evidence(BoundaryMap.of(read, boundary.read(read)));
    int[] wide =
        switch (plan.method()) {
          case SegmentationPlan.Ridge m -> Watershed.withRidge(around, m.parameters());
          case SegmentationPlan.Seeded m ->
              Watershed.seeded(around, plan.voxelSize(), m.parameters());
        };
    int[] own = Watershed.cut(wide, read, block, connectivity());
    FaceOverlap.of(wide, read, own, block).write(overlapOf(block));
    write(own, block);
    new Table(segments(own, block), pieces(own, around.cut(block))).write(tableOf(block));
  }

  /// Ridges are voxels, so their evidence is one value a voxel; affinities stay between voxels.
  private BoundaryMap evidence(BoundaryMap map) {
    return switch (plan.method()) {
      case SegmentationPlan.Ridge _ -> map.gathered();
      case SegmentationPlan.Seeded _ -> map;
    };
  }

  /// The evidence of a box as a block that holds it with a margin would see it.
  private BoundaryMap evidenceOf(Box box) {
    Box read = box.grow(GATHERED_FROM, GATHERED_FROM, GATHERED_FROM).intersect(volume);
    return evidence(BoundaryMap.of(read, boundary.read(read))).cut(box);
  }

  private Connectivity connectivity() {
    return switch (plan.method()) {
      case SegmentationPlan.Ridge _ -> Connectivity.ALL_26;
      case SegmentationPlan.Seeded _ -> Connectivity.FACES_6;
    };
  }

  private void write(int[] own, Box block) {
    long[] ids = new long[own.length];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = own[i] == 0 ? 0 : id(block, own[i]);
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
              id(block, s),
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
              new SegmentRow.Covariance(c[0], c[3], c[4], c[1], c[5], c[2])));
    }
    return rows;
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
              id(map.box(), contacts.a(i)),
              id(map.box(), contacts.b(i)),
              number,
              contacts.areaUm2(i),
              contacts.voxels(i),
              (contacts.x(i) + o.get(0)) * nm.xNm(),
              (contacts.y(i) + o.get(1)) * nm.yNm(),
              (contacts.z(i) + o.get(2)) * nm.zNm(),
              false,
              (float) contacts.boundary(i),
              contacts.faces(i)));
    }
    return pieces;
  }

  private long id(Box block, int number) {
    return SegmentId.pack(
        (int) (block.x0() / plan.block().get(0)),
        (int) (block.y0() / plan.block().get(1)),
        (int) (block.z0() / plan.block().get(2)),
        number);
  }

  private Path tableOf(Box block) {
    return tables.resolve(name(block) + ".table");
  }

  private Path facesOf(Box block) {
    return tables.resolve(name(block) + ".faces");
  }

  private Path overlapOf(Box block) {
    return tables.resolve(name(block) + ".overlap");
  }

  private static String name(Box block) {
    return block.x0() + "-" + block.y0() + "-" + block.z0();
  }
}
