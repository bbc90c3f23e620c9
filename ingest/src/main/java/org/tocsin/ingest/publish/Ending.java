package org.tocsin.ingest.publish;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.tocsin.contract.Lane;
import org.tocsin.contract.Outcome;
import org.tocsin.ingest.parse.ArticleDraft;
import org.tocsin.ingest.parse.Limits;
import org.tocsin.ingest.parse.Parsed;
import org.tocsin.ingest.parse.Rejection;
import org.tocsin.service.Metrics;

/**
 * How one input ends, decided before anything is sent: the records that say so, and the receipt. An
 * article gives one record, a rejection its outcome, an unreadable input a dead letter as well.
 */
public record Ending(List<ProducerRecord<byte[], byte[]>> records, Receipt receipt) {
  private static final int MAX_NAME = 512;

  public Ending {
    records = List.copyOf(records);
  }

  /**
   * Decides.
   *
   * @param prefix of the topics
   */
  public static Ending of(Parsed parsed, Lane lane, Limits limits, String prefix, Instant now) {
    ArticleRecords records = new ArticleRecords(prefix);
    if (parsed instanceof Rejection rejection) {
      return turnedAway(rejection.name(), rejection, records, now);
    }
    ArticleDraft draft = (ArticleDraft) parsed;
    String fault = draft.fault(limits);
    String name = draft.stableId();
    String shortName = name.length() > MAX_NAME ? name.substring(0, MAX_NAME) : name;
    if (fault != null) {
      return turnedAway(shortName, Rejection.of(draft.origin(), shortName, fault), records, now);
    }
    try {
      return new Ending(
          List.of(records.article(draft.toArticle(lane, now))),
          new Receipt(name, Receipt.End.PUBLISHED, null));
    } catch (SerializationException e) {
      Rejection tooLarge = Rejection.of(draft.origin(), shortName, String.valueOf(e.getMessage()));
      return turnedAway(shortName, tooLarge, records, now);
    }
  }

  private static Ending turnedAway(
      String name, Rejection rejection, ArticleRecords records, Instant now) {
    byte[] raw = rejection.raw();
    List<ProducerRecord<byte[], byte[]>> written = new ArrayList<>();
    if (raw != null) {
      written.add(records.deadLetter(rejection, raw, "parse", now));
    }
    Outcome.Result result = raw == null ? Outcome.Result.REJECTED : Outcome.Result.DEAD_LETTERED;
    written.add(records.outcome(name, result, rejection.reason(), now));
    Receipt.End end = raw == null ? Receipt.End.REJECTED : Receipt.End.DEAD_LETTERED;
    return new Ending(written, new Receipt(name, end, rejection.reason()));
  }

  /** Counts it; to be called once Kafka has the records. */
  public void count(Metrics metrics) {
    metrics.received();
    switch (receipt.end()) {
      case PUBLISHED -> metrics.published();
      case REJECTED -> metrics.ended(Outcome.Result.REJECTED);
      case DEAD_LETTERED -> metrics.ended(Outcome.Result.DEAD_LETTERED);
    }
  }
}
