package org.connectarium.ingest.simulation;

import java.util.List;
import org.connectarium.ingest.tissue.Neurite;
import org.connectarium.ingest.tissue.Skeleton;
import org.connectarium.ingest.tissue.SynapseTruth;
import org.connectarium.ingest.tissue.Tissue;
import org.connectarium.ingest.tissue.TissueBlock;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;

/// The [Tissue] as what a [Simulation] shows.
public record SimulatedCortex(Tissue tissue) implements KnownTissue {
  @Override
  public TissueBlock block(Box box, VoxelSize voxelSize) {
    return tissue.block(box, voxelSize);
  }

  @Override
  public List<Neurite> neurites(Box box, VoxelSize voxelSize) {
    return tissue.neurites(box, voxelSize);
  }

  @Override
  public List<SynapseTruth> synapses(Box box, VoxelSize voxelSize) {
    return tissue.synapses(box, voxelSize);
  }

  @Override
  public List<Skeleton> skeletons(Box box, VoxelSize voxelSize) {
    return tissue.skeletons(box, voxelSize);
  }
}
