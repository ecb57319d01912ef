package org.connectarium.ingest.n5;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.connectarium.ingest.volume.BadInputException;

/// What an N5 dataset is: everything that its blocks on disk depend on.
///
/// @param dimensions size of the volume in voxels, x first
/// @param blockSize size of a whole block in voxels, x first; blocks at the far edges are smaller
/// @param dataType type of one voxel
/// @param compression compression of each block
public record DatasetSpec(
    List<Long> dimensions, List<Integer> blockSize, DataType dataType, Compression compression) {
  private static final int MOST_DIMENSIONS = 32;
  private static final int MOST_BLOCK_BYTES = Integer.MAX_VALUE - 64;

  /// Checks the numbers.
  ///
  /// @throws BadInputException if sizes are not positive, do not match, or a block exceeds 2 GiB
  public DatasetSpec {
    dimensions = List.copyOf(dimensions);
    blockSize = List.copyOf(blockSize);
    if (dimensions.isEmpty() || dimensions.size() > MOST_DIMENSIONS) {
      throw new BadInputException("dimensions must be 1 to 32 numbers but was " + dimensions);
    }
    if (dimensions.size() != blockSize.size()) {
      throw new BadInputException(
          "blockSize must be as long as dimensions, but they were "
              + blockSize
              + " and "
              + dimensions);
    }
    long bytes = dataType.bytes();
    for (int d = 0; d < dimensions.size(); d++) {
      if (dimensions.get(d) < 1 || blockSize.get(d) < 1) {
        throw new BadInputException(
            "dimensions and blockSize must be positive, but they were "
                + dimensions
                + " and "
                + blockSize);
      }
      bytes *= blockSize.get(d);
      if (bytes > MOST_BLOCK_BYTES) {
        throw new BadInputException(
            "blockSize " + blockSize + " makes blocks of more than 2 GiB; use smaller blocks");
      }
    }
  }

  /// A volume of three dimensions, x, y, z.
  public static DatasetSpec of(
      long[] size, int[] blockSize, DataType dataType, Compression compression) {
    List<Long> dimensions = new ArrayList<>();
    List<Integer> blocks = new ArrayList<>();
    for (long n : size) {
      dimensions.add(n);
    }
    for (int n : blockSize) {
      blocks.add(n);
    }
    return new DatasetSpec(dimensions, blocks, dataType, compression);
  }

  /// The keys that this record owns in `attributes.json`.
  static final List<String> KEYS =
      List.of("dimensions", "blockSize", "dataType", "compression", "compressionType");

  static boolean isDataset(Map<String, Object> attributes) {
    return attributes.containsKey("dimensions") && attributes.containsKey("dataType");
  }

  /// @param where the file, for messages
  /// @throws BadInputException if a key is missing, of the wrong type, or not supported
  static DatasetSpec fromJson(Map<String, Object> json, String where) {
    List<Long> dimensions = numbers(json, "dimensions", where);
    List<Integer> blockSize = new ArrayList<>();
    for (long n : numbers(json, "blockSize", where)) {
      blockSize.add((int) Math.min(n, Integer.MAX_VALUE));
    }
    if (!(json.get("dataType") instanceof String dataType)) {
      throw new BadInputException(where + ": dataType is missing or no text");
    }
    try {
      return new DatasetSpec(
          dimensions, blockSize, DataType.of(dataType, where), compression(json, where));
    } catch (BadInputException e) {
      if (String.valueOf(e.getMessage()).startsWith(where)) {
        throw e;
      }
      throw new BadInputException(where + ": " + e.getMessage(), e);
    }
  }

  private static Compression compression(Map<String, Object> json, String where) {
    Object compression = json.get("compression");
    if (compression instanceof Map<?, ?> map) {
      Map<String, Object> copy = new LinkedHashMap<>();
      map.forEach((key, value) -> copy.put(String.valueOf(key), value));
      return Compression.fromJson(copy, where);
    }
    if (json.get("compressionType") instanceof String type) { // N5 before 2.0.0
      return Compression.fromJson(Map.of("type", type), where);
    }
    throw new BadInputException(where + ": compression is missing or no object");
  }

  private static List<Long> numbers(Map<String, Object> json, String key, String where) {
    List<Long> out = new ArrayList<>();
    if (json.get(key) instanceof List<?> list) {
      for (Object element : list) {
        if (element instanceof Integer || element instanceof Long) {
          out.add(((Number) element).longValue());
        }
      }
      if (out.size() == list.size()) {
        return out;
      }
    }
    throw new BadInputException(where + ": " + key + " must be a list of integers");
  }

  Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("dimensions", dimensions);
    json.put("blockSize", blockSize);
    json.put("dataType", dataType.jsonName());
    json.put("compression", compression.toJson());
    return json;
  }

  /// Number of blocks along a dimension.
  public long blocksAlong(int dimension) {
    return Math.ceilDiv(dimensions.get(dimension), (long) blockSize.get(dimension));
  }

  /// Size of the block at a grid position, cut off at the far edges of the volume.
  ///
  /// @throws IllegalArgumentException if the position is not in the grid
  int[] sizeOfBlock(long... grid) {
    if (grid.length != dimensions.size()) {
      throw new IllegalArgumentException(
          "Grid position needs " + dimensions.size() + " numbers but had " + grid.length);
    }
    int[] size = new int[grid.length];
    for (int d = 0; d < grid.length; d++) {
      if (grid[d] < 0 || grid[d] >= blocksAlong(d)) {
        throw new IllegalArgumentException(
            "Block "
                + java.util.Arrays.toString(grid)
                + " is outside the grid of "
                + dimensions
                + " in blocks of "
                + blockSize);
      }
      size[d] =
          (int) Math.min(blockSize.get(d), dimensions.get(d) - grid[d] * (long) blockSize.get(d));
    }
    return size;
  }
}
