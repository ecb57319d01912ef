package org.connectarium.ingest.tissue;

/// A straight corridor through all tiles in which neurites follow one another.
///
/// @param dendrite corridor of dendrites, else of axons
/// @param axis 0, 1, 2: the corridor runs along x, y, z
/// @param u row on the next axis (cyclic), counted from the origin over all tiles
/// @param v column on the axis after that
record Lane(boolean dendrite, int axis, long u, long v) {}
