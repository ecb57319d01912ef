package org.connectarium.graph.connectome;

/// An id just as a source has it: a 64-bit integer or a word.
public sealed interface SourceId {
  /// What the graph stores, a `Long` or a `String`.
  Object stored();

  /// An integer.
  record Whole(long value) implements SourceId {
    @Override
    public Object stored() {
      return value;
    }

    @Override
    public String toString() {
      return Long.toString(value);
    }
  }

  /// A word, which may consist of digits.
  record Word(String value) implements SourceId {
    @Override
    public Object stored() {
      return value;
    }

    @Override
    public String toString() {
      return value;
    }
  }
}
