package org.tocsin.alert.query;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tocsin.contract.Alert;

/** Reads numbers of outlets: {@code >=3}, {@code >2}. */
final class Outlets {
  /** As many as an alert lists. */
  static final int MOST = Alert.LISTED;

  private static final Pattern WRITTEN = Pattern.compile("(>=?)(\\d{1,4})");

  private Outlets() {}

  static Term.AtLeast read(Token token) {
    Matcher written = WRITTEN.matcher(token.text());
    if (!token.is(Token.Kind.WORD) || !written.matches()) {
      throw new QueryException(
          token.start(), "outlets: takes a number at the least", ">=" + number(token.text()));
    }
    int outlets = Integer.parseInt(written.group(2)) + (written.group(1).equals(">") ? 1 : 0);
    if (outlets < 1 || outlets > MOST) {
      throw new QueryException(
          token.start(), "a number of outlets lies between 1 and " + MOST, ">=3");
    }
    return new Term.AtLeast(outlets);
  }

  private static String number(String text) {
    String digits = text.replaceAll("\\D", "");
    return digits.isEmpty() || digits.length() > 3 ? "3" : digits;
  }
}
