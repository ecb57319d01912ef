package org.connectarium.app.bench;

import java.util.Locale;
import org.connectarium.reconstruction.contact.FaceCounts;

/// Pairs of labels that touch over faces, and over how many, one thread.
final class FaceContactsWorkload extends CortexWorkload {
  private int pairs;

  FaceContactsWorkload(MouseCortex cortex) {
    super(
        cortex,
        "contacts by face counts of mouse cortex, " + cortex.edge + "³, one thread",
        "face-contacts");
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
}
