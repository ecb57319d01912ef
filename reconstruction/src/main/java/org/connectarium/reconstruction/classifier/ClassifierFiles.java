package org.connectarium.reconstruction.classifier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.connectarium.ingest.file.WholeFile;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.reconstruction.calibration.Calibration;
import org.connectarium.reconstruction.safetensors.Safetensors;
import org.jspecify.annotations.Nullable;

/// The files of a model, see `docs/formats/classifier.md`.
final class ClassifierFiles {
  private static final String DESCRIPTION = "classifier.json";
  private static final String TREES = "trees.safetensors";
  private static final String SUMS = "SHA256SUMS";
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .addMixIn(Calibration.class, Description.CalibrationType.class)
          .build();

  private ClassifierFiles() {}

  static ClassifierModel read(Path folder) {
    try {
      return parse(
          Files.readAllBytes(folder.resolve(DESCRIPTION)),
          Files.readAllBytes(folder.resolve(TREES)),
          Files.readAllBytes(folder.resolve(SUMS)),
          folder.toString());
    } catch (NoSuchFileException e) {
      throw new BadInputException(
          "No classifier model at "
              + folder
              + ": "
              + e.getMessage()
              + " is missing; train one or name another",
          e);
    } catch (IOException e) {
      throw new BadInputException(
          "Cannot read classifier model " + folder + ": " + WholeFile.reason(e), e);
    }
  }

  static ClassifierModel parse(byte[] description, byte[] trees, byte[] sums, String where) {
    if (!MessageDigest.isEqual(sums, sums(description, trees))) {
      throw damaged(where, "its files and its " + SUMS + " do not go together", null);
    }
    try {
      Description read = JSON.readValue(description, Description.class);
      read.checkVersion(where);
      return read.model(Safetensors.parse(trees, "of classifier model " + where).tensors());
    } catch (IOException e) {
      String why =
          e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
      throw damaged(where, DESCRIPTION + ": " + firstLine(why), e);
    } catch (IllegalArgumentException e) {
      throw damaged(where, firstLine(e.getMessage()), e);
    }
  }

  static void write(ClassifierModel model, Path folder) {
    Map<String, byte[]> files = files(model);
    // the sums come last, so a folder that has been written in part is refused
    files.forEach((name, bytes) -> WholeFile.write(folder.resolve(name), ByteBuffer.wrap(bytes)));
  }

  static String fingerprint(ClassifierModel model) {
    byte[] sums = files(model).get(SUMS);
    return HexFormat.of().formatHex(sha256(sums != null ? sums : new byte[0]));
  }

  private static Map<String, byte[]> files(ClassifierModel model) {
    byte[] description;
    try {
      String text = JSON.writeValueAsString(Description.of(model)) + "\n";
      description = text.getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
    byte[] trees = new Safetensors(Description.tensors(model), Map.of()).toBytes();
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(DESCRIPTION, description);
    files.put(TREES, trees);
    files.put(SUMS, sums(description, trees));
    return files;
  }

  /// What the program `sha256sum` writes about the two files.
  private static byte[] sums(byte[] description, byte[] trees) {
    HexFormat hex = HexFormat.of();
    String text =
        hex.formatHex(sha256(description))
            + "  "
            + DESCRIPTION
            + "\n"
            + hex.formatHex(sha256(trees))
            + "  "
            + TREES
            + "\n";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String firstLine(@Nullable String text) {
    return text == null ? "no reason given" : text.lines().findFirst().orElse("");
  }

  private static BadInputException damaged(String where, String why, @Nullable Throwable cause) {
    String message =
        "Classifier model "
            + where
            + " is damaged: "
            + why
            + "; copy or train it again (after a change by hand, write "
            + SUMS
            + " with sha256sum)";
    return cause == null ? new BadInputException(message) : new BadInputException(message, cause);
  }
}
