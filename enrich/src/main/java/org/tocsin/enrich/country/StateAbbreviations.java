package org.tocsin.enrich.country;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tocsin.enrich.text.DataFile;
import org.tocsin.enrich.text.Folding;
import org.tocsin.enrich.text.Token;

/** Tells {@code Ga.} in {@code Macon, Ga.} and {@code TX} in {@code Waco, TX}. */
final class StateAbbreviations {
  private final Set<String> dotted = new HashSet<>();
  private final Set<String> postal = new HashSet<>();

  StateAbbreviations() {
    for (DataFile.Row row : DataFile.of(StateAbbreviations.class, "us-states.tsv")) {
      row.list("abbreviations").forEach(name -> dotted.add(Folding.fold(name)));
      postal.add(row.get("postal"));
    }
  }

  boolean at(String text, List<Token> parts, int index) {
    if (index == 0 || !parts.get(index).capitalised()) {
      return false;
    }
    Token token = parts.get(index);
    boolean known =
        postal.contains(token.text())
            || (dotted.contains(token.folded()) && endsInDot(text, token));
    return known && follows(text, parts.get(index - 1), token);
  }

  private static boolean endsInDot(String text, Token token) {
    return text.charAt(token.end() - 1) == '.'
        || (token.end() < text.length() && text.charAt(token.end()) == '.');
  }

  /** After a place and a comma, or after a party's letter as in {@code (R-Ky.)}. */
  private static boolean follows(String text, Token before, Token token) {
    String gap = text.substring(before.end(), Math.min(token.start(), before.end() + 3));
    return before.capitalised()
        && (gap.equals(", ") || (gap.equals("-") && before.text().length() == 1));
  }
}
