package org.connectarium.graph.edit;

/// Ids of two segments, the lower one first.
public record SegmentPair(long low, long high) {}
