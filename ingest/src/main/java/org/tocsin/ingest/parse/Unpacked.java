package org.tocsin.ingest.parse;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * A stream with gzip taken off, however often it was put on (twice at most), that refuses to grow
 * beyond the {@link Limits}: a gzip bomb ends as a {@link TooLargeException} after a few megabytes.
 */
public final class Unpacked extends FilterInputStream {
  private static final int LAYERS = 2;
  private static final int BUFFER = 1 << 16;

  /** A short text of blanks packs better than any ratio; below this size it does no harm. */
  private static final long HARMLESS = 1 << 20;

  private final Counted packed;
  private final Limits limits;
  private long unpacked;

  private Unpacked(InputStream in, Counted packed, Limits limits) {
    super(in);
    this.packed = packed;
    this.limits = limits;
  }

  /** The stream without gzip; it supports mark and reset. */
  public static InputStream of(InputStream raw, Limits limits) throws IOException {
    InputStream in = new BufferedInputStream(raw, BUFFER);
    for (int layer = 0; layer < LAYERS && gzipped(in); layer++) {
      Counted packed = new Counted(in);
      InputStream out = new Unpacked(new GZIPInputStream(packed, BUFFER), packed, limits);
      in = new BufferedInputStream(out, BUFFER);
    }
    return in;
  }

  private static boolean gzipped(InputStream in) throws IOException {
    in.mark(2);
    int first = in.read();
    int second = in.read();
    in.reset();
    return first == 0x1f && second == 0x8b;
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

  private void count(int n) throws IOException {
    unpacked += n;
    if (unpacked > limits.unpackedBytes()) {
      throw new TooLargeException("unpacks to over " + limits.unpackedBytes() + " bytes");
    }
    if (unpacked > HARMLESS && unpacked / limits.unpackedRatio() > packed.bytes) {
      throw new TooLargeException(
          "unpacks to over " + limits.unpackedRatio() + " times its size: a gzip bomb");
    }
  }

  /** Counts the compressed bytes that were taken. */
  private static final class Counted extends FilterInputStream {
    private long bytes;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      bytes += b < 0 ? 0 : 1;
      return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int n = super.read(buffer, offset, length);
      bytes += Math.max(n, 0);
      return n;
    }
  }
}
