package org.connectarium.app.workspace;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.connectarium.app.json.Json;

/// Everything the result of a stage depends on.
///
/// @param parameters record or map, written to the ledger as JSON
/// @param upstream hashes of the stages whose results it reads, or of files
public record StageInput(Object parameters, List<String> upstream) {
  private static final int SHOWN_BYTES = 16;

  public StageInput {
    upstream = List.copyOf(upstream);
  }

  /// The first 16 bytes of SHA-256 over stage, parameters and upstream, in hexadecimal.
  public String hash(Stage stage) {
    String text = stage.label() + "\n" + Json.line(parameters) + "\n" + String.join("\n", upstream);
    try {
      byte[] sha =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sha, 0, SHOWN_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
