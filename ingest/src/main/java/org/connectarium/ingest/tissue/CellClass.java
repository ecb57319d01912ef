package org.connectarium.ingest.tissue;

/// Classes of cells as in the analyses of layer 4: who sends, who receives, who does neither.
public enum CellClass {
  EXCITATORY_CORTICOCORTICAL,
  THALAMOCORTICAL,
  /// Prefers cell bodies and the dendrites near them.
  INHIBITORY_PERISOMATIC,
  /// Prefers the shafts of dendrites.
  INHIBITORY_DENDRITIC,
  /// Dendrite with many spines whose cell body lies elsewhere.
  SPINY,
  /// Dendrite with few spines: of an interneuron.
  SMOOTH,
  /// Thick dendrite along the depth axis.
  APICAL,
  /// Cell body and the dendrites that leave it.
  PROXIMAL,
  ASTROCYTE,
  ENDOTHELIAL,
  /// The inside of a blood vessel.
  LUMEN,
  /// Prefers the initial segments of axons.
  INHIBITORY_AXOAXONIC,
  /// The beginning of the axon of a cell body: a class of targets only, no cell is of it.
  INITIAL_SEGMENT;

  boolean isInhibitory() {
    return this == INHIBITORY_PERISOMATIC
        || this == INHIBITORY_DENDRITIC
        || this == INHIBITORY_AXOAXONIC;
  }
}
