package org.tocsin.ingest.push;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The body of a request, cut off with a {@link TooLarge} beyond the limit. */
final class BoundedBody extends FilterInputStream {
  private final String limitedBy;
  private long left;

  /** A body of at most so many bytes, and the setting that says so. */
  BoundedBody(InputStream in, long limit, String limitedBy) {
    super(in);
    this.limitedBy = limitedBy;
    this.left = limit;
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    count(b < 0 ? 0 : 1);
    return b;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int n = super.read(bytes, offset, length);
    count(Math.max(n, 0));
    return n;
  }

  private void count(int n) {
    left -= n;
    if (left < 0) {
      throw new TooLarge(limitedBy);
    }
  }

  /** Not an {@link IOException}, so that no parser takes it for a fault of the document. */
  static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLarge(String limitedBy) {
      super("the body is over the limit " + limitedBy);
    }
  }
}
