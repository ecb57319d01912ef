package org.connectarium.app.dataset;

import java.nio.file.Path;
import java.util.Optional;

/// Where synapses are known.
///
/// @param clefts volume of ids of synapses, 0 = none; without a table a mask, not 0 in clefts
/// @param table CSV file with the columns `id`, `pre_id`, `post_id`: cells of the truth; empty =
///     partners are not known
public record SynapseTruthFiles(String clefts, Optional<Path> table) {}
