package org.tocsin.enrich.country;

import java.util.List;
import java.util.Set;
import org.tocsin.enrich.country.Place.Kind;
import org.tocsin.enrich.text.NameList;
import org.tocsin.enrich.text.PhraseTrie;
import org.tocsin.enrich.text.Token;

/**
 * Tells people called after places: {@code Ruth London}, {@code Ms. Paris}, {@code Austin Reed}.
 */
final class PersonGuard {
  private static final Set<String> TITLES =
      Set.of(
          "mr",
          "mrs",
          "ms",
          "dr",
          "sen",
          "rep",
          "judge",
          "justice",
          "sgt",
          "officer",
          "coach",
          "detective",
          "senator");

  /** Words that follow a place rather than a given name. */
  private final NameList afterPlaces = new NameList(PersonGuard.class, "after-places.tsv");

  private final NameList firstNames = NameList.firstNames();

  boolean isPerson(
      String text, List<Token> parts, PhraseTrie.Match<Meaning> match, boolean shouting) {
    if (match.to() - match.from() > 1) {
      return false;
    }
    return afterName(text, parts, match) || (!shouting && beforeName(text, parts, match));
  }

  private boolean afterName(String text, List<Token> parts, PhraseTrie.Match<Meaning> match) {
    if (match.from() == 0) {
      return false;
    }
    Token before = parts.get(match.from() - 1);
    Token here = parts.get(match.from());
    if (!near(text, before, here) || !before.capitalised()) {
      return false;
    }
    Kind kind = match.value().places().get(0).kind();
    return firstNames.contains(before)
        || (TITLES.contains(before.folded()) && kind != Kind.NAME && kind != Kind.DEMONYM);
  }

  private boolean beforeName(String text, List<Token> parts, PhraseTrie.Match<Meaning> match) {
    Token here = parts.get(match.from());
    if (!firstNames.contains(here) || match.to() == parts.size()) {
      return false;
    }
    Token next = parts.get(match.to());
    return next.capitalised()
        && !next.allCapitals()
        && near(text, here, next)
        && text.charAt(here.end()) != '\n'
        && !afterPlaces.contains(next);
  }

  private static boolean near(String text, Token left, Token right) {
    int gap = right.start() - left.end();
    return (gap == 1 && Character.isWhitespace(text.charAt(left.end())))
        || (gap == 2 && text.charAt(left.end()) == '.');
  }
}
