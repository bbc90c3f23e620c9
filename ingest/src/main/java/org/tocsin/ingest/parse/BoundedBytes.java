package org.tocsin.ingest.parse;

import java.io.IOException;
import java.io.InputStream;

/** Reads a whole stream into memory, up to a limit. */
public final class BoundedBytes {
  private BoundedBytes() {}

  /**
   * Reads to the end.
   *
   * @throws TooLargeException where there is more than the limit
   */
  public static byte[] read(InputStream in, int limit) throws IOException {
    byte[] bytes = in.readNBytes(limit);
    if (bytes.length == limit && in.read() >= 0) {
      throw new TooLargeException("over the limit of " + limit + " bytes");
    }
    return bytes;
  }
}
