package org.connectarium.ingest.nml;

/// A tree of an NML file. Entry i of all arrays belongs to node i; `parent` is the number of the
/// node before, lower than its own, or −1 where a piece begins. Edges that close a ring are left
/// out.
///
/// @param name as people gave it, may be empty
@SuppressWarnings("ArrayRecordComponent") // flat arrays are the point; never compared
public record NmlTree(String name, double[] xNm, double[] yNm, double[] zNm, int[] parent) {}
