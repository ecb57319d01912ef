package org.connectarium.reconstruction.feature;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

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
      return Math.max(0, Math.min(Math.round(value * PER_GREY), 3 * 255));
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
      int size = Math.clamp(((bits & Integer.MAX_VALUE) >>> DROPPED) - LOWEST, 0, SIDE);
      return bits < 0 ? SIDE - size : SIDE + size;
    }

    @Override
    short[] binsOf(float[] values) {
      short[] bins = new short[values.length];
      int whole = FLOATS.loopBound(values.length);
      for (int i = 0; i < whole; i += FLOATS.length()) {
        IntVector bits = FloatVector.fromArray(FLOATS, values, i).reinterpretAsInts();
        IntVector size = bits.and(Integer.MAX_VALUE).lanewise(VectorOperators.LSHR, DROPPED);
        IntVector sign = bits.lanewise(VectorOperators.ASHR, 31);
        IntVector side = size.sub(LOWEST).min(SIDE).max(0).lanewise(VectorOperators.XOR, sign);
        side.sub(sign)
            .add(SIDE)
            .convertShape(VectorOperators.I2S, SHORTS, 0)
            .reinterpretAsShorts()
            .intoArray(bins, i);
      }
      for (int i = whole; i < values.length; i++) {
        bins[i] = (short) bin(values[i]);
      }
      return bins;
    }

    @Override
    float middle(int bin) {
      int size = Math.abs(bin - SIDE);
      float middle =
          size == 0 ? 0 : Float.intBitsToFloat(((size + LOWEST) << DROPPED) + (1 << (DROPPED - 1)));
      return bin < SIDE ? -middle : middle;
    }
  };

  private static final float PER_GREY = 3;
  /* Bins on one side of 0. */
  private static final int SIDE = 32 * 26;
  /* Upper bits of 2^-12: 8 of the exponent, 5 behind the point; the first bin has number 1. */
  private static final int LOWEST = ((127 - 12) << 5) - 1;
  /* Lower bits of a value that do not matter. */
  private static final int DROPPED = 18;
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Short> SHORTS =
      VectorSpecies.of(short.class, VectorShape.forBitSize(FLOATS.vectorBitSize() / 2));

  private final int count;

  ValueBins(int count) {
    this.count = count;
  }

  /// Number of bins.
  int count() {
    return count;
  }

  /// The value in the middle of a bin.
  abstract float middle(int bin);

  /// The bin of a value, 0 … count − 1; bins rise with values.
  abstract int bin(float value);

  /// The bins of a channel.
  short[] binsOf(float[] values) {
    short[] bins = new short[values.length];
    for (int i = 0; i < values.length; i++) {
      bins[i] = (short) bin(values[i]);
    }
    return bins;
  }
}
