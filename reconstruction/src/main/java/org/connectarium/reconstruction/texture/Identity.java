package org.connectarium.reconstruction.texture;

/// The image itself.
final class Identity implements Filter {
  private final int channel;

  Identity(int channel) {
    this.channel = channel;
  }

  @Override
  public int[] channels() {
    return new int[] {channel};
  }

  @Override
  public int[] reach() {
    return new int[3];
  }

  @Override
  public void compute(Block block, Channels out) {
    float[] row = block.row();
    for (int z = block.fromZ; z < block.toZ; z++) {
      for (int y = block.fromY; y < block.toY; y++) {
        System.arraycopy(block.values, block.row(z, y), row, 0, block.sizeX);
        out.put(channel, z, y, row);
      }
    }
  }
}
