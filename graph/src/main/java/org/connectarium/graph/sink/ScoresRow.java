package org.connectarium.graph.sink;

import org.connectarium.graph.score.ScoreModel;

/// A model whose scores come into the graph, and the id of the run that made them.
public record ScoresRow(ScoreModel model, String runId) {}
