package org.connectarium.reconstruction.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.connectarium.ingest.volume.VoxelSize;
import org.connectarium.reconstruction.network.Network;
import org.connectarium.reconstruction.network.Preset;
import org.junit.jupiter.api.Test;

class CropSamplerTest {
  private static final int[] PATCH = {4, 4, 4};

  /* All voxels of one grey; all membrane where they are dark. */
  private static LabelledVolume flat(int sections, int grey) {
    byte[] greys = new byte[sections * 64];
    Arrays.fill(greys, (byte) grey);
    long[] mask = new long[greys.length];
    Arrays.fill(mask, grey < 128 ? 1 : 0);
    return LabelledVolume.ofMembrane(new int[] {sections, 8, 8}, greys, mask);
  }

  private static CropSampler sampler(LabelledVolume... volumes) {
    Network network =
        Preset.SSTEM_UNET
            .network("n", new VoxelSize(5, 5, 40))
            .trained("n", 0, 1, List.of(5.0, 5.0, 40.0), java.util.Map.of());
    return new CropSampler(List.of(volumes), network, Augmentation.sections(), PATCH, 5);
  }

  @Test
  void takesCropsOfEachVolumeAsOftenAsItsShareOfTheVoxels() {
    CropSampler sampler = sampler(flat(12, 200), flat(4, 50));
    int dark = 0;
    for (int n = 0; n < 400; n++) {
      dark += sampler.plain(n).input()[0] == 50 ? 1 : 0;
    }
    assertThat(dark).isBetween(70, 130);
  }

  @Test
  void greyValuesAndTruthComeFromTheSameVolume() {
    CropSampler sampler = sampler(flat(4, 200), flat(4, 50));
    for (int n = 0; n < 50; n++) {
      CropSampler.Crop crop = sampler.plain(n);
      assertThat(crop.targets()).containsOnly(crop.input()[0] == 50 ? 1 : 0);
      assertThat(crop.input()).containsOnly(crop.input()[0]);
    }
  }
}
