package org.connectarium.reconstruction.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class KernelImagesTest {
  private static final Path SOURCES = Path.of("src/main/cuda");

  @Test
  void imagesWereCompiledFromTheSourcesBesideThem() throws Exception {
    List<String> lines;
    try (Stream<Path> files = Files.list(SOURCES)) {
      lines =
          files
              .filter(f -> f.toString().matches(".*\\.cuh?"))
              .sorted()
              .map(KernelImagesTest::line)
              .toList();
    }

    assertThat(lines)
        .as("run src/main/cuda/build after a change of the kernels")
        .isEqualTo(new String(resource("sources.txt"), StandardCharsets.UTF_8).lines().toList());
  }

  @Test
  void imagesHoldEveryKernelThatIsLaunched() throws Exception {
    String portable = new String(image("portable.ptx"), StandardCharsets.ISO_8859_1);
    String hopper = new String(image("hopper.cubin"), StandardCharsets.ISO_8859_1);

    assertThat(portable)
        .contains(".target sm_80")
        .contains(".entry first_16(", ".entry first_32(", ".entry convolution(")
        .contains(".entry convolution_of_image(", ".entry pool(", ".entry add(")
        .contains(".entry up_0(", ".entry up_1(", ".entry up_2(", ".entry up_3(")
        .contains(".entry up_4(", ".entry up_6(", ".entry up_8(");
    assertThat(hopper)
        .contains("rolling_16_pooled", "rolling_32_pooled", "rolling_16_head", "rolling_32_head")
        .contains("chunked_32", "chunked_64", "chunked_32_any", "chunked_64_any")
        .contains("chunked_32_plane", "chunked_64_plane")
        .contains("chunked_32_plane_any", "chunked_64_plane_any");
  }

  private static String line(Path source) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(source));
      return HexFormat.of().formatHex(digest) + "  " + source.getFileName();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] image(String name) throws Exception {
    return new GZIPInputStream(new ByteArrayInputStream(resource(name + ".gz"))).readAllBytes();
  }

  private static byte[] resource(String name) throws Exception {
    try (var in = KernelImagesTest.class.getResourceAsStream("/cuda/" + name)) {
      assertThat(in).as(name).isNotNull();
      return in.readAllBytes();
    }
  }
}
