package org.connectarium.reconstruction.classification;

import java.io.Serializable;
import org.connectarium.ingest.n5.DatasetPlace;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;
import org.connectarium.reconstruction.segmentation.BorderSource;

/// A segmented volume whose contacts and segments are to be classified.
///
/// @param volume all of it, from voxel 0
/// @param image grey values, `uint8`
/// @param segments segment ids
/// @param borders of the segments, with the boundary map
/// @param minContactVoxels smaller border pieces are not classified
public record ClassifiedVolume(
    Box volume,
    VoxelSize voxelSize,
    DatasetPlace image,
    DatasetPlace segments,
    BorderSource borders,
    int minContactVoxels)
    implements Serializable {}
