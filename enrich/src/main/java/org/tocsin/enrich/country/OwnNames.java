package org.tocsin.enrich.country;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.tocsin.enrich.text.PhraseTable;
import org.tocsin.enrich.text.Words;

/**
 * Names of countries that an installation has beside those of {@link Gazetteer}, in every language.
 * Where both have a name of the same length this one counts. Never changes.
 */
final class OwnNames {
  static final OwnNames NONE = new OwnNames(java.util.List.of());

  private final @Nullable PhraseTable<Meaning> phrases;

  OwnNames(Collection<CountryName> names) {
    if (names.isEmpty()) {
      phrases = null;
      return;
    }
    phrases = PhraseTable.small();
    for (CountryName name : names) {
      Gazetteer.put(phrases::put, name.name(), Place.own(name.code(), name.entry()));
    }
  }

  /** 1 where a name may begin with the word of this key, 0 where none does. */
  int begins(long key) {
    return phrases == null ? 0 : phrases.begins(key);
  }

  /** The longer of what stands here and what the gazetteer found. */
  PhraseTable.@Nullable Match<Meaning> over(
      PhraseTable.@Nullable Match<Meaning> known, Words words, int from) {
    PhraseTable.Match<Meaning> own = phrases == null ? null : phrases.longest(words, from);
    return own != null && (known == null || own.to() >= known.to()) ? own : known;
  }
}
