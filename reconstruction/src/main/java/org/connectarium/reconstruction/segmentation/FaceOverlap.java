package org.connectarium.reconstruction.segmentation;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.connectarium.ingest.file.WholeFile;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.ingest.volume.Box;

/// What a block knows of its neighbours: for the plane of voxels just beyond each of its three far
/// faces, the number of its own segment that goes on there, or 0.
///
/// ```
///      this block | margin          a segment goes on into plane p where the label
///   . . a a a a a | a a . .         before cropping is the same at both sides of the face
///                   p
/// ```
///
/// @param planes for x, y, z: numbers at the plane beyond the far face, the two other axes in order
///     z, y, x with x fastest; of length 0 where the margin does not reach beyond the face
@SuppressWarnings("ArrayRecordComponent") // a carrier of bulk data, never compared
record FaceOverlap(int[][] planes) {
  static FaceOverlap of(int[] wide, Box read, int[] own, Box block) {
    int[][] planes = new int[3][];
    boolean[] reaches = {read.x1() > block.x1(), read.y1() > block.y1(), read.z1() > block.z1()};
    for (int axis = 0; axis < 3; axis++) {
      planes[axis] = reaches[axis] ? plane(wide, read, own, block, axis) : new int[0];
    }
    return new FaceOverlap(planes);
  }

  private static int[] plane(int[] wide, Box read, int[] own, Box block, int axis) {
    Box face = farFace(block, axis);
    int[] out = new int[face.arrayLength()];
    long wideX = read.sizeX();
    long wideXy = wideX * read.sizeY();
    long[] beyond = {1, wideX, wideXy};
    int i = 0;
    for (long z = face.z0(); z < face.z1(); z++) {
      for (long y = face.y0(); y < face.y1(); y++) {
        for (long x = face.x0(); x < face.x1(); x++, i++) {
          int at = (int) ((z - read.z0()) * wideXy + (y - read.y0()) * wideX + (x - read.x0()));
          int label = wide[at];
          if (label != 0 && label == wide[(int) (at + beyond[axis])]) {
            out[i] =
                own[
                    (int)
                        (((z - block.z0()) * block.sizeY() + (y - block.y0())) * block.sizeX()
                            + (x - block.x0()))];
          }
        }
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

  void write(Path file) {
    WholeFile.stream(
        file,
        stream -> {
          DataOutputStream out = new DataOutputStream(stream);
          for (int[] plane : planes) {
            out.writeInt(plane.length);
            for (int number : plane) {
              out.writeInt(number);
            }
          }
        });
  }

  static FaceOverlap read(Path file) {
    try (var in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      int[][] planes = new int[3][];
      for (int axis = 0; axis < 3; axis++) {
        planes[axis] = new int[in.readInt()];
        for (int i = 0; i < planes[axis].length; i++) {
          planes[axis][i] = in.readInt();
        }
      }
      return new FaceOverlap(planes);
    } catch (EOFException | NegativeArraySizeException e) {
      throw new BadInputException(
          file + " is damaged; run the segmentation again with --from segment", e);
    } catch (IOException e) {
      throw new BadInputException("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }
}
