package org.tocsin.ingest.parse;

/**
 * How much of an input is read at most.
 *
 * @param documentBytes one page, feed, text, or line of a JSON lines file
 * @param textChars the text of one article, in UTF-16 code units
 * @param unpackedBytes all that one compressed file may hold
 * @param unpackedRatio how many bytes one compressed byte may stand for, after the first megabyte
 */
public record Limits(int documentBytes, int textChars, long unpackedBytes, int unpackedRatio) {
  /** 16 MiB documents, 2 Mi characters of text, 8 GiB archives, 200 to 1. */
  public static final Limits DEFAULT = new Limits(16 << 20, 2 << 20, 8L << 30, 200);

  public Limits {
    if (documentBytes < 1 || textChars < 1 || unpackedBytes < 1 || unpackedRatio < 1) {
      throw new IllegalArgumentException("limits are positive");
    }
  }
}
