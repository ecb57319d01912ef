package org.connectarium.reconstruction.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.reconstruction.safetensors.Safetensors;
import org.connectarium.reconstruction.safetensors.Tensor;

/// Everything a training needs to go on after it was stopped, in one safetensors file.
///
/// @param fingerprint of network, plan and data; another one starts afresh
/// @param steps steps made
/// @param weights weights after them
/// @param optimiser state of the optimiser
/// @param best weights with the lowest validation loss so far
/// @param curve the loss curve so far
@SuppressWarnings("ArrayRecordComponent") // a carrier of bulk data, never compared
record Checkpoint(
    String fingerprint,
    int steps,
    Safetensors weights,
    float[] optimiser,
    Safetensors best,
    List<LossPoint> curve) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NOW = "now/";
  private static final String BEST = "best/";
  private static final String OPTIMISER = "optimiser";

  void write(Path file) throws IOException {
    Map<String, Tensor> all = new HashMap<>();
    weights.tensors().forEach((k, v) -> all.put(NOW + k, v));
    best.tensors().forEach((k, v) -> all.put(BEST + k, v));
    all.put(OPTIMISER, new Tensor(List.of(optimiser.length), optimiser));
    new Safetensors(
            all,
            Map.of(
                "fingerprint",
                fingerprint,
                "steps",
                Integer.toString(steps),
                "curve",
                JSON.writeValueAsString(curve)))
        .write(file);
  }

  static Checkpoint read(Path file) {
    Safetensors all = Safetensors.read(file);
    try {
      Tensor optimiser = all.tensors().get(OPTIMISER);
      String curve = all.metadata().get("curve");
      if (optimiser == null || curve == null) {
        throw new BadInputException(
            "Checkpoint " + file + " is incomplete; remove it to train from the start");
      }
      return new Checkpoint(
          all.metadata().getOrDefault("fingerprint", ""),
          Integer.parseInt(all.metadata().getOrDefault("steps", "0")),
          part(all, NOW),
          optimiser.values(),
          part(all, BEST),
          JSON.readValue(curve, new TypeReference<List<LossPoint>>() {}));
    } catch (JsonProcessingException | NumberFormatException e) {
      throw new BadInputException(
          "Checkpoint " + file + " is damaged; remove it to train from the start", e);
    }
  }

  private static Safetensors part(Safetensors all, String prefix) {
    Map<String, Tensor> part = new HashMap<>();
    all.tensors()
        .forEach(
            (k, v) -> {
              if (k.startsWith(prefix)) {
                part.put(k.substring(prefix.length()), v);
              }
            });
    return new Safetensors(part, Map.of());
  }
}
