package org.tocsin.ingest.meta;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dates that feeds and pages carry: ISO 8601 in all its abridgements, {@code Thu, 1 Jan
 * 04 19:48:21 EST}, {@code January 5, 2026 7:30 pm}, seconds since 1970. A time without a zone is
 * taken as UTC. What is no date is null.
 */
public final class PublishedDate {
  private static final int MAX_LENGTH = 80;

  /** Years no article has: sensors and forms write 0001 or 9999 for "unknown". */
  private static final int FIRST_YEAR = 1500;

  private static final int LAST_YEAR = 2200;

  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})(?:[-/.]?(\\d\\d)(?:[-/.]?(\\d\\d))?)?"
              + "(?:[Tt_ ]{1,3}(\\d\\d?)[:.]?(\\d\\d)(?:[:.]?(\\d\\d)(?:[.,]\\d{1,9})?)?)?"
              + " ?([Zz]|UTC|GMT|[+-]\\d\\d:?(?:\\d\\d)?)?(?:\\[[A-Za-z/_]+])?");

  /** {@code 202603031015}, with seconds or without. */
  private static final Pattern RUN_TOGETHER =
      Pattern.compile("^(\\d{8})(\\d{4}(?:\\d\\d)?)(?!\\d)");

  private PublishedDate() {}

  /** The time a date stands for, in the zone it names; null where there is none. */
  public static @Nullable OffsetDateTime parse(@Nullable String written) {
    return guarded(written, PublishedDate::read);
  }

  /**
   * The time in a stretch of text written for people, other words and all: {@code Posted:
   * 12/22/2026 by the desk}.
   *
   * @param monthFirst how numbers parted by slashes are read where both ways are possible
   */
  public static @Nullable OffsetDateTime shown(String text, boolean monthFirst) {
    return guarded(
        text, t -> WrittenDate.parse(NumericDate.spelled(NumericDate.western(t), monthFirst)));
  }

  private static @Nullable OffsetDateTime guarded(@Nullable String written, Reading reading) {
    String text = written == null ? "" : written.strip();
    if (text.isEmpty() || text.length() > MAX_LENGTH) {
      return null;
    }
    try {
      OffsetDateTime time = reading.read(text);
      return time == null || !credible(time) ? null : time;
    } catch (DateTimeException | NumberFormatException e) {
      return null; // The thirtieth of February and its kin: no date.
    }
  }

  /** One way of reading. */
  private interface Reading {
    @Nullable OffsetDateTime read(String text);
  }

  private static boolean credible(OffsetDateTime time) {
    int year = time.getYear();
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  }

  private static @Nullable OffsetDateTime read(String text) {
    if (text.matches("\\d{9,10}")) {
      return Instant.ofEpochSecond(Long.parseLong(text)).atOffset(ZoneOffset.UTC);
    }
    if (text.matches("\\d{13}")) {
      return Instant.ofEpochMilli(Long.parseLong(text)).atOffset(ZoneOffset.UTC);
    }
    Matcher iso = ISO.matcher(RUN_TOGETHER.matcher(text).replaceFirst("$1T$2"));
    if (iso.matches()) {
      return iso(iso);
    }
    String western = NumericDate.western(text);
    boolean spelled = western.equals(text);
    return WrittenDate.parse(spelled ? text : NumericDate.spelled(western, false));
  }

  private static OffsetDateTime iso(Matcher found) {
    LocalDateTime local =
        LocalDateTime.of(number(found, 1, 0), number(found, 2, 1), number(found, 3, 1), 0, 0);
    return local
        .plusHours(number(found, 4, 0))
        .plusMinutes(number(found, 5, 0))
        .plusSeconds(number(found, 6, 0))
        .atOffset(offset(found.group(7)));
  }

  private static int number(Matcher found, int group, int otherwise) {
    String digits = found.group(group);
    return digits == null ? otherwise : Integer.parseInt(digits);
  }

  private static ZoneOffset offset(@Nullable String zone) {
    boolean numeric = zone != null && (zone.startsWith("+") || zone.startsWith("-"));
    return numeric ? ZoneOffset.of(zone) : ZoneOffset.UTC;
  }
}
