package org.connectarium.ingest.importer;

import java.util.Optional;
import org.connectarium.ingest.n5.DataType;
import org.connectarium.ingest.stack.ImageStack;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;

/// Sections as images.
record StackSource(ImageStack stack) implements VolumeSource {
  @Override
  public long sizeX() {
    return stack.sizeX();
  }

  @Override
  public long sizeY() {
    return stack.sizeY();
  }

  @Override
  public long sizeZ() {
    return stack.sizeZ();
  }

  @Override
  public DataType dataType() {
    return DataType.UINT8;
  }

  @Override
  public Optional<VoxelSize> voxelSize() {
    return Optional.empty();
  }

  @Override
  public String fingerprint() {
    return Fingerprint.of("stack", stack.files());
  }

  @Override
  public void read(Box box, Object array) {
    byte[] out = (byte[]) array;
    int sizeX = (int) box.sizeX();
    int sizeY = (int) box.sizeY();
    boolean wholeRows = box.sizeX() == stack.sizeX();
    byte[] rows = wholeRows ? out : new byte[Math.toIntExact(stack.sizeX() * sizeY)];
    for (int z = 0; z < box.sizeZ(); z++) {
      int offset = z * sizeX * sizeY;
      stack.readRows(box.z0() + z, (int) box.y0(), (int) box.y1(), rows, wholeRows ? offset : 0);
      for (int y = 0; !wholeRows && y < sizeY; y++) {
        int from = Math.toIntExact(y * stack.sizeX() + box.x0());
        System.arraycopy(rows, from, out, offset + y * sizeX, sizeX);
      }
    }
  }

  @Override
  public void close() {
    stack.close();
  }
}
