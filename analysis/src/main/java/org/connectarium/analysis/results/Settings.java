package org.connectarium.analysis.results;

/// What an analysis can be told.
///
/// @param seed of everything that is drawn at random
public record Settings(long seed) {}
