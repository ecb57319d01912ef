package org.connectarium.app.bench;

/// How much there is to work through; each size is eight times the one before.
public enum Size {
  tiny(128),
  small(256),
  medium(512),
  large(1024);

  private final int edge;

  Size(int edge) {
    this.edge = edge;
  }

  /// Edge of a cube of voxels.
  int edge() {
    return edge;
  }

  /// A number of things that is `medium` at the middle size.
  long scaled(long medium) {
    return Math.max(1, medium * edge / 512 * edge / 512 * edge / 512);
  }
}
