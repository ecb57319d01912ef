package org.connectarium.reconstruction.training;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.reconstruction.network.Dl4jEngine;
import org.connectarium.reconstruction.network.Network;
import org.connectarium.reconstruction.safetensors.Safetensors;
import org.connectarium.reconstruction.training.CropSampler.Crop;

/// Trains a boundary network on labelled volumes by stochastic gradient descent (Adam), one crop
/// a
/// step, with masked cross entropy, validation, early stopping and checkpoints.
///
/// A training is a pure function of network, plan and data: killed and started again it goes on
/// from its last checkpoint and ends with the same weights.
///
/// Method: D. Kingma, J. Ba, *Adam*, ICLR 2015,
/// [arXiv:1412.6980](https://arxiv.org/abs/1412.6980).
public final class Training {
  private final Network network;
  private final TrainingPlan plan;
  private final CropSampler crops;
  private final CropSampler validationCrops;
  private final int[] patch;
  private final String fingerprint;

  /// What a training leaves.
  ///
  /// @param network the description with the normalisation of the data
  /// @param weights the weights with the lowest validation loss
  /// @param curve the loss curve
  public record Result(Network network, Safetensors weights, List<LossPoint> curve) {}

  /// Told after every step; may throw to stop the training.
  public interface Listener {
    /// One step was made.
    ///
    /// @param done steps made
    /// @param total steps planned
    void step(int done, int total);
  }

  /// A training that has not begun.
  ///
  /// @param train volumes to learn from, each as often as its share of the voxels
  /// @param validation volume whose known voxels measure the progress, never learnt from
  /// @throws BadInputException if the volumes are smaller than a crop
  public Training(
      Network start, TrainingPlan plan, List<LabelledVolume> train, LabelledVolume validation) {
    double[] grey = LabelledVolume.greyMeanAndDeviation(train);
    this.network =
        start.trained(start.name(), grey[0], grey[1], start.voxelSizeNm(), start.provenance());
    this.plan = plan;
    this.patch = plan.patch().stream().mapToInt(Integer::intValue).toArray();
    train.forEach(volume -> checkSizes(volume, "training"));
    checkSizes(validation, "validation");
    this.crops = new CropSampler(train, network, plan.augmentation(), patch, plan.seed());
    this.validationCrops =
        new CropSampler(List.of(validation), network, plan.augmentation(), patch, ~plan.seed());
    this.fingerprint = fingerprint(network, plan, train, validation);
  }

  /// Trains to the end.
  ///
  /// @param checkpoint file to go on from, if it exists, and to write to
  /// @param executor prepares the next crop while the network learns from this one
  public Result run(Path checkpoint, Executor executor, Listener listener) throws IOException {
    Dl4jEngine engine = Dl4jEngine.create(network, plan.seed());
    List<LossPoint> curve = new ArrayList<>();
    Safetensors best = engine.weights();
    int step = 0;
    if (Files.exists(checkpoint)) {
      Checkpoint last = Checkpoint.read(checkpoint);
      if (last.fingerprint().equals(fingerprint)) {
        engine = Dl4jEngine.load(network, last.weights(), checkpoint.toString());
        engine.restoreOptimiser(last.optimiser(), last.steps());
        curve.addAll(last.curve());
        best = last.best();
        step = last.steps();
      }
    }
    double lossSum = 0;
    int lossCount = 0;
    CompletableFuture<Crop> next = prepare(step, executor);
    while (step < plan.steps() && !stopsEarly(curve)) {
      Crop crop = next.join();
      next = prepare(step + 1, executor);
      lossSum += engine.train(crop.input(), patch, crop.targets(), plan.learningRate(step));
      lossCount++;
      step++;
      if (step % plan.validateEvery() == 0 || step == plan.steps()) {
        double validation = validate(engine);
        boolean better =
            curve.stream().allMatch(p -> p.validation() > validation) || curve.isEmpty();
        curve.add(new LossPoint(step, lossSum / lossCount, validation));
        lossSum = 0;
        lossCount = 0;
        if (better) {
          best = engine.weights();
        }
        new Checkpoint(fingerprint, step, engine.weights(), engine.optimiserState(), best, curve)
            .write(checkpoint);
      }
      listener.step(step, plan.steps());
    }
    next.join();
    return new Result(network, best, List.copyOf(curve));
  }

  private CompletableFuture<Crop> prepare(int step, Executor executor) {
    return CompletableFuture.supplyAsync(() -> crops.varied(step), executor);
  }

  private double validate(Dl4jEngine engine) {
    double sum = 0;
    double weight = 0;
    for (int i = 0; i < plan.validationCrops(); i++) {
      Crop crop = validationCrops.plain(i);
      sum += crop.knownFraction() * engine.loss(crop.input(), patch, crop.targets());
      weight += crop.knownFraction();
    }
    return sum / Math.max(1e-12, weight);
  }

  private boolean stopsEarly(List<LossPoint> curve) {
    int best = 0;
    for (int i = 1; i < curve.size(); i++) {
      if (curve.get(i).validation() < curve.get(best).validation()) {
        best = i;
      }
    }
    return curve.size() - 1 - best >= plan.patience();
  }

  private void checkSizes(LabelledVolume volume, String what) {
    boolean square = patch[1] == patch[2];
    boolean cube = square && patch[0] == patch[1];
    boolean fits =
        switch (plan.augmentation().symmetries()) {
          case ISOTROPIC -> cube;
          case SECTIONS -> square;
        };
    if (!fits) {
      throw new BadInputException(
          "Training patch (z, y, x) "
              + plan.patch()
              + " does not fit the symmetries "
              + plan.augmentation().symmetries()
              + ": isotropic data needs a cube, sections need equal x and y");
    }
    for (int a = 0; a < 3; a++) {
      int multiple = network.architecture().multiple().get(a);
      if (patch[a] % multiple != 0) {
        throw new BadInputException(
            "Training patch along "
                + "zyx".charAt(a)
                + " must be a multiple of "
                + multiple
                + " but is "
                + patch[a]);
      }
      if (patch[a] <= 2 * network.architecture().shrink().get(a)) {
        throw new BadInputException(
            "Training patch along "
                + "zyx".charAt(a)
                + " must be larger than the field of view margin "
                + 2 * network.architecture().shrink().get(a)
                + " but is "
                + patch[a]);
      }
      if (volume.zyx()[a] < patch[a]) {
        throw new BadInputException(
            "The "
                + what
                + " box has "
                + volume.zyx()[a]
                + " voxels along "
                + "zyx".charAt(a)
                + ", less than the training patch of "
                + patch[a]
                + "; enlarge the box or set a smaller patch");
      }
    }
  }

  private static String fingerprint(
      Network network, TrainingPlan plan, List<LabelledVolume> train, LabelledVolume validation) {
    List<LabelledVolume> volumes = new ArrayList<>(train);
    volumes.add(validation);
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(network.toJson().getBytes(StandardCharsets.UTF_8));
      digest.update(plan.toString().getBytes(StandardCharsets.UTF_8));
      for (LabelledVolume volume : volumes) {
        digest.update(volume.grey());
        ByteBuffer truth = ByteBuffer.allocate(4 * volume.zyx()[2]);
        for (int i = 0; i < volume.truth().length; i++) {
          truth.putInt(volume.truth()[i]);
          if (!truth.hasRemaining()) {
            digest.update(truth.flip());
            truth.clear();
          }
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
