package org.tocsin.enrich;

import java.time.Instant;
import org.tocsin.contract.Article;

/**
 * The time that counts for an article, within what calendars and Kafka can bear: a source may claim
 * any year.
 */
public final class EventTime {
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  private EventTime() {}

  /** The article's event time, pushed into the years 1 to 9999. */
  public static Instant of(Article article) {
    if (article.received().isAfter(LATEST)) {
      return LATEST;
    }
    Instant time = article.eventTime();
    return time.isBefore(EARLIEST) ? EARLIEST : time;
  }

  /** When the article was taken in, pushed into the same years. */
  public static Instant received(Article article) {
    Instant received = article.received();
    if (received.isAfter(LATEST)) {
      return LATEST;
    }
    return received.isBefore(EARLIEST) ? EARLIEST : received;
  }

  /** The event time as a record timestamp; Kafka has none before 1970. */
  public static long timestamp(Article article) {
    return Math.max(0, of(article).toEpochMilli());
  }
}
