package org.connectarium.graph.sink;

/// One run of one stage: the provenance of everything it stores. Times are ISO 8601; `endedIso`
/// is empty while the run goes on.
public record RunRow(
    String id,
    String stage,
    String version,
    String parametersJson,
    String inputHash,
    String startedIso,
    String endedIso,
    long seed) {}
