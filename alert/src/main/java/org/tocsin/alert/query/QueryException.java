package org.tocsin.alert.query;

import org.jspecify.annotations.Nullable;

/**
 * A query that is refused: where, why, and what may have been meant. Example: position 12, {@code
 * "there is no field 'speeker'"}, suggestion {@code "speaker:"}.
 */
public final class QueryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int position;
  private final @Nullable String suggestion;

  public QueryException(int position, String message, @Nullable String suggestion) {
    super(message);
    this.position = position;
    this.suggestion = suggestion;
  }

  /** UTF-16 code units of the query before the fault. */
  public int position() {
    return position;
  }

  /** What may have been meant, or what to do; null where there is nothing to suggest. */
  public @Nullable String suggestion() {
    return suggestion;
  }

  /** The fault in words, without its position. */
  public String reason() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
