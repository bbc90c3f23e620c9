package org.tocsin.enrich.novelty;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads numbers in digits: {@code 2,000}, {@code 2.5}, {@code 21st}, {@code 1990s}, {@code 3m}. */
final class Figures {
  /** Longer ones are codes, not amounts. */
  private static final int MOST_DIGITS = 18;

  /** Digits in groups of three, whatever stands between. */
  private static final Pattern GROUPED = Pattern.compile("\\d{1,3}([.,]\\d{3})+");

  private Figures() {}

  /** The value in its plainest form; the word itself where it is no amount. */
  static String read(String word, WordList list) {
    int end = 0;
    while (end < word.length() && (isDigit(word.charAt(end)) || isMark(word, end))) {
      end++;
    }
    String unit = word.substring(end);
    if (end > MOST_DIGITS || !word.chars().limit(end).allMatch(c -> c < 0x80)) {
      return word;
    }
    String digits = word.substring(0, end);
    BigDecimal value = parse(list.swapsMarks() ? unmarked(digits) : digits);
    Integer zeros = list.scale(unit);
    if (value == null) {
      return word;
    }
    if (zeros != null) {
      return plain(value.scaleByPowerOfTen(zeros));
    }
    return unit.isEmpty() || isOrdinal(unit) ? plain(value) : plain(value) + unit;
  }

  /** {@code 2.000} is two thousand, {@code 3,5} three and a half: for languages that write so. */
  private static String unmarked(String digits) {
    if (GROUPED.matcher(digits).matches()) {
      return digits.replaceAll("[.,]", "");
    }
    int last = Math.max(digits.lastIndexOf(','), digits.lastIndexOf('.'));
    return last < 0
        ? digits
        : digits.substring(0, last).replaceAll("[.,]", "") + "." + digits.substring(last + 1);
  }

  /** A value with so many more zeros. */
  static String scaled(String value, int zeros) {
    BigDecimal number = parse(value);
    return number == null ? value + "e" + zeros : plain(number.scaleByPowerOfTen(zeros));
  }

  /** The sum of two values: twenty and five. */
  static @Nullable String sum(String tens, String units) {
    BigDecimal a = parse(tens);
    BigDecimal b = parse(units);
    return a == null || b == null ? null : plain(a.add(b));
  }

  /** Whether a value may be a year. */
  static boolean isYear(String digits) {
    return digits.length() == 4 && (digits.startsWith("19") || digits.startsWith("20"));
  }

  private static @Nullable BigDecimal parse(String digits) {
    String plain = digits.replace(",", "");
    int dot = plain.indexOf('.');
    if (dot >= 0 && dot != plain.lastIndexOf('.')) {
      plain = plain.replace(".", "");
    }
    try {
      return new BigDecimal(plain);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isMark(String word, int at) {
    char c = word.charAt(at);
    return (c == ',' || c == '.') && at + 1 < word.length() && isDigit(word.charAt(at + 1));
  }

  private static boolean isOrdinal(String unit) {
    return unit.equals("st") || unit.equals("nd") || unit.equals("rd") || unit.equals("th");
  }
}
