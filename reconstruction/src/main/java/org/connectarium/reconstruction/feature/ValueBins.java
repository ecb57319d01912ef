package org.connectarium.reconstruction.feature;

/// Bins of the values of a texture channel, fine enough that statistics over a bin's members are
/// those over its middle: a histogram takes one addition a voxel, whatever is asked of it then.
///
/// - [#GREY]: 0 … 255 in steps of 1/3; what lies outside goes into the outermost bins
/// - [#ANY]: 32 bins an octave (2.2 % wide each) from 2⁻¹² to 2¹⁴ on both sides of 0; what is
///   smaller is 0, what is larger goes into the outermost bins
enum ValueBins {
  GREY(3 * 255 + 1) {
    @Override
    int bin(float value) {
      return Math.clamp(Math.round(value * PER_GREY), 0, 3 * 255);
    }

    @Override
    float middle(int bin) {
      return bin / PER_GREY;
    }
  },
  ANY(2 * 32 * 26 + 1) {
    @Override
    int bin(float value) {
      int bits = Float.floatToRawIntBits(value);
      int size = Math.min(((bits & Integer.MAX_VALUE) >> 18) - LOWEST, SIDE);
      return size <= 0 ? SIDE : bits < 0 ? SIDE - size : SIDE + size;
    }

    @Override
    float middle(int bin) {
      int size = Math.abs(bin - SIDE);
      float middle = size == 0 ? 0 : Float.intBitsToFloat(((size + LOWEST) << 18) + (1 << 17));
      return bin < SIDE ? -middle : middle;
    }
  };

  private static final float PER_GREY = 3;
  /* Bins on one side of 0. */
  private static final int SIDE = 32 * 26;
  /* Upper bits of 2^-12: 8 of the exponent, 5 behind the point; the first bin has number 1. */
  private static final int LOWEST = ((127 - 12) << 5) - 1;

  private final int count;

  ValueBins(int count) {
    this.count = count;
  }

  /// Number of bins.
  int count() {
    return count;
  }

  /// The bin of a value, 0 … count − 1; bins rise with values.
  abstract int bin(float value);

  /// The value in the middle of a bin.
  abstract float middle(int bin);

  /// The bins of a channel.
  short[] binsOf(float[] values) {
    short[] bins = new short[values.length];
    for (int i = 0; i < values.length; i++) {
      bins[i] = (short) bin(values[i]);
    }
    return bins;
  }
}
