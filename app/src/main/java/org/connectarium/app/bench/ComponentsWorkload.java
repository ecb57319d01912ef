package org.connectarium.app.bench;

import java.util.Locale;
import org.connectarium.reconstruction.components.Components;
import org.connectarium.reconstruction.grid.Connectivity;

/// Connected components of many labels, one thread.
final class ComponentsWorkload extends CortexWorkload {
  private final Connectivity connectivity;
  private int count;

  ComponentsWorkload(MouseCortex cortex, Connectivity connectivity) {
    super(
        cortex,
        "connected components of mouse cortex, "
            + cortex.edge
            + "³, "
            + neighbours(connectivity)
            + " neighbours, one thread",
        "components-" + neighbours(connectivity));
    this.connectivity = connectivity;
  }

  @Override
  public Floor floor() {
    return new Floor(
        0.8, 1, "each label of 4 bytes read once and each number written once, at 10 GB/s");
  }

  @Override
  public void run() {
    Components components = Components.of(cortex.labels, cortex.grid(), connectivity);
    count = components.count();
    components.labels();
  }

  @Override
  public String found() {
    return String.format(Locale.ROOT, "%,d components", count);
  }

  private static int neighbours(Connectivity connectivity) {
    return switch (connectivity) {
      case FACES_6 -> 6;
      case EDGES_18 -> 18;
      case ALL_26 -> 26;
    };
  }
}
