package org.tocsin.ingest.meta;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A date with the month as a word, read token by token because RFC 822 is seldom kept: weekdays in
 * any language, missing seconds, years of two digits, am and pm, zones as names or offsets.
 */
final class WrittenDate {
  /** Hours from UTC of the zone names that RFC 822 knows, and some it does not. */
  private static final Map<String, Integer> ZONES =
      Map.ofEntries(
          Map.entry("est", -5),
          Map.entry("edt", -4),
          Map.entry("cst", -6),
          Map.entry("cdt", -5),
          Map.entry("mst", -7),
          Map.entry("mdt", -6),
          Map.entry("pst", -8),
          Map.entry("pdt", -7),
          Map.entry("et", -5),
          Map.entry("pt", -8),
          Map.entry("bst", 1),
          Map.entry("cet", 1),
          Map.entry("cest", 2),
          Map.entry("eet", 2),
          Map.entry("eest", 3),
          Map.entry("msk", 3),
          Map.entry("jst", 9),
          Map.entry("aest", 10),
          Map.entry("aedt", 11));

  private int day;
  private int month;
  private int year;
  private @Nullable LocalTime time;
  private ZoneOffset offset = ZoneOffset.UTC;

  private WrittenDate() {}

  static @Nullable OffsetDateTime parse(String text) {
    WrittenDate date = new WrittenDate();
    String spaced =
        text.toLowerCase(Locale.ROOT).replaceAll("(\\d)-([a-z]{3})[a-z]{0,6}-(\\d)", "$1 $2 $3");
    for (String token : spaced.split("[\\s,()|]+")) {
      date.take(token);
    }
    return date.instant();
  }

  private void take(String token) {
    if (token.matches("\\d{1,2}(st|nd|rd|th|\\.)?") && day == 0) {
      day = Integer.parseInt(token.replaceAll("\\D", ""));
    } else if (token.matches("\\d{4}|\\d{2}") && year == 0) {
      year = century(Integer.parseInt(token));
    } else if (token.matches("\\d{1,2}[:.h]\\d\\d([:.]\\d\\d(\\.\\d{1,9})?)?(am|pm|z)?")) {
      time = time(token);
    } else if (token.matches("(gmt|utc)?[+-]\\d\\d:?\\d\\d")) {
      offset = ZoneOffset.of(token.substring(token.length() - (token.contains(":") ? 6 : 5)));
    } else {
      takeWord(token);
    }
  }

  private void takeWord(String token) {
    String word = token.replace(".", "");
    Integer zone = ZONES.get(word);
    int named = month == 0 ? MonthNames.number(word) : 0;
    if (named > 0) {
      month = named;
    } else if (zone != null) {
      offset = ZoneOffset.ofHours(zone);
    } else if (word.equals("pm") && time != null && time.getHour() < 12) {
      time = time.plusHours(12);
    } else if (word.equals("am") && time != null && time.getHour() == 12) {
      time = time.minusHours(12);
    }
  }

  private static int century(int written) {
    return written > 99 ? written : written < 70 ? 2000 + written : 1900 + written;
  }

  private static LocalTime time(String token) {
    String[] parts =
        token.replaceAll("(?<=\\d)h(?=\\d)", ":").replaceAll("[a-z]", "").split("[:.]");
    int hour = Integer.parseInt(parts[0]) % 24;
    int second = parts.length > 2 ? Math.min(Integer.parseInt(parts[2]), 59) : 0;
    LocalTime time = LocalTime.of(hour, Integer.parseInt(parts[1]), second);
    boolean afternoon = token.endsWith("pm") && hour < 12;
    boolean midnight = token.endsWith("am") && hour == 12;
    return afternoon ? time.plusHours(12) : midnight ? time.minusHours(12) : time;
  }

  private @Nullable OffsetDateTime instant() {
    if (day == 0 || month == 0 || year == 0) {
      return null;
    }
    LocalTime at = time == null ? LocalTime.MIDNIGHT : time;
    return LocalDate.of(year, month, day).atTime(at).atOffset(offset);
  }
}
