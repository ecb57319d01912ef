package org.connectarium.analysis.paper;

import java.io.IOException;
import java.io.OutputStream;

/// A format of files of tables.
public interface TableWriter {
  /// Ending of its files, without the dot.
  String extension();

  /// Writes a table; the caller closes the stream.
  void write(ResultTable table, OutputStream out) throws IOException;
}
