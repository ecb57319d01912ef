package org.connectarium.ingest.tissue;

/// Ids of cells say where a cell comes from, so that no two places need to agree on them.
///
/// ```
///  bits 62…60   59…58   57…38   37…18   17…0
///  type         axis    u       v       tile of the first end along the axis (two's complement)
/// ```
final class Ids {
  static final int AXON = 1;
  static final int DENDRITE = 2;
  static final int SOMA = 3;
  static final int ASTROCYTE = 4;
  static final int ENDOTHELIUM = 5;
  static final int LUMEN = 6;

  private Ids() {}

  static long of(int type, int axis, long u, long v, long s) {
    return ((long) type << 60)
        | ((long) axis << 58)
        | ((u & 0xfffff) << 38)
        | ((v & 0xfffff) << 18)
        | (s & 0x3ffff);
  }

  static int type(long id) {
    return (int) (id >>> 60);
  }
}
