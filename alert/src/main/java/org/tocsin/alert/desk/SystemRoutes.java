package org.tocsin.alert.desk;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.system.SystemFigures;
import org.tocsin.alert.trace.Trace;
import org.tocsin.contract.DeadLetter;
import org.tocsin.service.DeadLetterReplay;
import org.tocsin.service.access.AuditNote;
import org.tocsin.service.access.Role;

/** The API of the system: its figures, and dead letters shown and sent once more. */
public final class SystemRoutes {
  /** What is shown of a dead letter, in bytes. */
  private static final int MOST_SHOWN = 64 * 1024;

  private final Supplier<SystemFigures> figures;
  private final Function<Trace.Place, Optional<ConsumerRecord<byte[], byte[]>>> letters;
  private final BiFunction<ProducerRecord<byte[], byte[]>, String, RecordMetadata> writer;
  private final String prefix;

  /**
   * A dead letter with its bytes.
   *
   * @param text its bytes as UTF-8; null where there are none
   * @param whole whether that is all of them
   * @param replayable whether it can be sent to the topic it came from
   */
  record Shown(
      @JsonUnwrapped DeadLetterLog.Entry letter,
      @Nullable String text,
      boolean whole,
      boolean replayable) {}

  /** Where a dead letter lies now that it was sent once more. */
  record Replayed(String topic, int partition, long offset) {}

  /**
   * Routes.
   *
   * @param letters finds the dead letter at a place
   * @param writer writes a record; told what it is for the message of a fault
   * @param prefix of the topics
   */
  public SystemRoutes(
      Supplier<SystemFigures> figures,
      Function<Trace.Place, Optional<ConsumerRecord<byte[], byte[]>>> letters,
      BiFunction<ProducerRecord<byte[], byte[]>, String, RecordMetadata> writer,
      String prefix) {
    this.figures = figures;
    this.letters = letters;
    this.writer = writer;
    this.prefix = prefix;
  }

  /** Adds the routes to a server. */
  public void install(RoutesConfig routes) {
    routes.get("/api/system", ctx -> ctx.json(figures.get()));
    routes.get("/api/dead-letters/{id}", this::show);
    routes.post("/api/dead-letters/{id}/replay", this::replay, Role.OPERATOR);
  }

  private ConsumerRecord<byte[], byte[]> letter(Context ctx) {
    String id = ctx.pathParam("id");
    if (!id.matches("\\d{1,5}@\\d{1,18}")) {
      throw new BadRequestResponse("a dead letter is named by its place, such as 2@17");
    }
    int at = id.indexOf('@');
    Trace.Place place =
        new Trace.Place(
            Integer.parseInt(id.substring(0, at)), Long.parseLong(id.substring(at + 1)));
    return letters
        .apply(place)
        .orElseThrow(() -> new NotFoundResponse("there is no such dead letter any more"));
  }

  private void show(Context ctx) {
    ConsumerRecord<byte[], byte[]> record = letter(ctx);
    Instant time = Instant.ofEpochMilli(record.timestamp());
    DeadLetter letter = DeadLetter.of(record.key(), record.value(), record.headers(), time);
    byte[] value = letter.value();
    ctx.json(
        new Shown(
            DeadLetterLog.entry(letter, record.partition(), record.offset()),
            value == null
                ? null
                : new String(value, 0, Math.min(MOST_SHOWN, value.length), StandardCharsets.UTF_8),
            value == null || value.length <= MOST_SHOWN,
            letter.topic() != null));
  }

  private void replay(Context ctx) {
    ProducerRecord<byte[], byte[]> record =
        DeadLetterReplay.of(letter(ctx), prefix)
            .orElseThrow(
                () ->
                    new ConflictResponse(
                        "it never reached Kafka: put its source right and replay that"));
    AuditNote.say(ctx, "to " + record.topic());
    RecordMetadata written = writer.apply(record, "the dead letter " + ctx.pathParam("id"));
    ctx.json(
        new Replayed(
            written.topic().substring(prefix.length()), written.partition(), written.offset()));
  }
}
