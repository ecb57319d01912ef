package org.connectarium.ingest.tablewriter;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// A stream that stays open when a library closes it, since it is the caller's.
final class Unclosed extends FilterOutputStream {
  Unclosed(OutputStream out) {
    super(out);
  }

  @Override
  public void write(byte[] values, int begin, int length) throws IOException {
    out.write(values, begin, length);
  }

  @Override
  public void close() throws IOException {
    flush();
  }
}
