package org.connectarium.app.bench;

/// The least time a unit of work can take, by counting operations or bytes.
///
/// @param nanosPerUnit on one core
/// @param threads that share the work
/// @param reason how it was counted
record Floor(double nanosPerUnit, int threads, String reason) {
  double seconds(long units) {
    return units * nanosPerUnit / threads / 1e9;
  }
}
