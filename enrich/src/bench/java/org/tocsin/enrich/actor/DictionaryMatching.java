package org.tocsin.enrich.actor;

import org.tocsin.enrich.text.WordSet;
import org.tocsin.enrich.text.Words;

/** The dictionary of actors alone, without the rules: for what the benchmark tells apart. */
public final class DictionaryMatching {
  private DictionaryMatching() {}

  /** How many names of the book stand in a text, the longest at each place. */
  public static int names(ActorBook book, Words words) {
    int found = 0;
    WordSet beginnings = book.beginnings(words);
    for (int at = beginnings.next(0); at >= 0; at = beginnings.next(at)) {
      ActorBook.Match match = book.longest(words, at);
      found += match == null ? 0 : 1;
      at = match == null ? at + 1 : match.to();
    }
    return found;
  }
}
