package org.connectarium.reconstruction.network;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.connectarium.reconstruction.safetensors.Safetensors;

/// Computes a network by the definition of its layers, slowly and in double precision.
public final class ReferenceEngine implements Engine {
  private final Network network;
  private final Safetensors weights;

  /* Values of a layer, shape (c, z, y, x). */
  private static final class Values {
    private final double[] v;
    private final int channels;
    private final int[] zyx;

    Values(int channels, int[] zyx) {
      this.v = new double[channels * zyx[0] * zyx[1] * zyx[2]];
      this.channels = channels;
      this.zyx = zyx;
    }

    int index(int c, int z, int y, int x) {
      return ((c * zyx[0] + z) * zyx[1] + y) * zyx[2] + x;
    }
  }

  /// ‖values − expected‖ / ‖expected‖.
  public static double relativeError(float[] values, float[] expected) {
    double difference = 0;
    double norm = 0;
    for (int i = 0; i < expected.length; i++) {
      difference += Math.pow(values[i] - expected[i], 2);
      norm += Math.pow(expected[i], 2);
    }
    return Math.sqrt(difference / norm);
  }

  public ReferenceEngine(Network network, Safetensors weights) {
    this.network = network;
    this.weights = weights;
  }

  @Override
  public Network network() {
    return network;
  }

  @Override
  public String description() {
    return "reference";
  }

  @Override
  public void close() {}

  @Override
  public float[] predict(float[] input, int[] inputZyx) {
    Map<String, Values> all = new LinkedHashMap<>();
    var image = new Values(1, inputZyx);
    for (int i = 0; i < input.length; i++) {
      image.v[i] = input[i];
    }
    all.put(LayerGraph.INPUT, image);
    for (Layer layer : network.layers().layers()) {
      Values in = of(all, layer.inputs().getFirst());
      all.put(
          layer.name(),
          switch (layer) {
            case Layer.Convolution c -> convolution(c, in);
            case Layer.UpConvolution up -> up(up, in);
            case Layer.Pool pool -> pool(pool, in);
            case Layer.Sum sum -> sum(in, of(all, sum.other()));
            case Layer.Concatenation both -> joined(in, of(all, both.other()));
          });
    }
    double[] logits = of(all, LayerGraph.LOGITS).v;
    float[] out = new float[logits.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) (1 / (1 + Math.exp(-logits[i])));
    }
    return out;
  }

  private Values convolution(Layer.Convolution c, Values in) {
    List<Integer> k = c.kernel();
    int[] before = new int[3];
    int[] size = new int[3];
    for (int a = 0; a < 3; a++) {
      before[a] = c.padded() ? (k.get(a) - 1) / 2 : 0;
      size[a] = in.zyx[a] - (c.padded() ? 0 : k.get(a) - 1);
    }
    var out = new Values(c.channels(), size);
    float[] w = tensor(c.name() + "_W");
    float[] bias = tensor(c.name() + "_b");
    int plane = size[0] * size[1] * size[2];
    for (int o = 0; o < c.channels(); o++) {
      Arrays.fill(out.v, o * plane, (o + 1) * plane, bias[o]);
      for (int i = 0; i < in.channels; i++) {
        for (int dz = 0; dz < k.get(0); dz++) {
          for (int dy = 0; dy < k.get(1); dy++) {
            for (int dx = 0; dx < k.get(2); dx++) {
              int row = ((o * in.channels + i) * k.get(0) + dz) * k.get(1) + dy;
              int[] shift = {dz - before[0], dy - before[1], dx - before[2]};
              addShifted(out, o, in, i, shift, w[row * k.get(2) + dx]);
            }
          }
        }
      }
    }
    for (int i = 0; i < out.v.length; i++) {
      out.v[i] = activated(out.v[i], c.activation());
    }
    return out;
  }

  /* Channel o of out += factor · channel i of in, shifted, zero beyond its border. */
  private static void addShifted(Values out, int o, Values in, int i, int[] shift, double factor) {
    int x0 = Math.max(0, -shift[2]);
    int x1 = Math.min(out.zyx[2], in.zyx[2] - shift[2]);
    for (int z = Math.max(0, -shift[0]); z < Math.min(out.zyx[0], in.zyx[0] - shift[0]); z++) {
      for (int y = Math.max(0, -shift[1]); y < Math.min(out.zyx[1], in.zyx[1] - shift[1]); y++) {
        int to = out.index(o, z, y, 0);
        int from = in.index(i, z + shift[0], y + shift[1], shift[2]);
        for (int x = x0; x < x1; x++) {
          out.v[to + x] += factor * in.v[from + x];
        }
      }
    }
  }

  private Values up(Layer.UpConvolution up, Values in) {
    List<Integer> s = up.stride();
    var out =
        new Values(
            up.channels(),
            new int[] {in.zyx[0] * s.get(0), in.zyx[1] * s.get(1), in.zyx[2] * s.get(2)});
    float[] w = tensor(up.name() + "_W");
    float[] bias = tensor(up.name() + "_b");
    for (int o = 0; o < up.channels(); o++) {
      for (int z = 0; z < out.zyx[0]; z++) {
        for (int y = 0; y < out.zyx[1]; y++) {
          for (int x = 0; x < out.zyx[2]; x++) {
            int tap = ((z % s.get(0)) * s.get(1) + y % s.get(1)) * s.get(2) + x % s.get(2);
            double sum = bias[o];
            for (int i = 0; i < in.channels; i++) {
              sum +=
                  in.v[in.index(i, z / s.get(0), y / s.get(1), x / s.get(2))]
                      * w[(tap * up.channels() + o) * in.channels + i];
            }
            out.v[out.index(o, z, y, x)] = activated(sum, up.activation());
          }
        }
      }
    }
    return out;
  }

  private static Values pool(Layer.Pool pool, Values in) {
    List<Integer> s = pool.size();
    var out =
        new Values(
            in.channels,
            new int[] {in.zyx[0] / s.get(0), in.zyx[1] / s.get(1), in.zyx[2] / s.get(2)});
    Arrays.fill(out.v, Double.NEGATIVE_INFINITY);
    for (int c = 0; c < in.channels; c++) {
      for (int z = 0; z < in.zyx[0]; z++) {
        for (int y = 0; y < in.zyx[1]; y++) {
          for (int x = 0; x < in.zyx[2]; x++) {
            int to = out.index(c, z / s.get(0), y / s.get(1), x / s.get(2));
            out.v[to] = Math.max(out.v[to], in.v[in.index(c, z, y, x)]);
          }
        }
      }
    }
    return out;
  }

  private static Values sum(Values one, Values other) {
    var out = new Values(one.channels, one.zyx);
    for (int i = 0; i < out.v.length; i++) {
      out.v[i] = one.v[i] + other.v[i];
    }
    return out;
  }

  private static Values joined(Values one, Values other) {
    var out = new Values(one.channels + other.channels, one.zyx);
    System.arraycopy(one.v, 0, out.v, 0, one.v.length);
    System.arraycopy(other.v, 0, out.v, one.v.length, other.v.length);
    return out;
  }

  private static double activated(double v, Activation activation) {
    return switch (activation) {
      case IDENTITY -> v;
      case RELU -> Math.max(0, v);
      case SCALED_TANH -> 1.7159 * Math.tanh(0.66 * v);
      case ELU -> v > 0 ? v : Math.expm1(v);
    };
  }

  private static <T> T of(Map<String, T> values, String name) {
    return Objects.requireNonNull(values.get(name), name);
  }

  private float[] tensor(String name) {
    return of(weights.tensors(), name).values();
  }
}
