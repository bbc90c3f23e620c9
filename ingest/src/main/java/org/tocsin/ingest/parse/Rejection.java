package org.tocsin.ingest.parse;

import org.jspecify.annotations.Nullable;

/**
 * An input that is no article, and why: {@code articles.jsonl, line 7, not JSON: …}. Where the
 * bytes could not be read at all they are kept, so that they can become a dead letter; an input
 * that was understood and turned away has none.
 *
 * @param origin the file, feed or client it came from
 * @param place where in the origin: {@code line 7}, {@code item 3}, an address; empty for the whole
 * @param reason in words
 * @param raw the bytes that could not be read; null where they were read
 */
public record Rejection(String origin, String place, String reason, byte @Nullable [] raw)
    implements Parsed {

  /** An input that was understood and is not wanted. */
  public static Rejection of(String origin, String place, String reason) {
    return new Rejection(origin, place, reason, null);
  }

  /** Whether this is a dead letter: bytes nobody could read. */
  public boolean unreadable() {
    return raw != null;
  }

  /** The best name for an input that never became an article: {@code articles.jsonl, line 7}. */
  public String name() {
    return place.isEmpty() ? origin : origin + ", " + place;
  }

  @Override
  public Rejection from(String source) {
    return this;
  }

  @Override
  public String toString() {
    return name() + ": " + reason;
  }
}
