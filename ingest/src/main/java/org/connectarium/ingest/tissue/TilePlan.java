package org.connectarium.ingest.tissue;

import java.util.List;

/// All that lies in one tile, moved to its place in the tissue (see [Warp]).
///
/// @param neurites the cells; other lists name them by their index here
/// @param balls what they are made of
/// @param capsules their organelles
/// @param contacts discs of the synapses
/// @param synapses the synapses
/// @param strands middle lines
/// @param unrouted number of neurites for which there was no way
record TilePlan(
    List<Neurite> neurites,
    Balls balls,
    Capsules capsules,
    List<Contact> contacts,
    List<SynapseTruth> synapses,
    List<Strand> strands,
    int unrouted) {}
