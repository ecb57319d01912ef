package org.connectarium.app.pipeline;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What `report/metrics.json` holds; null where there is no truth, or where a stage that would
/// measure it does not exist yet.
record Metrics(
    String version,
    String dataset,
    long voxels,
    long failedBlocks,
    long segments,
    long contacts,
    long agglomerates,
    @Nullable Long synapses,
    Map<String, @Nullable Double> segmentation,
    Map<String, @Nullable Double> agglomeration,
    Map<String, @Nullable Double> membrane,
    Map<String, Map<String, @Nullable Double>> types,
    Map<String, @Nullable Double> synapse,
    Map<String, @Nullable Double> connectome,
    Map<String, ClassifierFigures.Figure> classifiers,
    @Nullable String evaluatedBox,
    Map<String, Double> seconds,
    long peakMemoryBytes,
    String device) {}
