package org.connectarium.reconstruction.segmentation;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.connectarium.graph.id.SegmentId;
import org.connectarium.graph.sink.ContactRow;
import org.connectarium.ingest.n5.N5Dataset;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;
import org.connectarium.reconstruction.block.BlockTask;
import org.connectarium.reconstruction.contact.EvidenceLevels;
import org.connectarium.reconstruction.grid.BoundaryMap;

/// The contacts between segments at both sides of a block face.
///
/// Two segments that touch across a face are one object cut in two, `face = true`, if
/// [FaceMatching] says so; every other touching pair is an ordinary contact with its mean boundary
/// evidence. The area is that of the voxel faces, as the plane is flat, and the normal is the axis:
/// the block before a face has the lower ids.
final class FaceContacts implements BlockTask {
  private final BlockFiles files;
  private final SegmentationPlan plan;
  private final Evidence evidence;
  private final N5Dataset labels;

  FaceContacts(BlockFiles files) {
    this.files = files;
    plan = files.plan();
    evidence = Evidence.open(files);
    labels = files.labels().open();
  }

  @Override
  public boolean isDone(Box block) {
    return Files.isRegularFile(files.facesOf(block));
  }

  @Override
  public void run(Box block) {
    table(block).write(files.facesOf(block));
  }

  /// A pair of segments across one face.
  record Pair(long low, long high) implements Comparable<Pair> {
    @Override
    public int compareTo(Pair o) {
      return low != o.low ? Long.compare(low, o.low) : Long.compare(high, o.high);
    }
  }

  /// Sums over the voxel faces of a pair.
  private static final class Sums {
    long faces;
    boolean same;
    long level;
    final EvidenceLevels levels = new EvidenceLevels();
    double x;
    double y;
    double z;
  }

  /// The border pieces across the far faces of a block; all blocks must be segmented.
  private Table table(Box block) {
    List<Piece> pieces = new ArrayList<>();
    FaceOverlap overlap = FaceOverlap.read(files.overlapOf(block));
    for (int axis = 0; axis < 3; axis++) {
      addFace(block, axis, overlap.planes().get(axis), pieces);
    }
    pieces.sort(Comparator.comparingLong(Piece::lowId).thenComparingLong(Piece::highId));
    return new Table(List.of(), pieces);
  }

  private void addFace(Box block, int axis, FaceOverlap.Plane plane, List<Piece> pieces) {
    Box near = FaceOverlap.farFace(block, axis);
    Box far = FaceOverlap.beyond(near, axis);
    if (!files.volume().contains(far)) {
      return;
    }
    long[] here = labels.readLongs(near);
    long[] there = labels.readLongs(far);
    BoundaryMap map = evidence.within(far);
    boolean affinity = map.isAffinity();
    byte[] level = map.boundary();
    byte[] levelHere = evidence.within(near).boundary();
    FaceMatching matching = new FaceMatching(plane, numbers(there), far, plan.isLocal());
    Map<Pair, Sums> sums = new TreeMap<>();
    int i = 0;
    for (long z = near.z0(); z < near.z1(); z++) {
      for (long y = near.y0(); y < near.y1(); y++) {
        for (long x = near.x0(); x < near.x1(); x++, i++) {
          if (here[i] != 0 && there[i] != 0) {
            Pair pair = new Pair(Math.min(here[i], there[i]), Math.max(here[i], there[i]));
            Sums s = sums.computeIfAbsent(pair, _ -> new Sums());
            s.same = matching.isSame(number(here[i]), number(there[i]));
            s.faces++;
            // channel 0, 1, 2 links along z, y, x
            int between =
                affinity
                    ? level[(2 - axis) * here.length + i] & 0xff
                    : Math.max(level[i] & 0xff, levelHere[i] & 0xff);
            s.level += between;
            s.levels.add(between);
            s.x += x + (axis == 0 ? 0.5 : 0);
            s.y += y + (axis == 1 ? 0.5 : 0);
            s.z += z + (axis == 2 ? 0.5 : 0);
          }
        }
      }
    }
    sums.forEach((pair, s) -> pieces.add(piece(pair, s, axis)));
  }

  private static int[] numbers(long[] ids) {
    return Arrays.stream(ids).mapToInt(FaceContacts::number).toArray();
  }

  /// The number of a segment in its block, 0 for no segment.
  static int number(long id) {
    return (int) (id & SegmentId.MAX_NUMBER);
  }

  private Piece piece(Pair pair, Sums s, int axis) {
    VoxelSize nm = plan.voxelSize();
    double faceNm2 =
        switch (axis) {
          case 0 -> nm.yNm() * nm.zNm();
          case 1 -> nm.xNm() * nm.zNm();
          default -> nm.xNm() * nm.yNm();
        };
    return new Piece(
        pair.low,
        pair.high,
        0,
        s.faces * faceNm2 * 1e-6,
        2 * s.faces,
        (s.x / s.faces + plan.offset().get(0)) * nm.xNm(),
        (s.y / s.faces + plan.offset().get(1)) * nm.yNm(),
        (s.z / s.faces + plan.offset().get(2)) * nm.zNm(),
        new ContactRow.Normal(axis == 0 ? 1 : 0, axis == 1 ? 1 : 0, axis == 2 ? 1 : 0),
        s.same,
        (float) (s.level / 255.0 / s.faces),
        new ContactRow.Spread(
            (float) (s.levels.deviation() / 255),
            s.levels.quantile(0),
            s.levels.quantile(0.25),
            s.levels.quantile(0.5),
            s.levels.quantile(0.75),
            s.levels.quantile(1)),
        s.faces);
  }
}
