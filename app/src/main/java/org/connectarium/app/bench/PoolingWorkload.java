package org.connectarium.app.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.connectarium.ingest.file.WholeFile;
import org.connectarium.reconstruction.contact.BorderVoxels;
import org.connectarium.reconstruction.feature.ContactFeatures;
import org.connectarium.reconstruction.texture.Textures;

/// Statistics of all 51 texture channels in the seven sub-volumes of the contacts of one block, one
/// thread: their pooling alone, without filters, and without the search for the sub-volumes, whose
/// time is told. Values are made up: six channels of grey values, 45 of values around 0.
final class PoolingWorkload implements Workload {
  private static final int PARTS = 7;
  private static final int LEAST_VOXELS = 10;
  private static final int GREY_CHANNELS = 6;
  private static final int SEED = 5;
  /* So many contacts go to the program of others. */
  private static final int PEER_CONTACTS = 200;

  private final OneBlock block;
  private final ContactFeatures features;
  private final float[] grey;
  private final float[] filtered;
  private final int contacts;
  private final double searchSeconds;
  /* Voxels of all contacts that a channel is read at, once each. */
  private final long values;

  PoolingWorkload(OneBlock block) {
    this.block = block;
    int[] segments = block.segmentsWithoutRidge();
    features =
        new ContactFeatures(
            ContactFeatures.names(List.of("raw"), Textures.names()),
            block.map.grid(),
            segments,
            BoundaryTile.VOXEL);
    BorderVoxels borders = BorderVoxels.between(segments, block.map);
    int n = 0;
    long begin = System.nanoTime();
    for (int i = 0; i < borders.size(); i++) {
      if (borders.voxels(i).length >= LEAST_VOXELS) {
        features.add(borders.voxels(i), borders.a(i), borders.b(i));
        n++;
      }
    }
    searchSeconds = (System.nanoTime() - begin) / 1e9;
    contacts = n;
    long sum = 0;
    for (int c = 0; c < n; c++) {
      sum += features.voxels(c, 0).length;
      sum += features.voxels(c, 3).length;
      sum += features.voxels(c, 6).length;
    }
    values = sum;
    grey = new float[segments.length];
    filtered = new float[segments.length];
    Random random = new Random(SEED);
    for (int i = 0; i < grey.length; i++) {
      double noise = random.nextGaussian();
      grey[i] = (float) Math.rint(Math.clamp(128 + 40 * noise, 0, 255));
      filtered[i] = (float) (5 * noise);
    }
  }

  @Override
  public String what() {
    return "nine statistics of 51 channels in seven sub-volumes of the contacts of one block of "
        + block.edge
        + "³, one thread";
  }

  @Override
  public String unit() {
    return "contact";
  }

  @Override
  public long units() {
    return contacts;
  }

  @Override
  public Floor floor() {
    double perContact = (double) values / contacts;
    return new Floor(
        Textures.CHANNELS * perContact / 3,
        1,
        String.format(
            Locale.ROOT,
            "%,.0f voxels a contact, each counted once a channel in a histogram, one a cycle at 3"
                + " GHz",
            perContact));
  }

  @Override
  public void run() {
    for (int c = 0; c < Textures.CHANNELS; c++) {
      boolean isGrey = c < GREY_CHANNELS;
      features.channel("raw/" + Textures.names().get(c), isGrey, isGrey ? grey : filtered);
    }
  }

  @Override
  public String found() {
    double mean = 0;
    for (float[] row : features.rows()) {
      mean += row[1] / contacts;
    }
    return String.format(
        Locale.ROOT,
        "%,d contacts, %,d voxel values a channel; their sub-volumes were found in %.1f s; mean of"
            + " medians at the border %.3f",
        contacts,
        values,
        searchSeconds,
        mean);
  }

  @Override
  public Peer peer() {
    return Peer.python("pooling", this::write);
  }

  private List<String> write(Path scratch) throws IOException {
    int some = Math.min(contacts, PEER_CONTACTS);
    List<int[]> parts = new ArrayList<>();
    int length = 0;
    for (int c = 0; c < some; c++) {
      // contacts from all over the block
      int contact = (int) ((long) c * contacts / some);
      for (int part = 0; part < PARTS; part++) {
        int[] voxels = features.voxels(contact, part);
        parts.add(voxels);
        length += 1 + voxels.length;
      }
    }
    ByteBuffer lists = ByteBuffer.allocate(4 * length).order(ByteOrder.LITTLE_ENDIAN);
    for (int[] voxels : parts) {
      lists.putInt(voxels.length);
      for (int voxel : voxels) {
        lists.putInt(voxel);
      }
    }
    ByteBuffer bytes = ByteBuffer.allocate(4 * filtered.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(filtered);
    Path values = scratch.resolve("values.raw");
    Path indices = scratch.resolve("lists.raw");
    WholeFile.write(values, bytes);
    WholeFile.write(indices, lists.flip());
    return List.of(
        values.toString(),
        Integer.toString(some),
        indices.toString(),
        Double.toString((double) contacts / some * Textures.CHANNELS));
  }
}
