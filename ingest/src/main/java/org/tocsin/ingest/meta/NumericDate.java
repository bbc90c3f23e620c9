package org.tocsin.ingest.meta;

import java.time.Month;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates in numbers as people write them, turned to ones with a month as a word: {@code 22.12.2026}
 * and {@code 2026-12-22} become {@code 22 december 2026}.
 */
final class NumericDate {
  private static final Pattern YEAR_LAST =
      Pattern.compile("\\b(\\d{1,2})([./-])(\\d{1,2})\\2((?:19|20)\\d\\d)\\b");
  private static final Pattern YEAR_FIRST =
      Pattern.compile("\\b((?:19|20)\\d\\d)([./-])(\\d{1,2})\\2(\\d{1,2})(?:[Tt]|\\b)");
  private static final Pattern EAST_ASIAN =
      Pattern.compile("(\\d{4})\\s?[年년]\\s?(\\d{1,2})\\s?[月월]\\s?(\\d{1,2})\\s?[日일]?");
  private static final Pattern EAST_ASIAN_TIME =
      Pattern.compile("(\\d{1,2})\\s?[时時点點시]\\s?(\\d{2})\\s?[分분]?");
  private static final int MONTHS = 12;

  private NumericDate() {}

  /** The text with the signs for year, month and hour between western digits written as marks. */
  static String western(String text) {
    StringBuilder digits = new StringBuilder();
    text.codePoints()
        .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
        .forEach(digits::appendCodePoint);
    String dated = EAST_ASIAN.matcher(digits).replaceAll("$1-$2-$3 ");
    return EAST_ASIAN_TIME.matcher(dated).replaceAll("$1:$2 ");
  }

  /** The text with its first date in numbers spelled out; as it was where it has none. */
  static String spelled(String text, boolean monthFirst) {
    Matcher first = YEAR_FIRST.matcher(text);
    if (first.find()) {
      return replace(text, first, number(first, 4), number(first, 3), number(first, 1));
    }
    Matcher last = YEAR_LAST.matcher(text);
    if (!last.find()) {
      return text;
    }
    int one = number(last, 1);
    int two = number(last, 3);
    boolean american = two > MONTHS || (monthFirst && last.group(2).equals("/") && one <= MONTHS);
    return american
        ? replace(text, last, two, one, number(last, 4))
        : replace(text, last, one, two, number(last, 4));
  }

  private static int number(Matcher found, int group) {
    return Integer.parseInt(found.group(group));
  }

  private static String replace(String text, Matcher found, int day, int month, int year) {
    return month < 1 || month > MONTHS
        ? text
        : text.substring(0, found.start())
            + (day + " " + Month.of(month) + " " + year + " ")
            + text.substring(found.end());
  }
}
