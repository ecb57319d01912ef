package org.connectarium.reconstruction.segmentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.connectarium.ingest.n5.N5Dataset;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.ingest.volume.Box;
import org.connectarium.reconstruction.contact.BorderVoxels;
import org.connectarium.reconstruction.grid.BoundaryMap;

/// The border pieces of finished blocks once more, now with their voxels: in the order of the
/// block's table and of that of its faces.
///
/// A piece inside a block has its interface voxels (see `Contacts`), one across a face the voxels
/// at
/// both sides of the face. Any number of threads may ask.
public final class BlockBorders {
  private final BlockFiles files;
  private final Evidence evidence;
  private final N5Dataset labels;

  BlockBorders(BlockFiles files) {
    this.files = files;
    evidence = Evidence.open(files);
    labels = files.labels().open();
  }

  /// One border piece.
  ///
  /// @param piece as the table has it
  /// @param voxels plain indices in the box that was asked for, ascending
  @SuppressWarnings("ArrayRecordComponent") // a carrier of bulk data, never compared
  public record Border(Piece piece, int[] voxels) {}

  /// All pieces of a block and across its far faces.
  ///
  /// @param around a box that holds the block and one voxel more at its far faces, as far as the
  ///     volume goes; indices count in it
  /// @throws BadInputException if the tables do not fit the segments
  public List<Border> of(Box block, Box around) {
    List<Border> borders = new ArrayList<>();
    inside(block, around, borders);
    across(block, around, borders);
    return borders;
  }

  /// The boundary evidence of a box inside the volume as the segmentation saw it, one value a
  // voxel.
  public byte[] evidence(Box box) {
    return evidence.within(box).perVoxel();
  }

  private void inside(Box block, Box around, List<Border> borders) {
    BoundaryMap map = evidence.within(block);
    BorderVoxels found = BorderVoxels.between(numbers(labels.readLongs(block)), map);
    List<Piece> pieces = Table.read(files.tableOf(block)).pieces();
    if (pieces.size() != found.size()) {
      throw new BadInputException(
          "Block "
              + block
              + " has "
              + found.size()
              + " border pieces but its table "
              + pieces.size()
              + "; run the segmentation again with --from segment");
    }
    for (int i = 0; i < found.size(); i++) {
      borders.add(new Border(pieces.get(i), moved(found.voxels(i), block, around)));
    }
  }

  private static int[] numbers(long[] ids) {
    int[] numbers = new int[ids.length];
    for (int i = 0; i < ids.length; i++) {
      numbers[i] = FaceContacts.number(ids[i]);
    }
    return numbers;
  }

  private static int[] moved(int[] voxels, Box from, Box to) {
    int[] out = new int[voxels.length];
    int sizeX = (int) from.sizeX();
    int sizeY = (int) from.sizeY();
    for (int i = 0; i < out.length; i++) {
      int x = voxels[i] % sizeX;
      int y = voxels[i] / sizeX % sizeY;
      int z = voxels[i] / sizeX / sizeY;
      out[i] = index(to, from.x0() + x, from.y0() + y, from.z0() + z);
    }
    return out;
  }

  private static int index(Box box, long x, long y, long z) {
    return (int) (((z - box.z0()) * box.sizeY() + y - box.y0()) * box.sizeX() + x - box.x0());
  }

  private void across(Box block, Box around, List<Border> borders) {
    Map<FaceContacts.Pair, List<Integer>> voxels = new TreeMap<>();
    for (int axis = 0; axis < 3; axis++) {
      addFace(block, around, axis, voxels);
    }
    for (Piece piece : Table.read(files.facesOf(block)).pieces()) {
      List<Integer> found =
          voxels.getOrDefault(new FaceContacts.Pair(piece.lowId(), piece.highId()), List.of());
      borders.add(new Border(piece, found.stream().mapToInt(Integer::intValue).sorted().toArray()));
    }
  }

  private void addFace(
      Box block, Box around, int axis, Map<FaceContacts.Pair, List<Integer>> voxels) {
    Box near = FaceOverlap.farFace(block, axis);
    Box far = FaceOverlap.beyond(near, axis);
    if (!files.volume().contains(far)) {
      return;
    }
    long[] here = labels.readLongs(near);
    long[] there = labels.readLongs(far);
    int i = 0;
    for (long z = near.z0(); z < near.z1(); z++) {
      for (long y = near.y0(); y < near.y1(); y++) {
        for (long x = near.x0(); x < near.x1(); x++, i++) {
          if (here[i] != 0 && there[i] != 0) {
            List<Integer> list =
                voxels.computeIfAbsent(
                    new FaceContacts.Pair(here[i], there[i]), _ -> new ArrayList<>());
            list.add(index(around, x, y, z));
            list.add(
                index(
                    around,
                    x + (axis == 0 ? 1 : 0),
                    y + (axis == 1 ? 1 : 0),
                    z + (axis == 2 ? 1 : 0)));
          }
        }
      }
    }
  }
}
