package org.connectarium.app.bench;

import java.util.Locale;
import org.connectarium.reconstruction.contact.Contacts;

/// The contacts alone, on one block of segments in memory that touch without a ridge, so that
/// others see them, too; one thread.
final class ContactsWorkload implements Workload {
  private final OneBlock block;
  private final int[] segments;
  private int pieces;

  ContactsWorkload(OneBlock block) {
    this.block = block;
    this.segments = block.segmentsWithoutRidge();
  }

  @Override
  public String what() {
    return "border pieces of one block of " + block.edge + "³ without ridge, one thread";
  }

  @Override
  public String unit() {
    return "voxel";
  }

  @Override
  public long units() {
    return block.map.grid().voxels();
  }

  @Override
  public Floor floor() {
    return new Floor(
        8, 1, "26 comparisons a voxel, four at once, 8 ns on a core; the table is not counted");
  }

  @Override
  public void run() {
    pieces = Contacts.between(segments, block.map, BoundaryTile.VOXEL).size();
  }

  @Override
  public String found() {
    return String.format(Locale.ROOT, "%,d border pieces", pieces);
  }

  @Override
  public Peer peer() {
    return Peer.python("contacts", scratch -> block.writeLabels(scratch, segments));
  }
}
