package org.connectarium.reconstruction.feature;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.connectarium.ingest.volume.VoxelSize;
import org.connectarium.reconstruction.grid.Grid;

/// The features of SynEM of the contacts of one block: 9 statistics of each texture channel in 7
/// sub-volumes, and 11 numbers about shape. With one map (the image) and 51 channels that makes
/// 3,224; a second map (boundaries) adds 3,213.
///
/// ```
///   S1 . . . . | . . . . S2      border: interface voxels of the piece
///      160 80 40 40 80 160       S1@r, S2@r: voxels of the object within r nm of the border
/// ```
///
/// A name is `map/channel/sub-volume/statistic`, as in `raw/hessian(2s)-1/S1@160/median`, or
/// `shape/…`. Only what is asked for is computed: channels, sub-volumes, shapes.
///
/// Use: make one with the contacts of a block, hand over the channels of the maps one by one with
/// [#channel], then take [#rows]. Objects are whole beyond the block's face as far as the arrays
/// reach, 160 nm at least. One thread at a time; memory 8 bytes a run of voxels and the rows.
///
/// Statistics come from binned values (grey values to 1/6, all others to 1.1 %).
///
/// B. Staffler et al., *SynEM, automated synapse detection for connectomics*, eLife 2017,
/// [doi:10.7554/eLife.26414](https://doi.org/10.7554/eLife.26414). Differs: shapes are in nm and
/// µm³ instead of voxels, the hull is that of voxel centres, quantiles are not interpolated.
public final class ContactFeatures {
  /// Version of the features; a model fits those of its own only.
  public static final int VERSION = 1;

  /// How far the sub-volumes reach from the border, in nm.
  public static final double REACH_NM = Surroundings.RADII_NM[2];

  /* A number about shape and where it goes. */
  private record Shape(int number, int column) {}

  private final ContactShape shape;
  private final List<Shape> shapes = new ArrayList<>();
  private final Surroundings surroundings;
  private final Pool pool;

  /// Features of the contacts of a block, of which none is known yet.
  ///
  /// @param names wanted, in the order of the rows
  /// @param objects of the block with its surroundings, shape (z, y, x); 0 = none
  /// @throws IllegalArgumentException if a name is unknown
  public ContactFeatures(List<String> names, Grid grid, int[] objects, VoxelSize voxelSize) {
    surroundings = new Surroundings(grid, objects, voxelSize);
    shape = new ContactShape(grid, voxelSize);
    pool = new Pool(grid, names.size());
    for (int c = 0; c < names.size(); c++) {
      int number = ContactShape.NAMES.indexOf(names.get(c));
      if (number >= 0) {
        shapes.add(new Shape(number, c));
      } else {
        pool.want(FeatureName.parse(names.get(c)), c);
      }
    }
  }

  /// All names for some maps, in their order.
  ///
  /// @param maps such as `raw`
  /// @param channels of each map
  public static List<String> names(List<String> maps, List<String> channels) {
    List<String> names = new ArrayList<>();
    for (String map : maps) {
      for (String channel : channels) {
        for (SubVolume part : SubVolume.OF_CONTACT) {
          for (Statistic statistic : Statistic.values()) {
            names.add(new FeatureName(map + "/" + channel, part, statistic).text());
          }
        }
      }
    }
    names.addAll(ContactShape.NAMES);
    return List.copyOf(names);
  }

  /// The feature that takes the place of another one where S1 and S2 change roles.
  public static String swapped(String name) {
    return name.contains("S1@") ? name.replace("S1@", "S2@") : name.replace("S2@", "S1@");
  }

  /// Which channels of a map are wanted.
  ///
  /// @param names of features
  /// @param channels names of all channels of the map
  public static BitSet channels(List<String> names, String map, List<String> channels) {
    BitSet out = new BitSet();
    for (String name : names) {
      if (name.startsWith(map + "/")) {
        out.set(channels.indexOf(FeatureName.parse(name).channel().substring(map.length() + 1)));
      }
    }
    return out;
  }

  /// Adds a contact.
  ///
  /// @param border plain indices of its interface voxels, ascending
  /// @param one object that is S1
  /// @param other object that is S2
  /// @throws IllegalArgumentException if both are the same
  public void add(int[] border, int one, int other) {
    if (one == other) {
      throw new IllegalArgumentException("A contact needs two objects but has " + one + " twice");
    }
    SubVolumes volumes = surroundings.of(border, one, other);
    float[] row = pool.add(volumes);
    for (Shape s : shapes) {
      row[s.column] = shape.of(s.number, volumes);
    }
  }

  /// Plain indices of the voxels that one statistic of a contact is of, for comparison with other
  /// programs.
  ///
  /// @param contact number of the contact, as they were added
  /// @param part 0 border, 1 … 3 S1 within 40, 80, 160 nm, 4 … 6 S2
  public int[] voxels(int contact, int part) {
    return pool.voxels(contact, SubVolume.OF_CONTACT.get(part));
  }

  /// Pools a channel.
  ///
  /// @param name `map/channel`
  /// @param isGrey whether its values are grey values, 0 … 255
  /// @param values shape (z, y, x), of the same box as the objects
  /// @throws IllegalArgumentException if the values are of another shape
  public void channel(String name, boolean isGrey, float[] values) {
    pool.channel(name, isGrey, values);
  }

  /// The features of all contacts in the order they were added, one row each.
  public List<float[]> rows() {
    return pool.rows();
  }
}
