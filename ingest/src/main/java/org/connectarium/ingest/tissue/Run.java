package org.connectarium.ingest.tissue;

/// A neurite as long as it stays in its lane: it begins in one tile and ends in a later one.
///
/// @param neurite the cell it belongs to
/// @param lane its corridor
/// @param first tile along the lane's axis in which it begins
/// @param origin what it begins at, in its first tile
/// @param parent lane of the run it branches from; its own lane if it is no branch
/// @param somaAtEnd attached to the cell body that its lane meets at the end, not at the beginning
record Run(Neurite neurite, Lane lane, long first, Origin origin, Lane parent, boolean somaAtEnd) {
  enum Origin {
    FREE,
    BRANCH,
    SOMA
  }
}
