package org.connectarium.ingest.noise;

/// Random numbers that are pure functions of a seed and of whole coordinates, and smooth noise made
/// from them.
public final class HashNoise {
  private static final double TO_UNIT = 0x1.0p-53;

  private HashNoise() {}

  /// 64 well-mixed bits. The mixer is the finaliser of SplitMix64 (Steele, Lea, Flood, *Fast
  /// splittable pseudorandom number generators*, OOPSLA 2014,
  /// [doi:10.1145/2660193.2660195](https://doi.org/10.1145/2660193.2660195)).
  public static long bits(long seed, long x, long y, long z) {
    long h = mix(seed + 0x9e3779b97f4a7c15L * x);
    h = mix(h + 0xc2b2ae3d27d4eb4fL * y);
    return mix(h + 0x165667b19e3779f9L * z);
  }

  /// The bits of a number, well mixed: different numbers give different results.
  public static long mix(long value) {
    long h = value;
    h = (h ^ (h >>> 30)) * 0xbf58476d1ce4e5b9L;
    h = (h ^ (h >>> 27)) * 0x94d049bb133111ebL;
    return h ^ (h >>> 31);
  }

  /// A number in 0…1 from the bits of a hash.
  public static double unit(long bits) {
    return (bits >>> 11) * TO_UNIT;
  }

  /// A number of mean 0 and standard deviation 1: the sum of four uniform ones, near a normal one.
  public static double gaussian(long seed, long x, long y, long z) {
    return gaussian(bits(seed, x, y, z));
  }

  /// A number of mean 0 and standard deviation 1 from the bits of a hash.
  public static double gaussian(long bits) {
    double sum =
        (bits & 0xffff) + ((bits >>> 16) & 0xffff) + ((bits >>> 32) & 0xffff) + (bits >>> 48);
    return (sum / 65535 - 2) * Math.sqrt(3);
  }

  /// Smooth noise in −1…1 with a feature size of one unit: values at whole coordinates, blended by
  /// a cubic between them.
  public static double smooth(long seed, double x, double y, double z) {
    long ix = (long) Math.floor(x);
    long iy = (long) Math.floor(y);
    long iz = (long) Math.floor(z);
    double fx = ease(x - ix);
    double fy = ease(y - iy);
    double fz = ease(z - iz);
    double near = plane(seed, ix, iy, iz, fx, fy);
    double far = plane(seed, ix, iy, iz + 1, fx, fy);
    return 2 * (near + fz * (far - near)) - 1;
  }

  private static double plane(long seed, long ix, long iy, long iz, double fx, double fy) {
    double a = unit(bits(seed, ix, iy, iz));
    double b = unit(bits(seed, ix + 1, iy, iz));
    double c = unit(bits(seed, ix, iy + 1, iz));
    double d = unit(bits(seed, ix + 1, iy + 1, iz));
    double low = a + fx * (b - a);
    return low + fy * (c + fx * (d - c) - low);
  }

  private static double ease(double t) {
    return t * t * (3 - 2 * t);
  }
}
