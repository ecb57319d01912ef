package org.connectarium.graph.connectome;

/// A data set: where it comes from. What is not known is empty.
public record ConnectomeRow(
    String name, String title, String species, String source, String citation, String licence) {}
