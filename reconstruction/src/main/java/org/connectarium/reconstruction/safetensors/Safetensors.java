package org.connectarium.reconstruction.safetensors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.connectarium.ingest.file.WholeFile;
import org.connectarium.ingest.volume.BadInputException;

/// A safetensors file of 32-bit floats: named tensors and a text-to-text map of metadata.
///
/// Layout: 8 bytes little-endian header length, JSON header, then the values little-endian
/// without
/// gaps. Tensors are written in the order of their names, so the same weights give the same
/// bytes.
/// Format: [safetensors](https://huggingface.co/docs/safetensors).
///
/// @param tensors name to tensor, in the order of the file
/// @param metadata free text, the header's `__metadata__`
public record Safetensors(Map<String, Tensor> tensors, Map<String, String> metadata) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String METADATA = "__metadata__";
  private static final int MAX_HEADER_BYTES = 100_000_000;

  public Safetensors {
    tensors = Map.copyOf(tensors);
    metadata = Map.copyOf(metadata);
  }

  /// Writes the file whole or not at all.
  ///
  /// @throws BadInputException if the folder cannot be written
  public void write(Path file) throws IOException {
    WholeFile.write(file, ByteBuffer.wrap(toBytes()));
  }

  /// The bytes of a file.
  public byte[] toBytes() {
    ObjectNode header = JSON.createObjectNode();
    ObjectNode meta = header.putObject(METADATA);
    new TreeMap<>(metadata).forEach(meta::put);
    long offset = 0;
    var sorted = new TreeMap<>(tensors);
    for (var e : sorted.entrySet()) {
      ObjectNode t = header.putObject(e.getKey());
      t.put("dtype", "F32");
      var shape = t.putArray("shape");
      e.getValue().shape().forEach(shape::add);
      long end = offset + 4L * e.getValue().values().length;
      t.putArray("data_offsets").add(offset).add(end);
      offset = end;
    }
    byte[] text = header.toString().getBytes(StandardCharsets.UTF_8);
    int padded = (text.length + 7) / 8 * 8;
    var out =
        ByteBuffer.allocate(Math.toIntExact(8 + padded + offset)).order(ByteOrder.LITTLE_ENDIAN);
    out.putLong(padded).put(text);
    while (out.position() < 8 + padded) {
      out.put((byte) ' ');
    }
    for (Tensor t : sorted.values()) {
      for (float v : t.values()) {
        out.putFloat(v);
      }
    }
    return out.array();
  }

  /// Reads a file and checks every length in it before anything is allocated.
  ///
  /// @throws BadInputException if the file is missing, truncated, damaged or holds NaN or
  ///     infinity
  public static Safetensors read(Path file) {
    try {
      return parse(Files.readAllBytes(file), file.toString());
    } catch (NoSuchFileException e) {
      throw new BadInputException("No weights at " + file + "; train a model or name another", e);
    } catch (IOException e) {
      throw new BadInputException("Cannot read weights " + file + ": " + e.getMessage(), e);
    }
  }

  /// Reads the bytes of a file, with the same checks.
  ///
  /// @param file named in error messages
  public static Safetensors parse(byte[] bytes, String file) {
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (in.remaining() < 8) {
      throw damaged(file, "it has only " + in.remaining() + " bytes");
    }
    long headerBytes = in.getLong();
    if (headerBytes < 2 || headerBytes > Math.min(MAX_HEADER_BYTES, in.remaining())) {
      throw damaged(file, "its header claims " + headerBytes + " bytes");
    }
    byte[] text = new byte[(int) headerBytes];
    in.get(text);
    JsonNode header;
    try {
      header = JSON.readTree(new String(text, StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw damaged(file, "its header is no JSON");
    }
    return tensors(file, header, in.slice().order(ByteOrder.LITTLE_ENDIAN));
  }

  private static Safetensors tensors(String file, JsonNode header, ByteBuffer data) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    Map<String, String> metadata = new LinkedHashMap<>();
    for (var field : header.properties()) {
      if (field.getKey().equals(METADATA)) {
        field.getValue().properties().forEach(m -> metadata.put(m.getKey(), m.getValue().asText()));
      } else {
        tensors.put(field.getKey(), tensor(file, field.getKey(), field.getValue(), data));
      }
    }
    return new Safetensors(tensors, metadata);
  }

  private static Tensor tensor(String file, String name, JsonNode node, ByteBuffer data) {
    if (!node.path("dtype").asText().equals("F32")) {
      throw damaged(file, "tensor " + name + " is not of type F32");
    }
    List<Integer> shape = new ArrayList<>();
    long n = 1;
    for (JsonNode s : node.path("shape")) {
      if (!s.canConvertToInt() || s.asInt() < 0 || n > Integer.MAX_VALUE) {
        throw damaged(file, "tensor " + name + " has shape " + node.path("shape"));
      }
      shape.add(s.asInt());
      n *= s.asInt();
    }
    long begin = node.path("data_offsets").path(0).asLong(-1);
    long end = node.path("data_offsets").path(1).asLong(-1);
    if (begin < 0 || end > data.capacity() || end - begin != 4 * n) {
      throw damaged(
          file,
          "tensor " + name + " claims bytes " + begin + " to " + end + " of " + data.capacity());
    }
    float[] values = new float[(int) n];
    data.slice((int) begin, (int) (end - begin))
        .order(ByteOrder.LITTLE_ENDIAN)
        .asFloatBuffer()
        .get(values);
    for (float v : values) {
      if (!Float.isFinite(v)) {
        throw damaged(file, "tensor " + name + " holds the value " + v);
      }
    }
    return new Tensor(shape, values);
  }

  private static BadInputException damaged(String file, String why) {
    return new BadInputException(
        "Weights " + file + " are damaged: " + why + "; copy or train the model again");
  }
}
