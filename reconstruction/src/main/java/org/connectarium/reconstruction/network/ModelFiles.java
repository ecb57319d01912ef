package org.connectarium.reconstruction.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.connectarium.ingest.file.WholeFile;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.reconstruction.safetensors.Safetensors;

/// A model on disk: a folder with `model.json` and `weights.safetensors`, see
/// `docs/formats/model.md`.
///
/// @param network the description
/// @param weights the weights
public record ModelFiles(Network network, Safetensors weights) {
  private static final String DESCRIPTION = "model.json";
  private static final String WEIGHTS = "weights.safetensors";
  private static final List<String> SHIPPED = List.of("fibsem");

  /// Whether a folder holds a model.
  public static boolean exists(Path folder) {
    return Files.exists(folder.resolve(DESCRIPTION));
  }

  /// Reads a model.
  ///
  /// @throws BadInputException if it is missing or damaged
  public static ModelFiles read(Path folder) {
    Path description = folder.resolve(DESCRIPTION);
    try {
      return new ModelFiles(
          Network.fromJson(Files.readString(description), description.toString()),
          Safetensors.read(folder.resolve(WEIGHTS)));
    } catch (NoSuchFileException e) {
      throw new BadInputException(
          "No model at " + folder + ": it has no " + DESCRIPTION + "; train one or name another",
          e);
    } catch (IOException e) {
      throw new BadInputException("Cannot read model " + folder + ": " + e.getMessage(), e);
    }
  }

  /// Reads a model that comes with the program.
  ///
  /// @throws BadInputException if there is none of this name
  public static ModelFiles shipped(String name) {
    String place = "/models/" + name + "/";
    try (InputStream description = ModelFiles.class.getResourceAsStream(place + DESCRIPTION);
        InputStream weights = ModelFiles.class.getResourceAsStream(place + WEIGHTS)) {
      if (description == null || weights == null) {
        throw new BadInputException(
            "No model \"" + name + "\" comes with the program; it has: " + SHIPPED);
      }
      return new ModelFiles(
          Network.fromJson(new String(description.readAllBytes(), StandardCharsets.UTF_8), name),
          Safetensors.parse(weights.readAllBytes(), "of model " + name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Writes the model; the description comes last, so a folder with one is whole.
  public void write(Path folder) throws IOException {
    weights.write(folder.resolve(WEIGHTS));
    WholeFile.write(
        folder.resolve(DESCRIPTION),
        ByteBuffer.wrap(network.toJson().getBytes(StandardCharsets.UTF_8)));
  }

  /// SHA-256 over description and weights, in hexadecimal.
  public String fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(network.toJson().getBytes(StandardCharsets.UTF_8));
      new TreeMap<>(weights.tensors())
          .forEach(
              (name, tensor) -> {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                ByteBuffer values = ByteBuffer.allocate(4 * tensor.values().length);
                values.asFloatBuffer().put(tensor.values());
                digest.update(values);
              });
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// The network, ready to run.
  public Dl4jEngine engine() {
    return Dl4jEngine.load(network, weights, network.name());
  }
}
