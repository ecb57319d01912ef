package org.connectarium.reconstruction.safetensors;

import java.util.List;

/// A named array of 32-bit floats in C order (last axis fastest).
///
/// @param shape axis lengths, slowest first; empty for a scalar
/// @param values as many values as the product of the shape
@SuppressWarnings("ArrayRecordComponent") // a carrier of bulk data, never compared
public record Tensor(List<Integer> shape, float[] values) {
  public Tensor {
    shape = List.copyOf(shape);
    long n = 1;
    for (int s : shape) {
      if (s < 0) {
        throw new IllegalArgumentException("Negative axis length in shape " + shape);
      }
      n = Math.multiplyExact(n, (long) s);
    }
    if (n != values.length) {
      throw new IllegalArgumentException(
          "Shape " + shape + " needs " + n + " values but " + values.length + " are given");
    }
  }
}
