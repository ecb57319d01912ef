package org.connectarium.reconstruction.training;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.reconstruction.network.Architecture;
import org.connectarium.reconstruction.network.Network;
import org.connectarium.reconstruction.network.OutputChannel;
import org.connectarium.reconstruction.network.Tiling;
import org.connectarium.reconstruction.symmetry.Symmetry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingTest {
  @TempDir Path folder;

  private static Network network(Architecture architecture) {
    return Network.of(
        "tiny",
        architecture,
        List.of(OutputChannel.boundary()),
        1,
        List.of(10.0, 10.0, 10.0),
        new Tiling(List.of(16, 16, 16), List.of(2, 2, 2), List.of(2, 2, 2)));
  }

  private static Network unet() {
    var three = List.of(3, 3, 3);
    var two = List.of(2, 2, 2);
    return network(
        new Architecture.UNet(
            List.of(new Architecture.Level(4, three, two), new Architecture.Level(4, three, two)),
            1));
  }

  /// Dark membranes between bright boxes, with noise.
  private static LabelledVolume boxes(long seed) {
    int n = 32;
    var random = new Random(seed);
    byte[] grey = new byte[n * n * n];
    long[] mask = new long[n * n * n];
    for (int i = 0; i < mask.length; i++) {
      boolean wall = i % n % 8 == 3 || i / n % n % 8 == 3 || i / (n * n) % 8 == 3;
      mask[i] = wall ? 1 : 0;
      grey[i] = (byte) ((wall ? 80 : 160) + random.nextInt(40));
    }
    return LabelledVolume.ofMembrane(new int[] {n, n, n}, grey, mask);
  }

  private static TrainingPlan plan(int steps, int patience) {
    var augmentation =
        new Augmentation(
            Symmetry.Group.ISOTROPIC,
            0.1,
            0.1,
            0.1,
            0.1,
            0.1,
            2,
            0.1,
            0.3,
            0.1,
            1,
            0.1,
            1,
            Appearance.KEPT);
    return new TrainingPlan(steps, List.of(16, 16, 16), 0.01, 3, 10, 2, patience, augmentation);
  }

  private Training.Result train(TrainingPlan plan, String checkpoint, int stopAfter)
      throws IOException {
    return new Training(unet(), plan, List.of(boxes(1)), boxes(2))
        .run(
            folder.resolve(checkpoint),
            Runnable::run,
            (done, total) -> {
              if (done == stopAfter) {
                throw new IllegalStateException("killed");
              }
            });
  }

  @Test
  void learnsDarkMembranes() throws IOException {
    var curve = train(plan(120, 100), "a", -1).curve();
    // a guess of the mean would have the entropy of the membrane fraction 1 − (7/8)³ = 0.33
    assertThat(curve.getLast().validation()).isLessThan(0.5 * 0.634);
    assertThat(curve.getLast().step()).isEqualTo(120);
  }

  @Test
  void killedAndStartedAgainEndsWithTheSameWeights() throws IOException {
    var whole = train(plan(40, 100), "whole", -1);
    assertThatThrownBy(() -> train(plan(40, 100), "killed", 27)).hasMessage("killed");
    var resumed = train(plan(40, 100), "killed", -1);
    assertThat(resumed.curve()).isEqualTo(whole.curve());
    whole
        .weights()
        .tensors()
        .forEach(
            (name, tensor) ->
                assertThat(requireNonNull(resumed.weights().tensors().get(name)).values())
                    .as(name)
                    .containsExactly(tensor.values()));
  }

  @Test
  void aCheckpointOfAnotherPlanIsNotUsed() throws IOException {
    train(plan(10, 100), "c", -1);
    assertThat(train(plan(20, 100), "c", -1).curve()).hasSize(2);
  }

  @Test
  void stopsEarlyWhenTheValidationNoLongerImproves() throws IOException {
    var curve = train(plan(4000, 1), "early", 400 + 1).curve();
    assertThat(curve.size()).isLessThan(40);
    assertThat(curve.getLast().validation())
        .isGreaterThanOrEqualTo(
            curve.stream().mapToDouble(LossPoint::validation).min().orElseThrow());
  }

  @Test
  void segEmTrainsInTheSameWay() throws IOException {
    var segem = network(new Architecture.SegEm(2, 3, List.of(3, 3, 3)));
    var result =
        new Training(segem, plan(40, 100), List.of(boxes(1)), boxes(2))
            .run(folder.resolve("s"), Runnable::run, (done, total) -> {});
    assertThat(result.curve().getLast().validation())
        .isLessThan(result.curve().getFirst().validation());
  }

  @Test
  void refusesAVolumeSmallerThanACrop() {
    var small = LabelledVolume.ofMembrane(new int[] {8, 16, 16}, new byte[2048], new long[2048]);
    assertThatThrownBy(() -> new Training(unet(), plan(10, 1), List.of(boxes(1), small), boxes(1)))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("8 voxels along z");
  }
}
