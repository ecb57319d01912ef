package org.connectarium.graph;

/// A graph that cannot be used as asked. The message is one line that says what is wrong, where,
/// and what to do; a command line can print it as it is.
public final class GraphException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public GraphException(String message) {
    super(message);
  }

  public GraphException(String message, Throwable cause) {
    super(message, cause);
  }
}
