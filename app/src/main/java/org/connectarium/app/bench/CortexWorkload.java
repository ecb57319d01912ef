package org.connectarium.app.bench;

/// Work on the labels of mouse cortex, one thread; programs of others get the same labels.
abstract class CortexWorkload implements Workload {
  final MouseCortex cortex;
  private final String what;
  private final String peerTask;

  CortexWorkload(MouseCortex cortex, String what, String peerTask) {
    this.cortex = cortex;
    this.what = what;
    this.peerTask = peerTask;
  }

  @Override
  public final String what() {
    return what;
  }

  @Override
  public final String unit() {
    return "voxel";
  }

  @Override
  public final long units() {
    return cortex.labels.length;
  }

  @Override
  public final Peer peer() {
    return Peer.python(
        peerTask, scratch -> OneBlock.writeLabels(scratch, cortex.labels, cortex.edge));
  }
}
