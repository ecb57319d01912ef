package org.connectarium.reconstruction.safetensors;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.connectarium.ingest.volume.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsTest {
  @TempDir Path folder;

  @Test
  void readsBackWhatItWrote() throws IOException {
    Path file = folder.resolve("w.safetensors");
    var tensor = new Tensor(List.of(2, 3), new float[] {1, 2, 3, 4, 5, -6.5f});
    new Safetensors(
            Map.of("b", tensor, "a", new Tensor(List.of(), new float[] {7})), Map.of("k", "v"))
        .write(file);
    Safetensors back = Safetensors.read(file);
    assertThat(back.metadata()).containsExactly(Map.entry("k", "v"));
    assertThat(back.tensors().keySet()).containsExactlyInAnyOrder("a", "b");
    Tensor b = requireNonNull(back.tensors().get("b"));
    assertThat(b.shape()).containsExactly(2, 3);
    assertThat(b.values()).containsExactly(1, 2, 3, 4, 5, -6.5f);
  }

  @Test
  void layoutIsHeaderLengthThenJsonThenLittleEndianValues() throws IOException {
    Path file = folder.resolve("w.safetensors");
    new Safetensors(Map.of("a", new Tensor(List.of(1), new float[] {1})), Map.of()).write(file);
    var bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    int header = (int) bytes.getLong();
    byte[] text = new byte[header];
    bytes.get(text);
    assertThat(new String(text, StandardCharsets.UTF_8).strip())
        .isEqualTo(
            "{\"__metadata__\":{},\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}");
    assertThat(header % 8).isZero();
    assertThat(bytes.getInt()).isEqualTo(0x3f800000);
    assertThat(bytes.hasRemaining()).isFalse();
  }

  @Test
  void refusesATruncatedFileAtEveryLength() throws IOException {
    Path file = folder.resolve("w.safetensors");
    new Safetensors(Map.of("a", new Tensor(List.of(3), new float[3])), Map.of()).write(file);
    byte[] whole = Files.readAllBytes(file);
    for (int n = 0; n < whole.length; n++) {
      Files.write(file, java.util.Arrays.copyOf(whole, n));
      assertThatThrownBy(() -> Safetensors.read(file))
          .as("%d of %d bytes", n, whole.length)
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("w.safetensors");
    }
  }

  @Test
  void refusesHostileLengthsOffsetsAndValues() throws IOException {
    refuses(Long.MAX_VALUE, "{}", new byte[0], "header claims");
    refuses(-1, "{}", new byte[0], "header claims");
    refuses(header("[1000000000]", "[0,4]"), "claims bytes");
    refuses(header("[1]", "[-4,0]"), "claims bytes");
    refuses(header("[-1]", "[0,4]"), "has shape");
    refuses(header("[65536,65536,65536]", "[0,4]"), "has shape");
    String one = header("[1]", "[0,4]");
    refuses(one.length(), one, new byte[] {0, 0, (byte) 0xc0, 0x7f}, "holds the value NaN");
  }

  private static String header(String shape, String offsets) {
    return "{\"a\":{\"dtype\":\"F32\",\"shape\":" + shape + ",\"data_offsets\":" + offsets + "}}";
  }

  private void refuses(String header, String message) throws IOException {
    refuses(header.length(), header, new byte[4], message);
  }

  private void refuses(long length, String header, byte[] data, String message) throws IOException {
    Path file = folder.resolve("hostile.safetensors");
    var out = ByteBuffer.allocate(8 + header.length() + data.length).order(ByteOrder.LITTLE_ENDIAN);
    out.putLong(length).put(header.getBytes(StandardCharsets.UTF_8)).put(data);
    Files.write(file, out.array());
    assertThatThrownBy(() -> Safetensors.read(file))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(message);
  }
}
