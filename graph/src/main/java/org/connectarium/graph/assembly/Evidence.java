package org.connectarium.graph.assembly;

/// A contact that is likely a synapse, as assembly looks at it.
///
/// @param number of the contact, unique in the graph
/// @param pre the agglomerate that sends, by any number of the caller
/// @param post the agglomerate that receives
/// @param head the spine head that it is on, 0 for none
/// @param soma whether the receiving segment is of a cell body
/// @param p probability that it is a synapse
record Evidence(
    long number,
    long pre,
    long post,
    long head,
    boolean soma,
    double p,
    double areaUm2,
    double xNm,
    double yNm,
    double zNm) {

  double squaredDistanceNm2(Evidence other) {
    double dx = xNm - other.xNm;
    double dy = yNm - other.yNm;
    double dz = zNm - other.zNm;
    return dx * dx + dy * dy + dz * dz;
  }
}
