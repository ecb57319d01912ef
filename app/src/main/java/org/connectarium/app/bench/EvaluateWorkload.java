package org.connectarium.app.bench;

import java.util.Locale;
import org.connectarium.analysis.evaluation.Contingency;
import org.connectarium.analysis.evaluation.SegmentationMetrics;

/// Variation of information and Rand error of two label volumes in memory, block by block, one
/// thread.
final class EvaluateWorkload implements Workload {
  private static final int BLOCK = 128;
  private static final int CELL = 24;
  private final int edge;
  private double bits;

  EvaluateWorkload(Setting setting) {
    edge = setting.size().edge();
  }

  @Override
  public String what() {
    return "variation of information of two label volumes of " + edge + "³, blocks in memory";
  }

  @Override
  public String unit() {
    return "voxel";
  }

  @Override
  public long units() {
    return (long) edge * edge * edge;
  }

  @Override
  public Floor floor() {
    return new Floor(1.6, 1, "two labels of 8 bytes a voxel, read once at 10 GB/s");
  }

  /* One block is made and counted at the place of each; cells are boxes, shifted in the truth. */
  @Override
  public void run() {
    Contingency table = new Contingency();
    long[] segments = new long[BLOCK * BLOCK * BLOCK];
    long[] truth = new long[segments.length];
    int blocks = edge / BLOCK;
    for (int block = 0; block < blocks * blocks * blocks; block++) {
      for (int i = 0; i < segments.length; i++) {
        int x = i % BLOCK;
        int y = i / BLOCK % BLOCK;
        int z = i / BLOCK / BLOCK;
        segments[i] = cell(block, x, y, z, CELL);
        truth[i] = cell(block, x + 5, y + 7, z + 3, CELL + 8);
      }
      table.add(segments, truth);
    }
    bits = SegmentationMetrics.of(table).viBits();
  }

  private static long cell(int block, int x, int y, int z, int cell) {
    return 1 + block * 1000L + x / cell + (y / cell) * 10L + (z / cell) * 100L;
  }

  @Override
  public String found() {
    return String.format(Locale.ROOT, "%.4f bits", bits);
  }
}
