package org.connectarium.reconstruction.network;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/// One layer of a network. Sizes are in array order z, y, x; `from` names an earlier layer, or `in`
/// for the image.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Layer.Convolution.class, name = "convolution"),
  @JsonSubTypes.Type(value = Layer.UpConvolution.class, name = "up"),
  @JsonSubTypes.Type(value = Layer.Pool.class, name = "pool"),
  @JsonSubTypes.Type(value = Layer.Sum.class, name = "sum"),
  @JsonSubTypes.Type(value = Layer.Concatenation.class, name = "concatenation")
})
public sealed interface Layer {
  /// Name, also of its tensors `name_W` and `name_b`.
  String name();

  /// The layers that it reads, in order.
  @JsonIgnore
  List<String> inputs();

  /// A convolution with bias.
  ///
  /// @param channels number of output channels
  /// @param padded whether zeros around the input keep the size; otherwise the output is smaller by
  ///     kernel − 1
  record Convolution(
      String name,
      String from,
      int channels,
      List<Integer> kernel,
      boolean padded,
      Activation activation)
      implements Layer {
    public Convolution {
      kernel = Architecture.zyx("kernel", kernel);
    }

    @Override
    public List<String> inputs() {
      return List.of(from);
    }
  }

  /// A transposed convolution with bias whose kernel is as large as its stride: each voxel becomes
  /// `stride` voxels.
  record UpConvolution(
      String name, String from, int channels, List<Integer> stride, Activation activation)
      implements Layer {
    public UpConvolution {
      stride = Architecture.zyx("stride", stride);
    }

    @Override
    public List<String> inputs() {
      return List.of(from);
    }
  }

  /// The maximum over boxes of `size` voxels.
  record Pool(String name, String from, List<Integer> size) implements Layer {
    public Pool {
      size = Architecture.zyx("size", size);
    }

    @Override
    public List<String> inputs() {
      return List.of(from);
    }
  }

  /// The sum of two layers of the same size and channels.
  record Sum(String name, String from, String other) implements Layer {
    @Override
    public List<String> inputs() {
      return List.of(from, other);
    }
  }

  /// The channels of one layer, then those of another of the same size.
  record Concatenation(String name, String from, String other) implements Layer {
    @Override
    public List<String> inputs() {
      return List.of(from, other);
    }
  }
}
