package org.tocsin.alert.desk;

import org.jspecify.annotations.Nullable;

/** A change to a version of something that is no longer the last one. */
final class StaleChange extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable Object current;

  /**
   * A change that is refused.
   *
   * @param current how it stands now; null where there is nothing
   */
  StaleChange(String message, @Nullable Object current) {
    super(message);
    this.current = current;
  }

  /** What the caller is answered with. */
  record Answer(
      String error, @Nullable Integer position, String suggestion, @Nullable Object current) {}

  Answer answer() {
    return new Answer(
        String.valueOf(getMessage()), null, "Look at what it says now, and change that.", current);
  }
}
