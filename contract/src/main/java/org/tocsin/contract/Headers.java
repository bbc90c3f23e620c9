package org.tocsin.contract;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.stream.Collectors;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * What an integrator can read of a record without its body. All values are UTF-8 text; lists are
 * comma separated. The {@code ce_} names are the binary mode of CloudEvents 1.0 over Kafka.
 */
public final class Headers {
  /** Name and major version of the body's schema: {@code sighting/1}. */
  public static final String SCHEMA = "schema";

  /** ISO 639-1 code. */
  public static final String LANGUAGE = "language";

  /** ISO 3166-1 alpha-2 codes, those the article is about first: {@code AF,RU}. */
  public static final String COUNTRIES = "countries";

  /** Actor ids in order of first mention. */
  public static final String ACTORS = "actors";

  /** Story id. */
  public static final String STORY = "story";

  /** {@code new} or {@code repeat}. */
  public static final String NOVELTY = "novelty";

  /** Of an alert that was held back, by what: {@code quiet}; absent where it rang. */
  public static final String HELD = "held";

  /** {@code live} or {@code backfill}. */
  public static final String LANE = "lane";

  private final org.apache.kafka.common.header.Headers headers;

  private Headers(org.apache.kafka.common.header.Headers headers) {
    this.headers = headers;
  }

  /** Writes into the headers of a record; what stands there under the same names is replaced. */
  public static Headers into(org.apache.kafka.common.header.Headers headers) {
    return new Headers(headers);
  }

  /** Sets one header. */
  public Headers set(String name, String value) {
    headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Sets one header to a comma-separated list; an empty list is an empty value. */
  public Headers set(String name, Collection<String> values) {
    return set(
        name, values.stream().map(v -> v.replace(',', ' ')).collect(Collectors.joining(",")));
  }

  /** Sets the schema and the CloudEvents attributes of a record. */
  public Headers describe(Class<?> type, String id, String source, Instant time) {
    String name = schemaName(type);
    set(SCHEMA, name + "/" + Topic.SCHEMA_VERSION);
    set("ce_specversion", "1.0");
    set("ce_type", "org.tocsin." + name + ".v" + Topic.SCHEMA_VERSION);
    set("ce_id", id);
    set("ce_source", "/tocsin/" + source);
    set("ce_time", time.toString());
    return set("content-type", "application/json");
  }

  /** The name of a record's schema: {@code enriched-article}. */
  public static String schemaName(Class<?> type) {
    return type.getSimpleName()
        .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
        .toLowerCase(java.util.Locale.ROOT);
  }

  /** Reads one header; null where it is absent. */
  public static @Nullable String text(org.apache.kafka.common.header.Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }
}
