package org.connectarium.reconstruction.classification;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.connectarium.graph.id.SegmentId;
import org.connectarium.ingest.n5.N5Dataset;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;
import org.connectarium.reconstruction.feature.ContactFeatures;
import org.connectarium.reconstruction.feature.SegmentFeatures;
import org.connectarium.reconstruction.grid.Grid;
import org.connectarium.reconstruction.segmentation.BlockBorders;
import org.connectarium.reconstruction.segmentation.SegmentObjects;
import org.connectarium.reconstruction.texture.Textures;

/// Computes the features of the contacts and segments of one block after the other.
///
/// - maps: `raw`, the image, and `boundary`, the evidence that the segmentation saw; both 0 … 255
/// - objects are whole beyond block faces, so what is seen around a border does not end there
/// - each texture channel is computed once a block
/// - any number of threads may ask, each for another block
///
/// Memory a thread: about 60 bytes a voxel of the block with its surroundings, and the rows.
public final class FeatureReader {
  /// The image.
  public static final String RAW = "raw";

  /// The boundary evidence.
  public static final String BOUNDARY = "boundary";

  /* Channels whose values are grey values. */
  private static final List<String> GREY = List.of("raw", "gaussian", "sphere");

  private final ClassifiedVolume volume;
  private final SegmentObjects objects;
  private final N5Dataset image;
  private final N5Dataset segments;
  private final BlockBorders borders;
  private final Textures textures;
  private final List<String> contactNames;
  private final List<String> segmentNames;

  /// Opens a volume.
  ///
  /// @param contactNames features of contacts, in the order of the rows
  /// @param segmentNames features of segments, in the order of the rows
  /// @throws IllegalArgumentException if a name is unknown
  public FeatureReader(
      ClassifiedVolume volume,
      SegmentObjects objects,
      List<String> contactNames,
      List<String> segmentNames) {
    this.volume = volume;
    this.objects = objects;
    this.contactNames = List.copyOf(contactNames);
    this.segmentNames = List.copyOf(segmentNames);
    image = volume.image().open();
    segments = volume.segments().open();
    borders = volume.borders().open();
    textures = Textures.of(volume.voxelSize());
  }

  /// What was found in a block.
  ///
  /// @param borders all border pieces of the block and across its far faces, in the order of the
  ///     tables
  /// @param contacts the features of each of them; of length 0 for one that is not classified
  /// @param segments the features of segments 1 … n of the block
  public record Rows(
      List<BlockBorders.Border> borders, List<float[]> contacts, List<float[]> segments) {}

  /// The features of a block.
  ///
  /// @param block of the segmentation
  /// @param wanted which border pieces; those that are too small, and those inside one object, are
  ///     not classified anyway
  public Rows read(Box block, Predicate<BlockBorders.Border> wanted) {
    Box around = around(block);
    Grid grid = Grid.of(around);
    long[] ids = segments.readLongs(around);
    LocalObjects local = new LocalObjects(ids);
    ContactFeatures contacts =
        new ContactFeatures(
            EvidenceFeatures.others(contactNames), grid, local.objects, volume.voxelSize());
    List<BlockBorders.Border> found = borders.of(block, around);
    boolean[] isClassified = new boolean[found.size()];
    for (int i = 0; i < isClassified.length; i++) {
      var border = found.get(i);
      int low = local.of(border.piece().lowId());
      int high = local.of(border.piece().highId());
      isClassified[i] =
          low != high
              && border.piece().voxels() >= volume.minContactVoxels()
              && wanted.test(border);
      if (isClassified[i]) {
        contacts.add(border.voxels(), low, high);
      }
    }
    int[] own = own(ids, around, block);
    SegmentFeatures texture = new SegmentFeatures(segmentNames, grid, own, highest(own));
    pool(RAW, around, contacts, texture);
    pool(BOUNDARY, around, contacts, texture);
    return new Rows(found, spread(contacts.rows(), found, isClassified), texture.rows());
  }

  private List<float[]> spread(
      List<float[]> rows, List<BlockBorders.Border> borders, boolean[] isClassified) {
    List<float[]> out = new ArrayList<>(isClassified.length);
    int next = 0;
    for (int i = 0; i < isClassified.length; i++) {
      out.add(
          isClassified[i]
              ? EvidenceFeatures.with(rows.get(next++), borders.get(i).piece(), contactNames)
              : new float[0]);
    }
    return out;
  }

  /// The block with the voxels beyond its far faces and all that sub-volumes can reach.
  Box around(Box block) {
    VoxelSize nm = volume.voxelSize();
    double reach = ContactFeatures.REACH_NM;
    return block
        .grow(
            1 + (long) (reach / nm.xNm()),
            1 + (long) (reach / nm.yNm()),
            1 + (long) (reach / nm.zNm()))
        .intersect(volume.volume());
  }

  /// Objects by small numbers, 1 … n in the order of their first voxels.
  private final class LocalObjects {
    final int[] objects;
    private final Map<Long, Integer> numbers = new HashMap<>();
    private final Map<Long, Integer> ofSegment = new HashMap<>();

    LocalObjects(long[] ids) {
      objects = new int[ids.length];
      long last = 0;
      int number = 0;
      for (int i = 0; i < ids.length; i++) {
        if (ids[i] != last) {
          last = ids[i];
          number = last == 0 ? 0 : of(last);
        }
        objects[i] = number;
      }
    }

    int of(long segment) {
      return ofSegment.computeIfAbsent(
          segment,
          id ->
              numbers.computeIfAbsent(FeatureReader.this.objects.of(id), _ -> numbers.size() + 1));
    }
  }

  private static int[] own(long[] ids, Box around, Box block) {
    int[] own = new int[ids.length];
    int i = 0;
    for (long z = around.z0(); z < around.z1(); z++) {
      for (long y = around.y0(); y < around.y1(); y++) {
        for (long x = around.x0(); x < around.x1(); x++, i++) {
          own[i] = block.contains(x, y, z) ? (int) (ids[i] & SegmentId.MAX_NUMBER) : 0;
        }
      }
    }
    return own;
  }

  private static int highest(int[] labels) {
    int highest = 0;
    for (int label : labels) {
      highest = Math.max(highest, label);
    }
    return highest;
  }

  private void pool(String map, Box around, ContactFeatures contacts, SegmentFeatures segments) {
    BitSet channels = ContactFeatures.channels(contactNames, map, Textures.names());
    channels.or(ContactFeatures.channels(segmentNames, map, Textures.names()));
    if (channels.isEmpty()) {
      return;
    }
    int[] margin = textures.margin();
    Box wide = around.grow(margin[2], margin[1], margin[0]);
    MirroredBytes.Source source = map.equals(RAW) ? image::readBytes : borders::evidence;
    float[] values = MirroredBytes.floats(source, volume.volume(), wide);
    int[] shape = {(int) wide.sizeZ(), (int) wide.sizeY(), (int) wide.sizeX()};
    textures.compute(
        values,
        shape,
        channels,
        (channel, core) -> {
          String filter = Textures.names().get(channel);
          String name = map + "/" + filter;
          boolean isGrey = GREY.stream().anyMatch(filter::startsWith);
          contacts.channel(name, isGrey, core);
          segments.channel(name, isGrey, core);
        });
  }
}
