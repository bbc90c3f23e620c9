package org.tocsin.ingest.parse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The lines of a stream as bytes, because a broken line must be kept as it was. Of a line over the
 * limit only the beginning is held in memory; the rest is read over.
 */
final class ByteLines {
  private final InputStream in;
  private final int limit;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private boolean cut;

  ByteLines(InputStream in, int limit) {
    this.in = in;
    this.limit = limit;
  }

  /** Goes to the next line; false at the end. */
  boolean next() throws IOException {
    line.reset();
    cut = false;
    int b = in.read();
    if (b < 0) {
      return false;
    }
    for (; b >= 0 && b != '\n'; b = in.read()) {
      if (line.size() < limit) {
        line.write(b);
      } else {
        cut = true;
      }
    }
    return true;
  }

  /** The line without its line feed. */
  byte[] bytes() {
    return line.toByteArray();
  }

  /** Whether the line went over the limit. */
  boolean cut() {
    return cut;
  }
}
