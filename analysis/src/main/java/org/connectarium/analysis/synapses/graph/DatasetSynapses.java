package org.connectarium.analysis.synapses.graph;

import org.connectarium.analysis.synapses.SynapseTable;

/// The synapses of a data set: what rows and their numbers stand for.
///
/// @param table numbers of neurites are those of `neurons`, classes those of `targets`
/// @param neurons with their ids
/// @param axons classes of neurons that send
/// @param targets classes of neurons that receive
/// @param usage what was read and what was left out
/// @param fromCounts true: the data set has only counts of synapses; each is a row that has no
///     size, position or kind
public record DatasetSynapses(
    SynapseTable table,
    DatasetNeurons neurons,
    NeuronClasses axons,
    NeuronClasses targets,
    Usage usage,
    boolean fromCounts) {}
