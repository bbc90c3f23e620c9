package org.tocsin.enrich.country;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.contract.Part;
import org.tocsin.enrich.text.PhraseTrie;
import org.tocsin.enrich.text.Token;
import org.tocsin.enrich.text.Tokens;

/** Finds the place names of a title or text, leaving out people and things called after places. */
final class PlaceFinder {
  private final StateAbbreviations states = new StateAbbreviations();
  private final PersonGuard people = new PersonGuard();

  List<Sighting> find(Gazetteer gazetteer, Part in, String text) {
    List<Token> parts = Tokens.parts(text);
    boolean shouting = shouting(parts);
    List<Sighting> found = new ArrayList<>();
    int at = 0;
    while (at < parts.size()) {
      PhraseTrie.Match<Meaning> match = gazetteer.longest(text, parts, at);
      if (states.at(text, parts, at)) {
        found.add(
            sighting(
                in,
                text,
                parts,
                new PhraseTrie.Match<>(Meaning.or(null, STATE, false), at, at + 1)));
        at++;
      } else if (match == null
          || !(written(match, parts, shouting) || adjective(gazetteer, match))) {
        at++;
      } else {
        if (!match.value().stop() && !people.isPerson(text, parts, match, shouting)) {
          found.add(sighting(in, text, parts, match));
        }
        at = match.to();
      }
    }
    return found;
  }

  private static final Place STATE = new Place("US", Place.Kind.STATE);

  private static Sighting sighting(
      Part in, String text, List<Token> parts, PhraseTrie.Match<Meaning> match) {
    int start = parts.get(match.from()).start();
    int end = parts.get(match.to() - 1).end();
    return new Sighting(in, start, end, text.substring(start, end), match.value());
  }

  /** Whether the words are written as a name is: with a capital, an acronym in capitals. */
  private static boolean written(
      PhraseTrie.Match<Meaning> match, List<Token> parts, boolean shouting) {
    List<Token> words = parts.subList(match.from(), match.to());
    if (match.value().exact()) {
      boolean dotted = words.get(0).text().indexOf('.') > 0;
      return dotted
          || (words.stream().allMatch(Token::allCapitals)
              && !(shouting && words.get(0).folded().equals("us")));
    }
    return match.value().stop()
        || words.stream().anyMatch(word -> word.capitalised() || caseless(word));
  }

  /** {@code französische}: a small letter is no objection where adjectives have one. */
  private static boolean adjective(Gazetteer gazetteer, PhraseTrie.Match<Meaning> match) {
    return gazetteer.lowerCaseDemonyms()
        && !match.value().stop()
        && match.value().places().get(0).kind() == Place.Kind.DEMONYM;
  }

  private static boolean caseless(Token word) {
    int first = word.text().codePointAt(0);
    return !Character.isUpperCase(first) && !Character.isLowerCase(first);
  }

  /** Whether most words are in capitals throughout, so that capitals say nothing. */
  private static boolean shouting(List<Token> parts) {
    int words = 0;
    int loud = 0;
    for (Token token : parts) {
      if (token.text().length() > 2 && !token.number()) {
        words++;
        loud += token.allCapitals() ? 1 : 0;
      }
    }
    return words >= 3 && loud * 2 > words;
  }
}
