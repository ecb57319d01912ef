package org.connectarium.reconstruction.segmentation;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.connectarium.ingest.file.WholeFile;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.ingest.volume.Box;
import org.connectarium.reconstruction.components.Components;
import org.connectarium.reconstruction.grid.Connectivity;
import org.connectarium.reconstruction.grid.Grid;

/// What a block knows of its neighbours: how it would segment the plane of voxels just beyond each
/// of its three far faces, and which of its own segments go on there.
///
/// ```
///      this block | margin          the labels before cropping make patches in plane p;
///   . . a a a a a | a a . .         a segment owns a patch where its label is the same at both
///                   p               sides of the face
/// ```
///
/// @param planes for x, y, z
record FaceOverlap(List<Plane> planes) {
  /// One plane.
  ///
  /// @param patch of each voxel, 1…n, 0 = background; the two other axes in order z, y, x with x
  ///     fastest; of length 0 where the margin does not reach beyond the face
  /// @param owner patch and number of a segment that owns it, one after the other
  @SuppressWarnings("ArrayRecordComponent") // a carrier of bulk data, never compared
  record Plane(int[] patch, int[] owner) {}

  static FaceOverlap of(int[] wide, Box read, int[] own, Box block) {
    boolean[] reaches = {read.x1() > block.x1(), read.y1() > block.y1(), read.z1() > block.z1()};
    return new FaceOverlap(
        IntStream.range(0, 3)
            .mapToObj(
                axis ->
                    reaches[axis]
                        ? plane(wide, read, own, block, axis)
                        : new Plane(new int[0], new int[0]))
            .toList());
  }

  private static Plane plane(int[] wide, Box read, int[] own, Box block, int axis) {
    Box face = farFace(block, axis);
    Box beyond = beyond(face, axis);
    int[] here = part(wide, read, face);
    int[] there = part(wide, read, beyond);
    int[] numbers = part(own, block, face);
    int[] patch = Components.of(there, Grid.of(beyond), Connectivity.FACES_6).labels();
    TreeSet<Long> owners = new TreeSet<>();
    for (int i = 0; i < patch.length; i++) {
      if (patch[i] != 0 && here[i] == there[i]) {
        owners.add(((long) patch[i] << 32) | numbers[i]);
      }
    }
    int[] owner =
        owners.stream()
            .flatMapToInt(pair -> IntStream.of((int) (pair >>> 32), pair.intValue()))
            .toArray();
    return new Plane(patch, owner);
  }

  private static int[] part(int[] values, Box box, Box part) {
    int[] out = new int[part.arrayLength()];
    int sizeX = (int) part.sizeX();
    int i = 0;
    for (long z = part.z0() - box.z0(); z < part.z1() - box.z0(); z++) {
      for (long y = part.y0() - box.y0(); y < part.y1() - box.y0(); y++, i += sizeX) {
        long from = (z * box.sizeY() + y) * box.sizeX() + part.x0() - box.x0();
        System.arraycopy(values, (int) from, out, i, sizeX);
      }
    }
    return out;
  }

  /// The last layer of voxels of a block along an axis (0 = x, 1 = y, 2 = z).
  static Box farFace(Box b, int axis) {
    return switch (axis) {
      case 0 -> new Box(b.x1() - 1, b.y0(), b.z0(), b.x1(), b.y1(), b.z1());
      case 1 -> new Box(b.x0(), b.y1() - 1, b.z0(), b.x1(), b.y1(), b.z1());
      case 2 -> new Box(b.x0(), b.y0(), b.z1() - 1, b.x1(), b.y1(), b.z1());
      default -> throw new IllegalArgumentException("No axis " + axis);
    };
  }

  /// The layer after that.
  static Box beyond(Box farFace, int axis) {
    return farFace.translate(axis == 0 ? 1 : 0, axis == 1 ? 1 : 0, axis == 2 ? 1 : 0);
  }

  void write(Path file) {
    WholeFile.stream(
        file,
        stream -> {
          DataOutputStream out = new DataOutputStream(stream);
          for (Plane plane : planes) {
            write(out, plane.patch);
            write(out, plane.owner);
          }
        });
  }

  private static void write(DataOutputStream out, int[] values) throws IOException {
    out.writeInt(values.length);
    for (int value : values) {
      out.writeInt(value);
    }
  }

  static FaceOverlap read(Path file) {
    try (var in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      return new FaceOverlap(
          List.of(
              new Plane(values(in), values(in)),
              new Plane(values(in), values(in)),
              new Plane(values(in), values(in))));
    } catch (EOFException | NegativeArraySizeException e) {
      throw new BadInputException(
          file + " is damaged; run the segmentation again with --from segment", e);
    } catch (IOException e) {
      throw new BadInputException("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private static int[] values(DataInputStream in) throws IOException {
    int[] values = new int[in.readInt()];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readInt();
    }
    return values;
  }
}
