package org.tocsin.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tocsin.contract.Article;
import org.tocsin.contract.DeadLetter;
import org.tocsin.contract.Imprint;
import org.tocsin.contract.Json;
import org.tocsin.contract.Lane;
import org.tocsin.ingest.parse.ArticleDraft;
import org.tocsin.ingest.parse.Credits;
import org.tocsin.ingest.parse.Rejection;

/** What stands in the record of an article besides its words. */
class ArticleRecordsTest {
  private static final Instant RECEIVED = Instant.parse("2031-03-03T06:30:00Z");
  private static final OffsetDateTime CHANGED = OffsetDateTime.parse("2031-03-03T07:00:00+01:00");

  @Test
  void tellsWhoWroteItAndInWhichZone() {
    ProducerRecord<byte[], byte[]> record = record("2031-03-03T06:15:00+01:00");

    assertThat(article(record).imprint())
        .isEqualTo(
            new Imprint(
                List.of("Marta Quill"), "The Courier", CHANGED.toInstant(), "+01:00", false));
    assertThat(header(record, ArticleRecords.PUBLISHED)).isEqualTo("2031-03-03T06:15+01:00");
    assertThat(header(record, ArticleRecords.IMPLAUSIBLE)).isNull();
  }

  @Test
  void marksATimeThatCannotBeMeant() {
    ProducerRecord<byte[], byte[]> record = record("2041-03-03T06:15:00Z");

    assertThat(article(record).imprint().implausible()).isTrue();
    assertThat(article(record).eventTime()).isEqualTo(RECEIVED);
    assertThat(header(record, ArticleRecords.IMPLAUSIBLE)).isEqualTo("true");
  }

  @Test
  void saysThatALongDeadLetterIsCut() {
    byte[] raw = new byte[5 << 20];
    Rejection rejection = new Rejection("in.jsonl", "line 2", "not JSON", raw);

    ProducerRecord<byte[], byte[]> letter =
        new ArticleRecords("").deadLetter(rejection, raw, "parse", RECEIVED);

    assertThat(letter.value()).hasSize(4 << 20);
    assertThat(header(letter, DeadLetter.MESSAGE))
        .startsWith("not JSON; only the first 4194304 of its 5242880 bytes are kept");
  }

  private static ProducerRecord<byte[], byte[]> record(String published) {
    Credits credits = new Credits(List.of("Marta Quill"), "The Courier", CHANGED);
    OffsetDateTime time = OffsetDateTime.parse(published);
    ArticleDraft draft =
        new ArticleDraft("a", null, "feed", "Quay", "It opens.", "en", time, "push", credits);
    return new ArticleRecords("").article(draft.toArticle(Lane.LIVE, RECEIVED));
  }

  private static Article article(ProducerRecord<byte[], byte[]> record) {
    return Json.read(new String(record.value(), StandardCharsets.UTF_8), Article.class);
  }

  private static @Nullable String header(ProducerRecord<byte[], byte[]> record, String name) {
    Header found = record.headers().lastHeader(name);
    return found == null ? null : new String(found.value(), StandardCharsets.UTF_8);
  }
}
