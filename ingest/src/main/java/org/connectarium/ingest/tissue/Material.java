package org.connectarium.ingest.tissue;

/// What a voxel of simulated tissue is made of, before the microscope sees it. Stored as one byte:
/// the ordinal. New materials go to the end.
public enum Material {
  /// Gap between cells; holds no cell.
  EXTRACELLULAR,
  /// Lipid bilayer at the surface of a cell.
  MEMBRANE,
  AXON_CYTOPLASM,
  DENDRITE_CYTOPLASM,
  SPINE_CYTOPLASM,
  SOMA_CYTOPLASM,
  GLIA_CYTOPLASM,
  NUCLEUS,
  NUCLEAR_ENVELOPE,
  MITOCHONDRION,
  MITOCHONDRIAL_MEMBRANE,
  ENDOPLASMIC_RETICULUM,
  MICROTUBULE,
  VESICLE,
  VESICLE_MEMBRANE,
  /// Dark band on the inside of the postsynaptic membrane.
  POSTSYNAPTIC_DENSITY,
  /// Gap between the two membranes of a synapse.
  CLEFT,
  MYELIN,
  ENDOTHELIUM,
  VESSEL_LUMEN;

  /// The byte that stands for this material in volumes.
  @SuppressWarnings("EnumOrdinal") // the order of the constants is the format
  public byte code() {
    return (byte) ordinal();
  }
}
