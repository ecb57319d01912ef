package org.connectarium.app.dataset;

import java.nio.file.Path;

/// Where synapses are known.
///
/// @param clefts volume of ids of synapses, 0 = none
/// @param table CSV file with the columns `id`, `pre_id`, `post_id`: cells of the truth
public record SynapseTruthFiles(String clefts, Path table) {}
