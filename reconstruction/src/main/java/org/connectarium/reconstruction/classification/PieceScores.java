package org.connectarium.reconstruction.classification;

/// Probabilities of all border pieces, in the order of the tables; NaN for one that was not
/// classified.
///
/// @param continuity of one cell on both sides
/// @param synapse of a synapse from the lower id to the higher; empty = not told
/// @param reverse the same from the higher to the lower
@SuppressWarnings("ArrayRecordComponent") // long columns, not copied
record PieceScores(float[] continuity, float[] synapse, float[] reverse) {
  PieceScores {
    if (synapse.length != reverse.length
        || (synapse.length > 0 && synapse.length != continuity.length)) {
      throw new IllegalArgumentException(
          continuity.length + ", " + synapse.length + ", " + reverse.length + " probabilities");
    }
  }

  boolean tellsSynapses() {
    return synapse.length > 0;
  }
}
