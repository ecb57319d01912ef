package org.connectarium.ingest.simulation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.connectarium.ingest.microscope.ImagingParameters;
import org.connectarium.ingest.microscope.Look;
import org.connectarium.ingest.microscope.TileParameters;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;

/// Everything that a simulated dataset depends on: the same plan gives the same bytes.
///
/// @param seed of tissue and images
/// @param volume begins at 0, 0, 0
/// @param cornerVoxels where in the endless tissue the volume begins, x, y, z
/// @param voxelSize of image and truth
/// @param look the kind of microscopy
/// @param imaging how the images come out
/// @param tiles how sections are cut into tiles as well, if they are
/// @param tissue the parameters of the tissue, as for a file
public record SimulationPlan(
    long seed,
    Box volume,
    List<Long> cornerVoxels,
    VoxelSize voxelSize,
    Look look,
    ImagingParameters imaging,
    Optional<TileParameters> tiles,
    Map<String, Object> tissue) {
  /// Goes up when the same parameters give other bytes.
  static final int VERSION = 5;

  /// @throws BadInputException if the volume is empty or does not begin at 0, 0, 0
  public SimulationPlan {
    if (volume.isEmpty() || volume.x0() != 0 || volume.y0() != 0 || volume.z0() != 0) {
      throw new BadInputException("A simulated volume must begin at 0, 0, 0 and hold voxels");
    }
    if (cornerVoxels.size() != 3) {
      throw new BadInputException("The corner of a simulated volume must be three numbers");
    }
    cornerVoxels = List.copyOf(cornerVoxels);
    tissue = Map.copyOf(tissue);
  }

  /// Where in the tissue a volume begins that is not asked for elsewhere.
  public static List<Long> origin() {
    return List.of(0L, 0L, 0L);
  }

  /// All of it as for a file.
  Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("simulation", VERSION);
    json.put("seed", seed);
    json.put("sizeVoxels", List.of(volume.sizeX(), volume.sizeY(), volume.sizeZ()));
    json.put("cornerVoxels", cornerVoxels);
    json.put("voxelSizeNm", List.of(voxelSize.xNm(), voxelSize.yNm(), voxelSize.zNm()));
    json.put("look", look.written());
    json.put("imaging", imaging.toJson());
    tiles.ifPresent(t -> json.put("tiles", tilesJson(t)));
    json.put("tissue", new java.util.TreeMap<>(tissue));
    return json;
  }

  private static Map<String, Object> tilesJson(TileParameters t) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("widthPixels", t.widthPixels());
    json.put("heightPixels", t.heightPixels());
    json.put("overlapPixels", t.overlapPixels());
    json.put("stageJitterPixels", t.stageJitterPixels());
    json.put("brightnessGrey", t.brightnessGrey());
    json.put("cornerGrey", t.cornerGrey());
    return json;
  }
}
