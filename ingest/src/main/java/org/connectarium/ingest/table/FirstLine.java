package org.connectarium.ingest.table;

/// What a library says of a failure, in one line.
final class FirstLine {
  private FirstLine() {}

  static String of(Throwable failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank()
        ? failure.getClass().getSimpleName()
        : message.lines().findFirst().orElse("").strip();
  }
}
