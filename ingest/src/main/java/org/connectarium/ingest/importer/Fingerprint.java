package org.connectarium.ingest.importer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.connectarium.ingest.volume.BadInputException;

/// A hash of what a source says of itself and of name, size and time of each of its files. Contents
/// are not read, so it costs one look at the folder; the path is left out, so that a moved folder
/// stays the same source.
final class Fingerprint {
  private Fingerprint() {}

  static String of(String description, List<Path> files) {
    MessageDigest digest = sha256();
    add(digest, description);
    try {
      for (Path file : files) {
        add(digest, String.valueOf(file.getFileName()));
        add(digest, Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis());
      }
    } catch (IOException e) {
      throw new BadInputException("Cannot read the source: " + e.getMessage(), e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
