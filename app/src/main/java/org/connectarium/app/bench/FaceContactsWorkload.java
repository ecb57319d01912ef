package org.connectarium.app.bench;

import java.util.Locale;
import org.connectarium.reconstruction.contact.FaceCounts;

/// Pairs of labels that touch over faces, and over how many, one thread.
final class FaceContactsWorkload implements Workload {
  private final MouseCortex cortex;
  private int pairs;

  FaceContactsWorkload(MouseCortex cortex) {
    this.cortex = cortex;
  }

  @Override
  public String what() {
    return "contacts by face counts of mouse cortex, " + cortex.edge + "³, one thread";
  }

  @Override
  public String unit() {
    return "voxel";
  }

  @Override
  public long units() {
    return cortex.labels.length;
  }

  @Override
  public Floor floor() {
    return new Floor(0.4, 1, "each label of 4 bytes read once, at 10 GB/s");
  }

  @Override
  public void run() {
    pairs = FaceCounts.of(cortex.labels, cortex.grid()).size();
  }

  @Override
  public String found() {
    return String.format(Locale.ROOT, "%,d pairs", pairs);
  }

  @Override
  public Peer peer() {
    return Peer.python(
        "face-contacts", scratch -> OneBlock.writeLabels(scratch, cortex.labels, cortex.edge));
  }
}
