package org.connectarium.ingest.tissue;

/// One cell of simulated tissue, or the part of a cell that is a neurite of its own as long as no
/// cell body in reach owns it.
///
/// @param id positive; the same wherever the cell is met
/// @param kind what the cell is
/// @param cellClass its class, which decides what it wires to
/// @param radiusNm half of its planted calibre, before swellings and before it fills gaps, in nm
/// @param myelinated wrapped in myelin
public record Neurite(
    long id, Kind kind, CellClass cellClass, double radiusNm, boolean myelinated) {
  /// What a cell is.
  public enum Kind {
    AXON,
    DENDRITE,
    /// A nerve cell with its body; its dendrites have the same id.
    SOMA,
    GLIA,
    /// Wall or lumen of a blood vessel.
    VESSEL
  }
}
