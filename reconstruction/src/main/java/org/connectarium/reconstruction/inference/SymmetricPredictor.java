package org.connectarium.reconstruction.inference;

import java.util.List;
import org.connectarium.reconstruction.network.Engine;
import org.connectarium.reconstruction.network.Network;
import org.connectarium.reconstruction.network.OutputChannel;
import org.connectarium.reconstruction.symmetry.Symmetry;

/// Predicts one tile as the mean over several symmetries of the input (test-time augmentation).
///
/// An affinity names a pair of voxels. Seen through a symmetry the pair may be named by its other
/// voxel and by another channel; the mean is over the same pairs.
final class SymmetricPredictor {
  private final Engine engine;
  private final List<Symmetry> symmetries;

  SymmetricPredictor(Engine engine, Symmetry.Group group, int count) {
    this.engine = engine;
    this.symmetries = Symmetry.all(group).subList(0, count);
  }

  /// Probability that a voxel is, or the pair of a channel is separated by, a boundary.
  ///
  /// @param input scaled grey values (z, y, x)
  /// @return stored channels (c, z, y, x) in the size of the output
  float[] boundary(float[] input, int[] inputZyx) {
    Network network = engine.network();
    int[] out = engine.outputZyx(inputZyx);
    int voxels = out[0] * out[1] * out[2];
    float[] sum = new float[network.stored() * voxels];
    for (Symmetry symmetry : symmetries) {
      int[] source = symmetry.sourceIndices(inputZyx);
      float[] turned = new float[input.length];
      for (int i = 0; i < turned.length; i++) {
        turned[i] = input[source[i]];
      }
      add(engine.predict(turned, symmetry.size(inputZyx)), symmetry, out, sum);
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] /= symmetries.size();
    }
    return sum;
  }

  private void add(float[] predicted, Symmetry symmetry, int[] out, float[] sum) {
    Network network = engine.network();
    int voxels = out[0] * out[1] * out[2];
    int[] source = symmetry.sourceIndices(out);
    int[] size = symmetry.size(out);
    for (int c = 0; c < network.stored(); c++) {
      OutputChannel channel = network.outputs().get(c);
      int[] offset = channel.offset().stream().mapToInt(Integer::intValue).toArray();
      int[] seen = symmetry.step(offset);
      int other = channelOf(network, channel.kind(), seen, 1);
      boolean named = other >= 0;
      if (!named) {
        other = channelOf(network, channel.kind(), seen, -1);
      }
      int[] shift = named ? new int[3] : seen;
      int i = 0;
      for (int z = 0; z < size[0]; z++) {
        int sz = Math.clamp(z + shift[0], 0, size[0] - 1);
        for (int y = 0; y < size[1]; y++) {
          int sy = Math.clamp(y + shift[1], 0, size[1] - 1);
          for (int x = 0; x < size[2]; x++) {
            int sx = Math.clamp(x + shift[2], 0, size[2] - 1);
            float p = predicted[other * voxels + (sz * size[1] + sy) * size[2] + sx];
            sum[c * voxels + source[i++]] +=
                switch (channel.kind()) {
                  case BOUNDARY -> p;
                  case AFFINITY -> 1 - p;
                };
          }
        }
      }
    }
  }

  private static int channelOf(Network network, OutputChannel.Kind kind, int[] offset, int sign) {
    var wanted =
        new OutputChannel(kind, List.of(sign * offset[0], sign * offset[1], sign * offset[2]));
    return network.outputs().indexOf(wanted);
  }
}
