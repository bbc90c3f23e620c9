package org.tocsin.service;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One setting, declared once: its key, default, meaning and how it is read. Example: {@code
 * enrich.story.window = 14d}.
 *
 * @param key dotted lower-case name, the same in files; in the environment {@code TOCSIN_} and the
 *     key in upper case with {@code _} for dots and hyphens
 * @param fallback the default as it would be written in a file
 * @param unit of the value, in a word: {@code duration}, {@code bytes}, {@code text}
 * @param doc one or two sentences for the operator
 * @param secret whether the value is hidden when settings are shown
 * @param parser reads a written value; throws IllegalArgumentException with the reason
 */
public record Setting<T>(
    String key,
    String fallback,
    String unit,
    String doc,
    boolean secret,
    Function<String, T> parser) {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,12})(ms|s|m|h|d)");
  private static final Pattern SIZE = Pattern.compile("(\\d{1,12})(B|KiB|MiB|GiB)?");

  public Setting {
    if (!key.matches("[a-z]+([.-][a-z0-9]+)*")) {
      throw new IllegalArgumentException("not a settings key: " + key);
    }
  }

  /** Any text; the empty text means none. */
  public static Setting<String> text(String key, String fallback, String doc) {
    return new Setting<>(key, fallback, "text", doc, false, Function.identity());
  }

  /** A text that is never shown or logged. */
  public static Setting<String> secret(String key, String doc) {
    return new Setting<>(key, "", "secret", doc, true, Function.identity());
  }

  /** A comma-separated list; empty entries are dropped. */
  public static Setting<List<String>> list(String key, String fallback, String doc) {
    return new Setting<>(
        key,
        fallback,
        "comma-separated list",
        doc,
        false,
        s -> Arrays.stream(s.split(",")).map(String::strip).filter(v -> !v.isEmpty()).toList());
  }

  /** A whole number between two bounds, both included. */
  public static Setting<Integer> integer(
      String key, int fallback, int least, int most, String doc) {
    return new Setting<>(
        key, String.valueOf(fallback), "number", doc, false, s -> wholeNumber(s, least, most));
  }

  /** A number between two bounds, both included. */
  public static Setting<Double> decimal(
      String key, double fallback, double least, double most, String doc) {
    return new Setting<>(
        key,
        String.valueOf(fallback),
        "number",
        doc,
        false,
        s -> {
          double value = Double.parseDouble(s);
          if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException("not between " + least + " and " + most);
          }
          return value;
        });
  }

  /** {@code true} or {@code false}. */
  public static Setting<Boolean> bool(String key, boolean fallback, String doc) {
    return new Setting<>(
        key, String.valueOf(fallback), "true or false", doc, false, Setting::trueOrFalse);
  }

  /** A time span such as {@code 250ms}, {@code 30s}, {@code 5m}, {@code 12h}, {@code 14d}. */
  public static Setting<Duration> duration(String key, String fallback, String doc) {
    return new Setting<>(key, fallback, "duration", doc, false, Setting::duration);
  }

  /** A number of bytes such as {@code 65536}, {@code 64KiB}, {@code 2MiB}. */
  public static Setting<Long> bytes(String key, String fallback, String doc) {
    return new Setting<>(key, fallback, "bytes", doc, false, Setting::size);
  }

  /**
   * Everything below a key, as a map from the rest of the key to the value; for sources and for
   * properties handed on to Kafka. {@link Settings#under} reads it.
   */
  public static Setting<Map<String, String>> map(String key, String doc) {
    return new Setting<>(key, "", "keys below", doc, false, s -> Map.of());
  }

  /** Whether this stands for everything below its key. */
  boolean isMap() {
    return unit.equals("keys below");
  }

  /** The name in the environment: {@code TOCSIN_KAFKA_BOOTSTRAP_SERVERS}. */
  public String environmentName() {
    return "TOCSIN_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  private static int wholeNumber(String s, int least, int most) {
    int value;
    try {
      value = Integer.parseInt(s);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("not a whole number", e);
    }
    if (value < least || value > most) {
      throw new IllegalArgumentException("not between " + least + " and " + most);
    }
    return value;
  }

  private static boolean trueOrFalse(String s) {
    return switch (s) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("neither true nor false");
    };
  }

  private static Duration duration(String s) {
    Matcher m = DURATION.matcher(s);
    if (!m.matches()) {
      throw new IllegalArgumentException("not a duration such as 250ms, 30s, 5m, 12h or 14d");
    }
    long n = Long.parseLong(m.group(1));
    return switch (m.group(2)) {
      case "ms" -> Duration.ofMillis(n);
      case "s" -> Duration.ofSeconds(n);
      case "m" -> Duration.ofMinutes(n);
      case "h" -> Duration.ofHours(n);
      default -> Duration.ofDays(n);
    };
  }

  private static long size(String s) {
    Matcher m = SIZE.matcher(s);
    if (!m.matches()) {
      throw new IllegalArgumentException("not a size such as 65536, 64KiB or 2MiB");
    }
    long n = Long.parseLong(m.group(1));
    String unit = m.group(2) == null ? "B" : m.group(2);
    return switch (unit) {
      case "KiB" -> n << 10;
      case "MiB" -> n << 20;
      case "GiB" -> n << 30;
      default -> n;
    };
  }
}
