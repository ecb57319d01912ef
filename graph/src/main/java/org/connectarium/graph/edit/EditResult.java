package org.connectarium.graph.edit;

import java.util.List;

/// What an edit did: the number of its decision, the agglomerates it ended, and those it made,
/// both ascending.
public record EditResult(long decision, List<Long> ended, List<Long> made) {}
