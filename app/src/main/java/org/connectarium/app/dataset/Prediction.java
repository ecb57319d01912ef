package org.connectarium.app.dataset;

/// How the boundary map is predicted.
///
/// @param symmetries of the input over which the prediction is averaged, 1 = none
/// @param engine what computes the network
public record Prediction(int symmetries, Engine engine) {
  /// What computes a network.
  public enum Engine {
    /// The card if there is one that can be used, else Deeplearning4j.
    AUTO,
    /// Deeplearning4j on the processor.
    DL4J,
    /// An NVIDIA card.
    CUDA
  }
}
