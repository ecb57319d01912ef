package org.connectarium.reconstruction.network;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import org.connectarium.ingest.volume.BadInputException;

/// The description of a boundary network, stored as `model.json` beside `weights.safetensors`.
///
/// @param format always `connectarium-network`
/// @param version version of this description
/// @param name name of the model
/// @param architecture the layers
/// @param outputs meaning of each output channel
/// @param stored how many of the outputs, from the first, are written to the boundary map; the
///     others only help the training
/// @param greyMean grey value that becomes 0 at the input
/// @param greyScale grey values per unit at the input
/// @param voxelSizeNm voxel size (x, y, z) of the training data
/// @param tiling how the network is laid over a volume
/// @param provenance who made it, from which data, with which command, how good it is
public record Network(
    String format,
    int version,
    String name,
    Architecture architecture,
    List<OutputChannel> outputs,
    int stored,
    double greyMean,
    double greyScale,
    List<Double> voxelSizeNm,
    Tiling tiling,
    Map<String, String> provenance) {
  private static final String FORMAT = "connectarium-network";
  private static final int VERSION = 1;
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  public Network {
    outputs = List.copyOf(outputs);
    voxelSizeNm = List.copyOf(voxelSizeNm);
    provenance = Map.copyOf(provenance);
    if (stored < 1 || stored > outputs.size()) {
      throw new IllegalArgumentException(
          "Network stores " + stored + " of " + outputs.size() + " outputs");
    }
    LayerGraph.of(architecture, outputs.size()); // refuses layers that do not fit together
    if (!(greyScale > 0)) {
      throw new IllegalArgumentException("greyScale must be positive but was " + greyScale);
    }
  }

  /// A new network of the current version, without history.
  public static Network of(
      String name,
      Architecture architecture,
      List<OutputChannel> outputs,
      int stored,
      List<Double> voxelSizeNm,
      Tiling tiling) {
    return new Network(
        FORMAT,
        VERSION,
        name,
        architecture,
        outputs,
        stored,
        128,
        64,
        voxelSizeNm,
        tiling,
        Map.of());
  }

  /// The same network under another name, normalisation and history.
  public Network trained(
      String newName, double mean, double scale, List<Double> voxelSize, Map<String, String> made) {
    return new Network(
        format,
        version,
        newName,
        architecture,
        outputs,
        stored,
        mean,
        scale,
        voxelSize,
        tiling,
        made);
  }

  /// The layers, `logits` included.
  public LayerGraph layers() {
    return LayerGraph.of(architecture, outputs.size());
  }

  /// The description as JSON text.
  public String toJson() {
    try {
      return JSON.writeValueAsString(this) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Reads a description.
  ///
  /// @param where named in the error message
  /// @throws BadInputException if it is no description of a network, or of a newer version
  public static Network fromJson(String json, String where) {
    Network network;
    try {
      network = JSON.readValue(json, Network.class);
    } catch (JsonProcessingException e) {
      throw new BadInputException(
          "Model description " + where + " cannot be used: " + e.getOriginalMessage(), e);
    }
    if (!network.format.equals(FORMAT) || network.version > VERSION) {
      throw new BadInputException(
          "Model description "
              + where
              + " is of format "
              + network.format
              + " "
              + network.version
              + "; this program reads "
              + FORMAT
              + " up to "
              + VERSION);
    }
    return network;
  }
}
