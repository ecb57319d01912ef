/// What a neuron is, by its synapses and its shape: boutons, spines, path length, classes of axons
/// and of targets. Begin at [Neurite]: its figures, then [NeuronRules]. Knows no graph.
@NullMarked
package org.connectarium.analysis.neurons;

import org.jspecify.annotations.NullMarked;
