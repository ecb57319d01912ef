package org.connectarium.graph.connectome;

/// A place in the space of a data set, in nm.
public record Place(double xNm, double yNm, double zNm) {}
