package org.connectarium.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.connectarium.reconstruction.training.LabelledVolume;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherTrainingTest {
  @TempDir private Path folder = Path.of("");

  /* Three sections of 4 x 3 pixels; grey and label are x + 10 y + 40 z. */
  private Path dataset(String name, String box) throws IOException {
    Path sections = Files.createDirectories(folder.resolve("sections"));
    for (int z = 0; z < 3; z++) {
      BufferedImage image = new BufferedImage(4, 3, BufferedImage.TYPE_BYTE_GRAY);
      for (int i = 0; i < 12; i++) {
        image.getRaster().setSample(i % 4, i / 4, 0, i % 4 + 10 * (i / 4) + 40 * z);
      }
      ImageIO.write(image, "png", sections.resolve("s" + z + ".png").toFile());
    }
    return Files.writeString(
        folder.resolve(name),
        """
        image: sections
        voxelSizeNm: [5, 5, 40]
        truth: sections
        truthKind: membrane
        membraneValues: [51, 52, 93]
        train: {box: %s, validationBox: [0, 0, 0, 4, 3, 1]}
        """
            .formatted(box));
  }

  @Test
  void readsGreyValuesAndTruthOfTheBoxOnly() throws IOException {
    OtherTraining other = OtherTraining.read(dataset("a.yaml", "[1, 1, 1, 4, 3, 3]"));
    other.check();
    LabelledVolume volume = other.volume();
    assertThat(volume.zyx()).containsExactly(2, 2, 3);
    assertThat(volume.grey()).containsExactly(51, 52, 53, 61, 62, 63, 91, 92, 93, 101, 102, 103);
    assertThat(volume.truth()).containsExactly(1, 1, 2, 2, 2, 2, 2, 2, 1, 2, 2, 2);
  }

  @Test
  void anotherBoxIsAnotherFingerprint() throws IOException {
    OtherTraining one = OtherTraining.read(dataset("a.yaml", "[1, 1, 1, 4, 3, 3]"));
    OtherTraining two = OtherTraining.read(dataset("b.yaml", "[1, 1, 1, 4, 3, 2]"));
    assertThat(one.fingerprint()).isNotEqualTo(two.fingerprint());
    assertThat(one.fingerprint())
        .isEqualTo(OtherTraining.read(folder.resolve("a.yaml")).fingerprint());
  }
}
