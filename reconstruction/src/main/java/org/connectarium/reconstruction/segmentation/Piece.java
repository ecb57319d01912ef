package org.connectarium.reconstruction.segmentation;

import org.connectarium.graph.sink.ContactRow;

/// One border piece between two segments, before it is known how likely both are one cell.
///
/// @param lowId lower segment id
/// @param highId higher segment id
/// @param number of this piece among those of the pair in this table, from 0
/// @param areaUm2 area in µm²
/// @param voxels interface voxels
/// @param xNm mean x of them in nm
/// @param yNm mean y
/// @param zNm mean z
/// @param normal unit normal of the border, from the lower id to the higher one
/// @param face whether one object was cut here by a block face
/// @param boundary mean boundary evidence 0 … 1
/// @param spread how the evidence spreads
/// @param faces voxel faces between both, the weight of the evidence
public record Piece(
    long lowId,
    long highId,
    int number,
    double areaUm2,
    long voxels,
    double xNm,
    double yNm,
    double zNm,
    ContactRow.Normal normal,
    boolean face,
    float boundary,
    ContactRow.Spread spread,
    long faces) {

  /// The piece on its way into the graph.
  ContactRow row(float pContinuity) {
    return new ContactRow(
        lowId,
        highId,
        number,
        areaUm2,
        voxels,
        xNm,
        yNm,
        zNm,
        normal,
        face,
        boundary,
        spread,
        pContinuity);
  }
}
