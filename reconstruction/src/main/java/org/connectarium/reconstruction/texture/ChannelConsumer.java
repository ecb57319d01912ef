package org.connectarium.reconstruction.texture;

/// Takes the channels of a block one after the other.
@FunctionalInterface
public interface ChannelConsumer {
  /// Takes one channel.
  ///
  /// @param channel its number, an index of [Textures#names]
  /// @param core its values, shape (z, y, x) of the core, x fastest; reused after the call returns
  void accept(int channel, float[] core);
}
