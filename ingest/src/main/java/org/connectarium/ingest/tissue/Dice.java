package org.connectarium.ingest.tissue;

import org.connectarium.ingest.noise.HashNoise;

/// A stream of random numbers from one hash (SplitMix64), for work that has an order of its own.
final class Dice {
  private long state;

  Dice(long seed) {
    this.state = seed;
  }

  long bits() {
    state += 0x9e3779b97f4a7c15L;
    return HashNoise.mix(state);
  }

  double unit() {
    return HashNoise.unit(bits());
  }

  double between(double low, double high) {
    return low + (high - low) * unit();
  }

  int below(int n) {
    return (int) (unit() * n);
  }

  /// Normal, by the polar form of Box and Muller.
  double normal() {
    double u = 1 - unit();
    return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * unit());
  }

  /// Poisson, for small means, by multiplying uniform numbers (Knuth).
  int poisson(double mean) {
    double limit = Math.exp(-mean);
    double product = unit();
    int n = 0;
    while (product > limit) {
      product *= unit();
      n++;
    }
    return n;
  }

  /// A direction, uniform on the sphere.
  double[] direction() {
    double cosine = between(-1, 1);
    double turn = 2 * Math.PI * unit();
    double sine = Math.sqrt(1 - cosine * cosine);
    return new double[] {sine * Math.cos(turn), sine * Math.sin(turn), cosine};
  }
}
