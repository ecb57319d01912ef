package org.connectarium.ingest.importer;

import java.util.List;
import java.util.Optional;
import org.connectarium.ingest.hdf5.Hdf5Volume;
import org.connectarium.ingest.n5.DataType;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;

/// A dataset of an HDF5 file.
record Hdf5Source(Hdf5Volume volume) implements VolumeSource {
  @Override
  public long sizeX() {
    return volume.sizeX();
  }

  @Override
  public long sizeY() {
    return volume.sizeY();
  }

  @Override
  public long sizeZ() {
    return volume.sizeZ();
  }

  @Override
  public DataType dataType() {
    return volume.dataType();
  }

  @Override
  public Optional<VoxelSize> voxelSize() {
    return volume.voxelSize();
  }

  @Override
  public String fingerprint() {
    return Fingerprint.of("hdf5 " + volume.path(), List.of(volume.file()));
  }

  @Override
  public void read(Box box, Object array) {
    volume.read(box, array);
  }

  @Override
  public void close() {
    volume.close();
  }
}
