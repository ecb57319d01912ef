package org.connectarium.reconstruction.cuda;

/// Lays weights out as the kernels read them. All results are halves; the last axis is fastest.
///
/// A *core* is 8 rows by 8 values of the summed axis, the piece in which the matrix units read
/// shared memory. A *fragment* is the right factor of a product 16 × 16 times 16 × 8 as one warp
/// holds it: 32 lanes of 4 halves, lane l holding rows 2·(l mod 4), the next, and these plus 8, of
/// column l / 4.
final class WeightPacking {
  private static final int NONE = -1;
  private static final int[] ROLLING_SLOTS = {NONE, 2, 1, 0, NONE, 2, 1};
  private static final int[] PAIR_SLOTS = {NONE, 2, 1, 0, NONE};

  private WeightPacking() {}

  /// For `rolling_*`: (tap y, tap x, in / 16, 2, 7 taps of z, out / 8, core), 3 × 3 × 3 taps and
  /// 16 channels out.
  static short[] rolling(ConvolutionWeights w) {
    var to = new HalfWriter(9 * w.in() / 16 * 2 * ROLLING_SLOTS.length * 2 * 64);
    for (int yx = 0; yx < 9; yx++) {
      for (int block = 0; block < w.in() / 8; block++) {
        for (int z : ROLLING_SLOTS) {
          for (int group = 0; group < 2; group++) {
            core(to, w, group, block, z == NONE ? NONE : z * 9 + yx);
          }
        }
      }
    }
    return to.values();
  }

  /// For `chunked_32*`: (in / 16, tap of the other axes, 2, 5 taps of the first axis, out / 8,
  /// core), 3 × 3 × 3 or 3 × 3 taps, 32 out.
  static short[] chunkedPairs(ConvolutionWeights w) {
    int others = w.taps() / 3;
    var to = new HalfWriter(w.in() / 16 * others * 2 * PAIR_SLOTS.length * 4 * 64);
    for (int chunk = 0; chunk < w.in() / 16; chunk++) {
      for (int tap = 0; tap < others; tap++) {
        for (int half = 0; half < 2; half++) {
          for (int slot : PAIR_SLOTS) {
            for (int group = 0; group < 4; group++) {
              core(to, w, group, chunk * 2 + half, slot == NONE ? NONE : slot * others + tap);
            }
          }
        }
      }
    }
    return to.values();
  }

  /// For `chunked_64*`: (out / 64, in / 16, tap, 2, 8, core), 3 × 3 × 3 or 3 × 3 taps, out a
  /// multiple of 64.
  static short[] chunked(ConvolutionWeights w) {
    var to = new HalfWriter(w.out() * w.in() * w.taps());
    for (int rows = 0; rows < w.out() / 64; rows++) {
      for (int chunk = 0; chunk < w.in() / 16; chunk++) {
        for (int tap = 0; tap < w.taps(); tap++) {
          for (int half = 0; half < 2; half++) {
            for (int group = 0; group < 8; group++) {
              core(to, w, rows * 8 + group, chunk * 2 + half, tap);
            }
          }
        }
      }
    }
    return to.values();
  }

  /// For `convolution`: (out / 64, tap, in / 16, 8, fragment), out a multiple of 64.
  static short[] general(ConvolutionWeights w) {
    var to = new HalfWriter(w.out() * w.in() * w.taps());
    for (int rows = 0; rows < w.out() / 64; rows++) {
      for (int tap = 0; tap < w.taps(); tap++) {
        for (int chunk = 0; chunk < w.in() / 16; chunk++) {
          for (int tile = 0; tile < 8; tile++) {
            fragment(to, w, rows * 8 + tile, chunk, tap);
          }
        }
      }
    }
    return to.values();
  }

  /// For `up_*`: (position z, y, x, out / 8, in / 16, fragment); the positions are the taps.
  static short[] up(ConvolutionWeights w) {
    var to = new HalfWriter(w.out() * w.in() * w.taps());
    for (int tap = 0; tap < w.taps(); tap++) {
      for (int tile = 0; tile < w.out() / 8; tile++) {
        for (int chunk = 0; chunk < w.in() / 16; chunk++) {
          fragment(to, w, tile, chunk, tap);
        }
      }
    }
    return to.values();
  }

  /// For `first_*`: (out / 8, 5, 32 lanes, 2), 3 × 3 × 3 taps, one channel in. The summed axis is
  /// (tap z, y) by four voxels along x, of which the last weighs nothing.
  static short[] first(ConvolutionWeights w) {
    var to = new HalfWriter(w.out() / 8 * 5 * 64);
    for (int tile = 0; tile < w.out() / 8; tile++) {
      for (int block = 0; block < 5; block++) {
        for (int lane = 0; lane < 32; lane++) {
          for (int k = 2 * (lane % 4); k < 2 * (lane % 4) + 2; k++) {
            int zy = 2 * block + k / 4;
            to.add(zy < 9 && k % 4 < 3 ? w.at(8 * tile + lane / 4, 0, zy * 3 + k % 4) : 0);
          }
        }
      }
    }
    return to.values();
  }

  private static void core(HalfWriter to, ConvolutionWeights w, int group, int block, int tap) {
    for (int row = 0; row < 8; row++) {
      for (int k = 0; k < 8; k++) {
        to.add(tap == NONE ? 0 : w.at(8 * group + row, 8 * block + k, tap));
      }
    }
  }

  private static void fragment(HalfWriter to, ConvolutionWeights w, int tile, int chunk, int tap) {
    for (int lane = 0; lane < 32; lane++) {
      for (int i = 0; i < 4; i++) {
        int k = 2 * (lane % 4) + i % 2 + i / 2 * 8;
        to.add(w.at(8 * tile + lane / 4, 16 * chunk + k, tap));
      }
    }
  }

  /* Fills an array of halves. */
  private static final class HalfWriter {
    private final short[] values;
    private int next;

    HalfWriter(int size) {
      values = new short[size];
    }

    void add(float value) {
      values[next++] = Float.floatToFloat16(value);
    }

    short[] values() {
      return values;
    }
  }
}
