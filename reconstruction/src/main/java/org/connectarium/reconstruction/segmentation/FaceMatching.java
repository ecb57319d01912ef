package org.connectarium.reconstruction.segmentation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.connectarium.ingest.volume.Box;
import org.connectarium.reconstruction.components.Components;
import org.connectarium.reconstruction.grid.Connectivity;
import org.connectarium.reconstruction.grid.Grid;

/// Which segments at both sides of a block face are one object cut in two, by the plane of voxels
/// just beyond the face, which both blocks have segmented.
///
/// Patches (connected parts of one segment in the plane) of the one block and of the other are
/// compared; the segments that own patches that match are one object. Borders of two blocks differ
/// by a voxel here and there; the slivers between them must match nothing.
///
/// - Where a watershed is local, so that both blocks give the same segments but for such slivers,
///   two patches match if one lies in the other, but for a tenth of it. The other may have grown
///   together with more of them beyond this block.
/// - Where it is not (seeds in the middle of cells larger than the margin), they match if they
///   share at least half of the larger one: of two blocks that disagree none may join what the
///   other keeps apart.
final class FaceMatching {
  private final Set<Long> same = new HashSet<>();

  /// @param near how the block before the face sees the plane
  /// @param there numbers of the segments of the block behind it, in the plane
  /// @param plane the voxels
  /// @param local whether both blocks give the same segments but for slivers
  FaceMatching(FaceOverlap.Plane near, int[] there, Box plane, boolean local) {
    if (near.patch().length == 0) {
      return;
    }
    int[] behind = Components.of(there, Grid.of(plane), Connectivity.FACES_6).labels();
    int[] sizeNear = sizes(near.patch());
    int[] sizeBehind = sizes(behind);
    int[] number = new int[sizeBehind.length];
    Map<Long, Integer> shared = new HashMap<>();
    for (int i = 0; i < behind.length; i++) {
      number[behind[i]] = there[i];
      if (behind[i] != 0 && near.patch()[i] != 0) {
        shared.merge(pair(near.patch()[i], behind[i]), 1, Integer::sum);
      }
    }
    Map<Integer, Set<Integer>> owners = new HashMap<>();
    for (int i = 0; i < near.owner().length; i += 2) {
      owners.computeIfAbsent(near.owner()[i], _ -> new HashSet<>()).add(near.owner()[i + 1]);
    }
    shared.forEach(
        (patches, voxels) -> {
          int one = (int) (patches >>> 32);
          int other = patches.intValue();
          int least = Math.min(sizeNear[one], sizeBehind[other]);
          int most = Math.max(sizeNear[one], sizeBehind[other]);
          if (local ? 10L * voxels >= 9L * least : 2 * voxels >= most) {
            for (int owner : owners.getOrDefault(one, Set.of())) {
              same.add(pair(owner, number[other]));
            }
          }
        });
  }

  /// Whether segments with these numbers are one object.
  boolean isSame(int before, int behind) {
    return same.contains(pair(before, behind));
  }

  private static int[] sizes(int[] patches) {
    int[] sizes = new int[1 + Arrays.stream(patches).max().orElse(0)];
    for (int patch : patches) {
      sizes[patch]++;
    }
    return sizes;
  }

  private static long pair(int one, int other) {
    return ((long) one << 32) | other;
  }
}
