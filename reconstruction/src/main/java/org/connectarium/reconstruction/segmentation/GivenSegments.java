package org.connectarium.reconstruction.segmentation;

import java.util.HashMap;
import java.util.Map;
import org.connectarium.ingest.n5.N5Dataset;
import org.connectarium.ingest.volume.Box;

/// Segments of others as the labels of a block: 1…n for ids in the order of their first voxels, so
/// that ids of any size take part.
final class GivenSegments {
  private GivenSegments() {}

  static int[] of(N5Dataset ids, Box box) {
    long[] given = ids.readLongs(box);
    int[] labels = new int[given.length];
    Map<Long, Integer> numbers = new HashMap<>();
    long last = 0;
    int label = 0;
    for (int i = 0; i < given.length; i++) {
      if (given[i] != last) {
        last = given[i];
        label = last == 0 ? 0 : numbers.computeIfAbsent(last, _ -> numbers.size() + 1);
      }
      labels[i] = label;
    }
    return labels;
  }
}
