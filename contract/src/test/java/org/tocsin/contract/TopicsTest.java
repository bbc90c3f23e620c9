package org.tocsin.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class TopicsTest {
  @Test
  void listsEveryConstant() {
    Object[] constants =
        Arrays.stream(Topics.class.getDeclaredFields())
            .filter(f -> Modifier.isPublic(f.getModifiers()))
            .map(TopicsTest::value)
            .toArray();
    assertThat(Topics.all().toArray()).containsExactly(constants);
  }

  private static Object value(java.lang.reflect.Field field) {
    try {
      return field.get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void keepsWhatSpeaksOfAlertsLongerThanAlerts() {
    for (Topic<?, ?> topic : List.of(Topics.ALERT_STATES, Topics.DELIVERIES)) {
      assertThat(topic.compacted()).isTrue();
      assertThat(topic.retention()).isGreaterThan(Topics.ALERTS.retention());
    }
  }

  @Test
  void saysWhereUnreadableBytesAreWrong() {
    byte[] broken = "{\"id\":\"x\",".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(
            () -> Topics.ARTICLES.valueSerde().deserializer().deserialize("articles", broken))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("not a readable Article")
        .hasMessageContaining("column");
  }

  @Test
  void writesOneLineWhateverStandsInAString() {
    String written = Json.line(List.of("a\u2028b\u0085c\nd"));
    assertThat(written).isEqualTo("[\"a\\u2028b\\u0085c\\nd\"]");
  }

  @Test
  void keepsATombstoneATombstone() {
    assertThat(Topics.WATCHES.valueSerde().serializer().serialize("watches", null)).isNull();
    assertThat(Topics.WATCHES.valueSerde().deserializer().deserialize("watches", null)).isNull();
  }

  @Test
  void describesARecordInHeaders() {
    RecordHeaders headers = new RecordHeaders();
    Headers.into(headers)
        .describe(EnrichedArticle.class, "x1", "enrich", Instant.EPOCH)
        .set(Headers.COUNTRIES, List.of("AF", "RU"));
    assertThat(Headers.text(headers, Headers.SCHEMA)).isEqualTo("enriched-article/1");
    assertThat(Headers.text(headers, "ce_type")).isEqualTo("org.tocsin.enriched-article.v1");
    assertThat(Headers.text(headers, Headers.COUNTRIES)).isEqualTo("AF,RU");
    assertThat(Headers.text(headers, Headers.NOVELTY)).isNull();
  }

  @Test
  void readsADeadLetterBackAsItWasWritten() {
    DeadLetter letter =
        new DeadLetter(
            new byte[] {1},
            new byte[] {2, 3},
            "enrich",
            "decode",
            "SerializationException",
            "not a readable Article",
            "articles",
            3,
            42L,
            null,
            Instant.EPOCH);
    var record = letter.toRecord("t-");
    assertThat(record.topic()).isEqualTo("t-dead-letters");
    DeadLetter back = DeadLetter.of(record.key(), record.value(), record.headers(), letter.time());
    assertThat(back).usingRecursiveComparison().isEqualTo(letter);
  }
}
