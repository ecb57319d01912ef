package org.connectarium.reconstruction.texture;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The voxels that a one-dimensional filter reads for one row of its result: those before and after
/// each one along z, y or x, as distances within one array; and the filters themselves.
///
/// Two vectors of voxels at a time, with the sums in registers until all taps are done. Each sum
/// runs from the centre outwards, so that values do not depend on what else is computed, nor on how
/// long vectors are. Results are written in whole steps of [#STEP] values: the last ones, beyond
/// what was asked for, mean nothing.
///
/// A loop that calls a filter stands in a method of its own, without other work: within a longer
/// one the compiler gives up before it has turned vectors into registers, and the loop takes five
/// times as long.
final class Window {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  /// Values that are computed at a time.
  static final int STEP = 2 * LANES;

  private final int half;
  /* From the centre to the voxel so many before and after. */
  private final int[] before;
  private final int[] after;
  private float[] values = new float[0];
  private int centre;
  private int count;

  Window(int half) {
    this.half = half;
    before = new int[half + 1];
    after = new int[half + 1];
  }

  /// Neighbours `apart` from each other in an array.
  ///
  /// @param values which
  /// @param centre of the first voxel of the result
  Window every(int apart, float[] values, int centre) {
    for (int i = 1; i <= half; i++) {
      before[i] = -i * apart;
      after[i] = i * apart;
    }
    return at(values, centre);
  }

  /// Neighbours in a ring of rows, as many as the window has.
  ///
  /// @param first where the row in place 0 begins
  /// @param apart from one row to the next
  /// @param place of the centre, of the ring or counted on
  Window ring(int apart, float[] values, int first, int place) {
    int length = 2 * half + 1;
    int middle = Math.floorMod(place, length);
    for (int i = 1; i <= half; i++) {
      before[i] = (Math.floorMod(middle - i, length) - middle) * apart;
      after[i] = (Math.floorMod(middle + i, length) - middle) * apart;
    }
    return at(values, first + middle * apart);
  }

  private Window at(float[] values, int centre) {
    this.values = values;
    this.centre = centre;
    return this;
  }

  /// How many voxels to filter.
  Window count(int count) {
    this.count = count;
    return this;
  }

  /// Smooths.
  ///
  /// @param to where the results begin
  void smooth(Kernel kernel, float[] smooth, int to) {
    float[] weights = kernel.smooth;
    for (int x = 0; x < count; x += STEP) {
      int at = centre + x;
      FloatVector sum1 = load(at).mul(weights[0]);
      FloatVector sum2 = load(at + LANES).mul(weights[0]);
      for (int i = 1; i <= half; i++) {
        int low = at + before[i];
        int high = at + after[i];
        FloatVector low1 = load(low);
        FloatVector low2 = load(low + LANES);
        FloatVector high1 = load(high);
        FloatVector high2 = load(high + LANES);
        FloatVector w = FloatVector.broadcast(SPECIES, weights[i]);
        sum1 = w.fma(low1.add(high1), sum1);
        sum2 = w.fma(low2.add(high2), sum2);
      }
      sum1.intoArray(smooth, to + x);
      sum2.intoArray(smooth, to + x + LANES);
    }
  }

  /// Smooths, and the first derivative.
  void smoothAndSlope(Kernel kernel, float[] smooth, float[] slope, int to) {
    for (int x = 0; x < count; x += STEP) {
      int at = centre + x;
      FloatVector sum1 = load(at).mul(kernel.smooth[0]);
      FloatVector sum2 = load(at + LANES).mul(kernel.smooth[0]);
      FloatVector step1 = FloatVector.zero(SPECIES);
      FloatVector step2 = step1;
      for (int i = 1; i <= half; i++) {
        int low = at + before[i];
        int high = at + after[i];
        FloatVector low1 = load(low);
        FloatVector low2 = load(low + LANES);
        FloatVector high1 = load(high);
        FloatVector high2 = load(high + LANES);
        FloatVector w = FloatVector.broadcast(SPECIES, kernel.smooth[i]);
        FloatVector d = FloatVector.broadcast(SPECIES, kernel.slope[i]);
        sum1 = w.fma(low1.add(high1), sum1);
        sum2 = w.fma(low2.add(high2), sum2);
        step1 = d.fma(high1.sub(low1), step1);
        step2 = d.fma(high2.sub(low2), step2);
      }
      sum1.intoArray(smooth, to + x);
      sum2.intoArray(smooth, to + x + LANES);
      step1.intoArray(slope, to + x);
      step2.intoArray(slope, to + x + LANES);
    }
  }

  /// Smooths, and the first and second derivative.
  void smoothSlopeAndCurve(Kernel kernel, float[] smooth, float[] slope, float[] curve, int to) {
    for (int x = 0; x < count; x += STEP) {
      int at = centre + x;
      FloatVector centre1 = load(at);
      FloatVector centre2 = load(at + LANES);
      FloatVector sum1 = centre1.mul(kernel.smooth[0]);
      FloatVector sum2 = centre2.mul(kernel.smooth[0]);
      FloatVector bend1 = centre1.mul(kernel.curve[0]);
      FloatVector bend2 = centre2.mul(kernel.curve[0]);
      FloatVector step1 = FloatVector.zero(SPECIES);
      FloatVector step2 = step1;
      for (int i = 1; i <= half; i++) {
        int low = at + before[i];
        int high = at + after[i];
        FloatVector low1 = load(low);
        FloatVector low2 = load(low + LANES);
        FloatVector high1 = load(high);
        FloatVector high2 = load(high + LANES);
        FloatVector w = FloatVector.broadcast(SPECIES, kernel.smooth[i]);
        FloatVector d = FloatVector.broadcast(SPECIES, kernel.slope[i]);
        FloatVector c = FloatVector.broadcast(SPECIES, kernel.curve[i]);
        FloatVector both1 = low1.add(high1);
        FloatVector both2 = low2.add(high2);
        sum1 = w.fma(both1, sum1);
        sum2 = w.fma(both2, sum2);
        bend1 = c.fma(both1, bend1);
        bend2 = c.fma(both2, bend2);
        step1 = d.fma(high1.sub(low1), step1);
        step2 = d.fma(high2.sub(low2), step2);
      }
      sum1.intoArray(smooth, to + x);
      sum2.intoArray(smooth, to + x + LANES);
      step1.intoArray(slope, to + x);
      step2.intoArray(slope, to + x + LANES);
      bend1.intoArray(curve, to + x);
      bend2.intoArray(curve, to + x + LANES);
    }
  }

  private FloatVector load(int at) {
    return FloatVector.fromArray(SPECIES, values, at);
  }
}
