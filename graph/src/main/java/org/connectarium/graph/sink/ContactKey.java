package org.connectarium.graph.sink;

/// Names a contact that is in the graph: its segments and the number of the piece between them.
public record ContactKey(long lowId, long highId, int piece) {}
