package org.tocsin.ingest.fetch;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.fetch.WebClient.Response;

/** Why an address could not be fetched, with the cause that it is counted under. */
public final class FetchException extends IOException {
  private static final long serialVersionUID = 1L;

  /** The causes, as they stand in metrics. */
  public enum Cause {
    /** No address of the web at all. */
    ADDRESS,
    /** A host of our own network. */
    PRIVATE_ADDRESS,
    UNREACHABLE,
    /** More redirects than allowed. */
    REDIRECTS,
    ROBOTS,
    /** More bytes than allowed, packed or unpacked. */
    TOO_LARGE,
    /** Longer than allowed, to the last byte. */
    TOO_SLOW,
    /** The server says it will not come back. */
    GONE,
    NOT_FOUND,
    /** The server asks for patience. */
    BUSY,
    STATUS;

    /** The name in metrics: {@code private-address}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final Cause why;
  private final @Nullable Duration retryAfter;

  FetchException(Cause why, String message) {
    this(why, message, null, null);
  }

  FetchException(
      Cause why, String message, @Nullable Duration retryAfter, @Nullable Throwable fault) {
    super(message, fault);
    this.why = why;
    this.retryAfter = retryAfter;
  }

  /** What an answer without a document means. */
  static FetchException ofStatus(Response answer, Instant now) {
    int status = answer.status();
    Cause why =
        switch (status) {
          case 410 -> Cause.GONE;
          case 404 -> Cause.NOT_FOUND;
          case 429, 503 -> Cause.BUSY;
          default -> Cause.STATUS;
        };
    return new FetchException(
        why, "answered with status " + status, RetryAfter.read(answer.retryAfter(), now), null);
  }

  public Cause why() {
    return why;
  }

  /** How long the server wants to be left alone; null where it does not say. */
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }

  /** Whether asking again cannot help. */
  public boolean permanent() {
    return switch (why) {
      case ADDRESS, PRIVATE_ADDRESS, REDIRECTS, ROBOTS, TOO_LARGE, GONE, NOT_FOUND -> true;
      case UNREACHABLE, TOO_SLOW, BUSY, STATUS -> false;
    };
  }
}
