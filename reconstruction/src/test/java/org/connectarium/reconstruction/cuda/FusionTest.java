package org.connectarium.reconstruction.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.connectarium.reconstruction.network.Architecture;
import org.connectarium.reconstruction.network.LayerGraph;
import org.connectarium.reconstruction.network.SampleNetworks;
import org.junit.jupiter.api.Test;

class FusionTest {
  private static final List<Integer> CUBE = List.of(3, 3, 3);
  private static final List<Integer> HALVE = List.of(2, 2, 2);

  private static List<String> described(Architecture architecture, boolean hopper) {
    return Fusion.of(LayerGraph.of(architecture, 3), hopper).stream()
        .map(
            fused ->
                switch (fused) {
                  case Fused.Convolution c -> c.kernel() + " " + c.result();
                  case Fused.Up up -> "UP " + up.result();
                  case Fused.Pool pool -> "POOL " + pool.result();
                  case Fused.Sum sum -> "SUM " + sum.result();
                })
        .toList();
  }

  @Test
  void poolsSkipsAndTheLastConvolutionNeedNoKernelOfTheirOwn() {
    var unet =
        new Architecture.UNet(
            List.of(
                new Architecture.Level(16, CUBE, HALVE), new Architecture.Level(48, CUBE, HALVE)),
            1);

    assertThat(described(unet, true))
        .containsExactly(
            "FIRST enc0a",
            "ROLLING enc0b",
            "CHUNKED_64 enc1a",
            "CHUNKED_64 enc1b",
            "UP skip0",
            "ROLLING logits");
  }

  @Test
  void olderCardsTakeTheGeneralKernel() {
    assertThat(described(SampleNetworks.plain(16, 32), false))
        .containsExactly("FIRST conv0", "GENERAL conv1", "GENERAL logits");
  }

  @Test
  void aLayerThatIsReadTwiceIsStored() {
    var residual =
        new Architecture.UNet(
            List.of(
                new Architecture.Level(32, CUBE, HALVE), new Architecture.Level(32, CUBE, HALVE)),
            1,
            true);

    // the pool reads the sum, and the skip reads it again
    assertThat(described(residual, true))
        .containsExactly(
            "FIRST enc0a",
            "CHUNKED_32 encsum0",
            "POOL pool0",
            "CHUNKED_32 enc1a",
            "CHUNKED_32 encsum1",
            "UP skip0",
            "CHUNKED_32 decsum0",
            "GENERAL logits");
  }
}
