package org.connectarium.ingest.tissue;

/// A planted synapse.
///
/// @param id positive; the same wherever the synapse is met
/// @param preId neurite that sends
/// @param postId neurite that receives
/// @param kind where it sits on the receiving cell
/// @param xNm middle of the contact, in nm
/// @param yNm middle of the contact, in nm
/// @param zNm middle of the contact, in nm
/// @param asiUm2 planted area of the contact (axon–spine interface), in µm²
/// @param pairKind whether its size was planted together with that of another synapse
public record SynapseTruth(
    long id,
    long preId,
    long postId,
    Kind kind,
    double xNm,
    double yNm,
    double zNm,
    double asiUm2,
    PairKind pairKind) {
  /// The same elsewhere.
  public SynapseTruth at(double otherXNm, double otherYNm, double otherZNm) {
    return new SynapseTruth(
        id, preId, postId, kind, otherXNm, otherYNm, otherZNm, asiUm2, pairKind);
  }

  /// Where on the receiving cell.
  public enum Kind {
    SOMA,
    PRIMARY_SPINE,
    SECONDARY_SPINE,
    SHAFT,
    AIS
  }

  /// Sizes of two synapses from the same axon onto the same dendrite.
  public enum PairKind {
    /// Not planted together with another one.
    NONE,
    /// One of two that are alike and large.
    LTP_LIKE,
    /// One of two that are alike and small.
    LTD_LIKE
  }
}
