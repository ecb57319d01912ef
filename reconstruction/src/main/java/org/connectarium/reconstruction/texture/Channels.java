package org.connectarium.reconstruction.texture;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// The channels of one core that are computed and not yet handed out.
final class Channels {
  private final Block block;
  private final BitSet wanted;
  private final float[] @Nullable [] held = new float[Textures.CHANNELS][];
  private final Deque<float[]> free = new ArrayDeque<>();

  Channels(Block block, BitSet wanted) {
    this.block = block;
    this.wanted = wanted;
  }

  boolean wants(int channel) {
    return wanted.get(channel);
  }

  boolean holds(int channel) {
    return held[channel] != null;
  }

  /// Keeps the core part of a row of a wanted channel; drops rows of others.
  ///
  /// @param z of the wide block
  /// @param y of the wide block
  /// @param row as long as those of the wide block
  void put(int channel, int z, int y, float[] row) {
    if (!wanted.get(channel)) {
      return;
    }
    float[] core = held[channel];
    if (core == null) {
      core = free.isEmpty() ? new float[block.coreVoxels()] : free.pop();
      held[channel] = core;
    }
    int sizeX = block.toX - block.fromX;
    int at = ((z - block.fromZ) * (block.toY - block.fromY) + y - block.fromY) * sizeX;
    System.arraycopy(row, block.fromX, core, at, sizeX);
  }

  /// Gives a channel away and takes its array back.
  void handOut(int channel, ChannelConsumer consumer) {
    float[] core = held[channel];
    if (core == null) {
      throw new IllegalStateException("no filter made channel " + channel);
    }
    consumer.accept(channel, core);
    held[channel] = null;
    free.push(core);
  }
}
