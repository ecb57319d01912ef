package org.connectarium.ingest.n5;

import java.util.LinkedHashMap;
import java.util.Map;
import org.connectarium.ingest.volume.BadInputException;

/// How the values of a block are compressed on disk.
public sealed interface Compression {
  /// No compression.
  record Raw() implements Compression {}

  /// Deflate.
  ///
  /// @param level -1 (the library's default) or 0…9
  /// @param useZlib true: zlib header and checksum (RFC 1950); false: gzip (RFC 1952)
  record Gzip(int level, boolean useZlib) implements Compression {
    public Gzip {
      check("gzip level", level, -1, 9);
    }
  }

  /// LZ4 in the framing of lz4-java's `LZ4BlockOutputStream`, as N5 defines it.
  ///
  /// @param blockSize bytes compressed at a time, 64 B … 32 MiB; 65,536 by default
  record Lz4(int blockSize) implements Compression {
    public Lz4 {
      check("lz4 blockSize", blockSize, 64, 1 << 25);
    }
  }

  /// Zstandard.
  ///
  /// @param level -131072…22; 3 by default
  record Zstd(int level) implements Compression {
    public Zstd {
      check("zstd level", level, -131_072, 22);
    }
  }

  private static void check(String what, int value, int lowest, int highest) {
    if (value < lowest || value > highest) {
      throw new BadInputException(
          what + " must be between " + lowest + " and " + highest + " but was " + value);
    }
  }

  /// The `compression` object of `attributes.json`.
  default Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    switch (this) {
      case Raw raw -> json.put("type", "raw");
      case Gzip gzip -> {
        json.put("type", "gzip");
        json.put("level", gzip.level());
        json.put("useZlib", gzip.useZlib());
      }
      case Lz4 lz4 -> {
        json.put("type", "lz4");
        json.put("blockSize", lz4.blockSize());
      }
      case Zstd zstd -> {
        json.put("type", "zstd");
        json.put("level", zstd.level());
      }
    }
    return json;
  }

  /// Reads a `compression` object; keys it does not know are ignored, missing ones take the
  /// default.
  ///
  /// @param where the file, for messages
  /// @throws BadInputException if the type is not one of the four
  static Compression fromJson(Map<String, Object> json, String where) {
    String type = String.valueOf(json.get("type"));
    return switch (type) {
      case "raw" -> new Raw();
      case "gzip" ->
          new Gzip(number(json, "level", -1, where), Boolean.TRUE.equals(json.get("useZlib")));
      case "lz4" -> new Lz4(number(json, "blockSize", 1 << 16, where));
      case "zstd" -> new Zstd(number(json, "level", 3, where));
      default ->
          throw new BadInputException(
              where
                  + ": compression \""
                  + type
                  + "\" is not supported; write the dataset again with raw, gzip, lz4 or zstd");
    };
  }

  private static int number(Map<String, Object> json, String key, int missing, String where) {
    Object value = json.getOrDefault(key, missing);
    if (value instanceof Integer number) {
      return number;
    }
    throw new BadInputException(
        where + ": compression " + key + " must be an integer but was " + value);
  }
}
