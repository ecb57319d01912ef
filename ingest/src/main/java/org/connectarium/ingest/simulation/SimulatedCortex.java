package org.connectarium.ingest.simulation;

import java.util.List;
import org.connectarium.ingest.tissue.Neurite;
import org.connectarium.ingest.tissue.Skeleton;
import org.connectarium.ingest.tissue.SynapseTruth;
import org.connectarium.ingest.tissue.Tissue;
import org.connectarium.ingest.tissue.TissueBlock;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;

/// The [Tissue] as what a [Simulation] shows, seen from a corner of its own: boxes and positions
/// are counted from there.
///
/// @param xNm the corner in the tissue, a whole number of voxels of every size asked for
/// @param yNm corner
/// @param zNm corner
public record SimulatedCortex(Tissue tissue, double xNm, double yNm, double zNm)
    implements KnownTissue {
  /// The tissue from its origin.
  public SimulatedCortex(Tissue tissue) {
    this(tissue, 0, 0, 0);
  }

  @Override
  public TissueBlock block(Box box, VoxelSize voxelSize) {
    TissueBlock block = tissue.block(inTissue(box, voxelSize), voxelSize);
    return new TissueBlock(
        box, block.neurite(), block.material(), block.membraneNm(), block.spine());
  }

  @Override
  public List<Neurite> neurites(Box box, VoxelSize voxelSize) {
    return tissue.neurites(inTissue(box, voxelSize), voxelSize);
  }

  @Override
  public List<SynapseTruth> synapses(Box box, VoxelSize voxelSize) {
    return tissue.synapses(inTissue(box, voxelSize), voxelSize).stream()
        .map(s -> s.at(s.xNm() - xNm, s.yNm() - yNm, s.zNm() - zNm))
        .toList();
  }

  @Override
  public List<Skeleton> skeletons(Box box, VoxelSize voxelSize) {
    return tissue.skeletons(inTissue(box, voxelSize), voxelSize).stream()
        .map(s -> s.moved(-xNm, -yNm, -zNm))
        .toList();
  }

  private Box inTissue(Box box, VoxelSize v) {
    return box.translate(
        Math.round(xNm / v.xNm()), Math.round(yNm / v.yNm()), Math.round(zNm / v.zNm()));
  }
}
