package org.connectarium.graph.edit;

import org.connectarium.graph.GraphException;

/// Two segments that were to be set apart are connected in another way.
final class StillConnected extends RuntimeException {
  private static final long serialVersionUID = 1;

  StillConnected(long a, long b) {
    super(
        "Segments "
            + a
            + " and "
            + b
            + " are connected in another way as well, which later decisions made; split them"
            + " instead");
  }

  /// What people are told.
  GraphException refusal() {
    return new GraphException(String.valueOf(getMessage()), this);
  }
}
