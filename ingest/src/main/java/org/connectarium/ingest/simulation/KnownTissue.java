package org.connectarium.ingest.simulation;

import java.util.List;
import org.connectarium.ingest.microscope.TissueSource;
import org.connectarium.ingest.tissue.Neurite;
import org.connectarium.ingest.tissue.Skeleton;
import org.connectarium.ingest.tissue.SynapseTruth;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;

/// Tissue of which not only the voxels are known. Boxes are in voxels of the given size; positions
/// are in nm.
public interface KnownTissue extends TissueSource {
  /// The cells that reach into a box.
  List<Neurite> neurites(Box box, VoxelSize voxelSize);

  /// The synapses whose middle lies in a box.
  List<SynapseTruth> synapses(Box box, VoxelSize voxelSize);

  /// The middle lines that reach into a box.
  List<Skeleton> skeletons(Box box, VoxelSize voxelSize);
}
