package org.tocsin.ingest.fetch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.ingest.meta.PublishedDate;

/** {@code Retry-After: 120}, or a date; nobody is believed for longer than a day. */
final class RetryAfter {
  private static final Logger LOG = LoggerFactory.getLogger(RetryAfter.class);
  private static final Duration LONGEST = Duration.ofHours(24);

  private RetryAfter() {}

  /** How long to wait; null where nothing is said, or nothing that can be read. */
  static @Nullable Duration read(@Nullable String written, Instant now) {
    if (written == null || written.isBlank()) {
      return null;
    }
    Duration wait = null;
    try {
      if (written.strip().matches("\\d{1,9}")) {
        wait = Duration.ofSeconds(Long.parseLong(written.strip()));
      } else {
        OffsetDateTime until = PublishedDate.parse(written);
        wait = until == null ? null : Duration.between(now, until.toInstant());
      }
    } catch (DateTimeException | ArithmeticException e) {
      LOG.debug("Retry-After is neither seconds nor a date: {}", written, e);
    }
    return wait == null || wait.isNegative() ? null : wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}
