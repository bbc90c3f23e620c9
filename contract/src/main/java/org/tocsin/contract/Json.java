package org.tocsin.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;

/**
 * The one way this project reads and writes JSON: camel case, ISO 8601 times in UTC, unknown fields
 * ignored, absent fields null or empty, nesting bounded.
 */
public final class Json {
  /** Longest string accepted, in characters: above any limit on articles, below any harm. */
  private static final int MAX_STRING = 32 * 1024 * 1024;

  private static final int MAX_NESTING = 100;

  private static final Pattern LINE_ENDS = Pattern.compile("[\u0085\u2028\u2029]");

  private static final JsonMapper MAPPER = build();

  private Json() {}

  private static JsonMapper build() {
    JsonMapper mapper =
        JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .defaultPropertyInclusion(
                JsonInclude.Value.construct(JsonInclude.Include.ALWAYS, JsonInclude.Include.ALWAYS))
            .build();
    mapper
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder()
                .maxStringLength(MAX_STRING)
                .maxNestingDepth(MAX_NESTING)
                .build());
    return mapper;
  }

  /** The shared mapper, safe for concurrent use; not to be reconfigured. */
  public static JsonMapper mapper() {
    return MAPPER;
  }

  /** Writes a value as one line of JSON. */
  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes a value as JSON that stays one line for every reader: some take U+0085, U+2028 and
   * U+2029 for line ends, and JSON lets them stand in strings unescaped.
   */
  public static String line(Object value) {
    String json = write(value);
    return LINE_ENDS.matcher(json).find()
        ? LINE_ENDS
            .matcher(json)
            .replaceAll(end -> String.format("\\\\u%04x", (int) end.group().charAt(0)))
        : json;
  }

  /**
   * Reads a value.
   *
   * @throws UncheckedIOException where the text is not JSON or not such a value
   */
  public static <T> T read(String json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a value of a generic type.
   *
   * @throws UncheckedIOException where the text is not JSON or not such a value
   */
  public static <T> T read(String json, TypeReference<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
