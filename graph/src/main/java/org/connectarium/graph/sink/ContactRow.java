package org.connectarium.graph.sink;

/// One connected border piece between two segments on its way into the graph. Several pieces of
/// the same pair are numbered from 0. `boundary` is the mean boundary evidence and `pContinuity`
/// the probability that both sides are one cell, both 0…1; a `face` contact joins the two halves
/// of one object at a block face.
public record ContactRow(
    long lowId,
    long highId,
    int piece,
    double areaUm2,
    long voxels,
    double xNm,
    double yNm,
    double zNm,
    Normal normal,
    boolean face,
    float boundary,
    Spread spread,
    float pContinuity) {

  /// @throws IllegalArgumentException if the ids are not in order
  public ContactRow {
    if (lowId >= highId) {
      throw new IllegalArgumentException(
          "A contact runs from the lower to the higher segment id but was "
              + lowId
              + " to "
              + highId);
    }
  }

  /// Unit normal from the segment of the lower id to that of the higher one; 0, 0, 0 where the
  /// border has none, as it closes in itself.
  public record Normal(float x, float y, float z) {}

  /// How the boundary evidence of the piece spreads around its mean: the standard deviation,
  /// 0…0.5, and minimum, quartiles, median and maximum in steps of 1/255, 0…255.
  public record Spread(
      float deviation,
      int minimum,
      int lowerQuartile,
      int median,
      int upperQuartile,
      int maximum) {}
}
