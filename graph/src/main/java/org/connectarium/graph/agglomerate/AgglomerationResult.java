package org.connectarium.graph.agglomerate;

/// What an agglomeration made: counts, wall time, and the id of its `(:Run)`.
public record AgglomerationResult(
    long agglomerates, long segments, long contactsUsed, double seconds, String runId) {}
