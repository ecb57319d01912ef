package org.connectarium.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.connectarium.ingest.importer.VolumeSource;
import org.connectarium.ingest.volume.Box;
import org.connectarium.reconstruction.classification.LabelReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CleftMaskTest {
  @TempDir private Path folder = Path.of("");

  private LabelReader synapses(String... sections) throws IOException {
    for (int z = 0; z < sections.length; z++) {
      String[] rows = sections[z].split("/", -1);
      BufferedImage image =
          new BufferedImage(rows[0].length(), rows.length, BufferedImage.TYPE_BYTE_GRAY);
      for (int y = 0; y < rows.length; y++) {
        for (int x = 0; x < rows[y].length(); x++) {
          image.getRaster().setSample(x, y, 0, rows[y].charAt(x) == '.' ? 0 : rows[y].charAt(x));
        }
      }
      ImageIO.write(image, "png", Files.createDirectories(folder).resolve(z + ".png").toFile());
    }
    try (VolumeSource mask = VolumeSource.open(folder.toString(), folder)) {
      return CleftMask.synapses(mask);
    }
  }

  @Test
  void whatTouchesOverEdgesCornersAndSectionsIsOneSynapseWhateverItsGrey() throws IOException {
    LabelReader synapses = synapses("#a..#/.....", "..b../....#");
    assertThat(synapses.read(Box.ofSize(5, 2, 2)))
        .containsExactly(1, 1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 2);
  }

  @Test
  void aPartHasTheNumbersOfTheWhole() throws IOException {
    LabelReader synapses = synapses("#...#/.....", "...../....#");
    assertThat(synapses.read(new Box(3, 0, 0, 5, 2, 1))).containsExactly(0, 2, 0, 0);
    assertThat(synapses.read(new Box(4, 1, 1, 5, 2, 2))).containsExactly(2);
  }
}
