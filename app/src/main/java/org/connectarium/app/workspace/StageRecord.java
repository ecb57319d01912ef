package org.connectarium.app.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// What is kept about a finished stage, one JSON file each.
///
/// @param stage its label
/// @param version of the program that ran it
/// @param inputHash of everything the result depends on; see [StageInput#hash]
/// @param parameters as given to the stage
/// @param started moment in UTC, ISO 8601
/// @param ended moment in UTC, ISO 8601
/// @param seconds wall time; of the last run only, if it was resumed
/// @param peakMemoryBytes of the process in this stage; see [PeakMemory]
/// @param outputs files and folders it wrote, relative to the workspace
public record StageRecord(
    String stage,
    String version,
    String inputHash,
    JsonNode parameters,
    String started,
    String ended,
    double seconds,
    long peakMemoryBytes,
    List<String> outputs) {}
