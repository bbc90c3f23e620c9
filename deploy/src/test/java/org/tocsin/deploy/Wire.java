package org.tocsin.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.tocsin.contract.Json;
import org.tocsin.contract.Lane;
import org.tocsin.contract.StatementState;
import org.tocsin.contract.Topics;
import org.tocsin.service.KafkaSettings;
import org.tocsin.service.Settings;

/** Writes new statements and what becomes of them, as enrich would. */
final class Wire implements AutoCloseable {
  private final JsonNode sample;
  private final String prefix;
  private final KafkaProducer<byte[], byte[]> producer;
  private final List<Future<?>> sent = new ArrayList<>();

  Wire(Settings settings) throws IOException {
    try (InputStream in = Wire.class.getResourceAsStream("/journey/4-sighting.json")) {
      sample = Json.mapper().readTree(Objects.requireNonNull(in));
    }
    prefix = settings.get(KafkaSettings.PREFIX);
    producer = new KafkaProducer<>(KafkaSettings.producer(settings));
  }

  /** When the sample was said. */
  Instant time() {
    return Instant.parse(sample.at("/article/time").asText());
  }

  /** Somebody says something. */
  void say(String id, String text, String speaker, Instant time) {
    ObjectNode next = sample.deepCopy();
    ObjectNode statement = (ObjectNode) next.path("statement");
    statement
        .put("id", id)
        .put("text", text)
        .put("end", statement.path("start").asInt() + text.length())
        .putArray("quoted");
    ((ObjectNode) statement.path("speaker")).put("name", speaker).putNull("actor");
    ((ObjectNode) next.path("article"))
        .put("id", article(id))
        .put("time", time.toString())
        .put("received", time.toString());
    send(Topics.STATEMENTS.in(prefix), id, next.toString());
  }

  /** The article of a statement holds it no more. */
  void withdraw(String id, Instant time) {
    StatementState gone = StatementState.withdrawn(id, id, article(id), 1, time, Lane.LIVE);
    send(Topics.STATEMENT_STATES.in(prefix), id, Json.write(gone));
  }

  private static String article(String statement) {
    return "article-" + statement;
  }

  private void send(String topic, String key, String value) {
    sent.add(
        producer.send(
            new ProducerRecord<>(
                topic,
                key.getBytes(StandardCharsets.UTF_8),
                value.getBytes(StandardCharsets.UTF_8))));
  }

  /** Waits until Kafka has all of it. */
  void flush() throws Exception {
    for (Future<?> record : sent) {
      record.get();
    }
    sent.clear();
  }

  @Override
  public void close() {
    producer.close();
  }
}
