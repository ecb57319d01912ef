package org.connectarium.reconstruction.network;

/// What a layer does to each value after its sum.
public enum Activation {
  /// Nothing.
  IDENTITY,
  /// max(0, x).
  RELU,
  /// 1.7159·tanh(0.66·x), the activation of SegEM.
  SCALED_TANH,
  /// x above 0, eˣ − 1 below.
  ELU
}
