package org.connectarium.ingest.volume;

/// Input of the user that cannot be used. The message is one line that says what is wrong, where,
/// and what to do; the command line prints it as it is and ends with status 2.
public final class BadInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BadInputException(String message) {
    super(message);
  }

  public BadInputException(String message, Throwable cause) {
    super(message, cause);
  }
}
