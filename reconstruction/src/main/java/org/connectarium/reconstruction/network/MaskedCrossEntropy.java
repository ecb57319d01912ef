package org.connectarium.reconstruction.network;

import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.ops.transforms.Transforms;

/// Mean binary cross entropy of logits against targets 0 and 1; a negative target is ignored.
///
/// The mean is over the voxels and channels that count, so that the learning rate means the same
/// for a crop that is half unknown. The output layer must have the identity activation.
final class MaskedCrossEntropy implements ILossFunction {
  private static final long serialVersionUID = 1L;

  @Override
  public double computeScore(
      INDArray labels,
      INDArray preOutput,
      IActivation activation,
      @Nullable INDArray mask,
      boolean average) {
    INDArray counts = counting(labels);
    // log(1 + e^x) − x·y, written without overflow
    INDArray loss =
        Transforms.log(Transforms.exp(Transforms.abs(preOutput).negi(), false).addi(1), false)
            .addi(Transforms.max(preOutput, 0))
            .subi(preOutput.mul(labels))
            .muli(counts);
    return loss.sumNumber().doubleValue() / Math.max(1, counts.sumNumber().doubleValue());
  }

  @Override
  public INDArray computeScoreArray(
      INDArray labels, INDArray preOutput, IActivation activation, @Nullable INDArray mask) {
    throw new UnsupportedOperationException("Score per example is not defined for volumes");
  }

  @Override
  public INDArray computeGradient(
      INDArray labels, INDArray preOutput, IActivation activation, @Nullable INDArray mask) {
    INDArray counts = counting(labels);
    double n = Math.max(1, counts.sumNumber().doubleValue());
    return Transforms.sigmoid(preOutput, true).subi(labels).muli(counts).divi(n);
  }

  @Override
  public Pair<Double, INDArray> computeGradientAndScore(
      INDArray labels,
      INDArray preOutput,
      IActivation activation,
      @Nullable INDArray mask,
      boolean average) {
    return new Pair<>(
        computeScore(labels, preOutput, activation, mask, average),
        computeGradient(labels, preOutput, activation, mask));
  }

  @Override
  public String name() {
    return "masked cross entropy";
  }

  private static INDArray counting(INDArray labels) {
    return labels.gte(0).castTo(DataType.FLOAT);
  }
}
