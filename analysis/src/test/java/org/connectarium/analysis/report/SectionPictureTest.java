package org.connectarium.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class SectionPictureTest {
  @Test
  void readsBytesAsUnsigned() {
    SectionPicture picture = SectionPicture.grey(new byte[] {0, 127, (byte) 128, (byte) 255}, 2, 2);
    assertThat(picture.rgb()).containsExactly(0x000000, 0x7f7f7f, 0x808080, 0xffffff);
  }

  @Test
  void heatGrowsBrighterWithTheBoundary() {
    byte[] ramp = new byte[256];
    for (int i = 0; i < 256; i++) {
      ramp[i] = (byte) i;
    }
    int[] rgb = SectionPicture.boundary(ramp, 256, 1).rgb();
    assertThat(rgb[0]).isZero();
    for (int i = 1; i < 256; i++) {
      assertThat(luminance(rgb[i])).as("value %d", i).isGreaterThanOrEqualTo(luminance(rgb[i - 1]));
    }
  }

  @Test
  void aLabelHasOneColourAndZeroStaysGrey() {
    byte[] grey = {100, 100, 100, 100, 100, 100};
    int[] rgb = SectionPicture.labels(grey, new long[] {0, 5, 5, 5, 9, 9}, 6, 1).rgb();
    assertThat(rgb[0]).isEqualTo(0x646464);
    assertThat(rgb[1]).isEqualTo(rgb[2]).isNotEqualTo(0x646464);
    assertThat(luminance(rgb[3])).as("line between labels").isLessThan(luminance(rgb[2]));
    assertThat(rgb[5]).isNotEqualTo(rgb[2]);
  }

  @Test
  void idsThatFollowEachOtherHaveColoursThatDiffer() {
    Set<Integer> colors = new HashSet<>();
    for (long id = 72057594037927937L; id < 72057594037927937L + 200; id++) {
      colors.add(SectionPicture.color(id));
    }
    assertThat(colors).hasSizeGreaterThan(195);
  }

  @Test
  void writesAPngThatAReaderReads() throws IOException {
    SectionPicture picture = SectionPicture.grey(new byte[100 * 80], 100, 80).withScaleBar(30);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture.png()));
    assertThat(image.getWidth()).isEqualTo(100);
    assertThat(image.getRGB(3, 76) & 0xffffff).isEqualTo(0xffffff);
    assertThat(image.getRGB(40, 76) & 0xffffff).isZero();
  }

  @Test
  void refusesAnArrayOfAnotherLength() {
    assertThatThrownBy(() -> SectionPicture.grey(new byte[5], 2, 2))
        .hasMessageContaining("2 x 2 pixels cannot have 5 values");
  }

  private static double luminance(int rgb) {
    return 0.2126 * (rgb >> 16) + 0.7152 * (rgb >> 8 & 0xff) + 0.0722 * (rgb & 0xff);
  }
}
