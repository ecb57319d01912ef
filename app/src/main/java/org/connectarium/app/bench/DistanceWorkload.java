package org.connectarium.app.bench;

import java.util.Locale;
import org.connectarium.reconstruction.distance.Edge;
import org.connectarium.reconstruction.distance.LabelDistance;

/// Distance of every voxel to the nearest other label, all labels at once, one thread.
final class DistanceWorkload extends CortexWorkload {
  private double deepestNm;

  DistanceWorkload(MouseCortex cortex) {
    super(
        cortex,
        "distance to the nearest other label, mouse cortex, " + cortex.edge + "³, one thread",
        "distance");
  }

  @Override
  public Floor floor() {
    return new Floor(1, 1, "three passes over labels and distances, 36 bytes a voxel at 34 GB/s");
  }

  @Override
  public void run() {
    deepestNm = 0;
    for (float nm :
        LabelDistance.nm(cortex.labels, cortex.grid(), MouseCortex.VOXEL, Edge.OTHER_LABEL)) {
      deepestNm = Math.max(deepestNm, nm);
    }
  }

  @Override
  public String found() {
    return String.format(Locale.ROOT, "deepest voxel at %.1f nm", deepestNm);
  }
}
