package org.connectarium.graph.connectome;

import java.util.List;

/// All that a data set has. Every neuron that a row names is among `neurons`; ids of neurons and
/// of synapses are unique, and so is each ordered pair of `connections`.
public record ConnectomeRows(
    List<NeuronRow> neurons,
    List<SynapseRow> synapses,
    List<ConnectionRow> connections,
    List<ConnectionRow> gapJunctions,
    List<TracedRow> skeletons,
    List<Finding> findings) {
  public ConnectomeRows {
    neurons = List.copyOf(neurons);
    synapses = List.copyOf(synapses);
    connections = List.copyOf(connections);
    gapJunctions = List.copyOf(gapJunctions);
    skeletons = List.copyOf(skeletons);
    findings = List.copyOf(findings);
  }
}
