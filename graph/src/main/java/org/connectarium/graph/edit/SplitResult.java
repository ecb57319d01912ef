package org.connectarium.graph.edit;

/// What a split did, and whether it is proven that no cut of the agglomerate costs less.
public record SplitResult(EditResult edit, boolean proven) {}
