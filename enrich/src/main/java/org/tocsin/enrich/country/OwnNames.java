package org.tocsin.enrich.country;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.tocsin.enrich.text.Words;

/**
 * Names of countries that an installation has beside those of {@link Gazetteer}, in every language.
 * Where both have a name of the same length this one counts. Never changes.
 */
final class OwnNames {
  static final OwnNames NONE = new OwnNames(java.util.List.of());

  private final @Nullable NameTable phrases;

  OwnNames(Collection<CountryName> names) {
    if (names.isEmpty()) {
      phrases = null;
      return;
    }
    phrases = NameTable.small();
    for (CountryName name : names) {
      Gazetteer.put(phrases::put, name.name(), Place.own(name.code(), name.entry()));
    }
  }

  /** 1 where a name may begin with the word of this key, 0 where none does. */
  int begins(long key) {
    return phrases == null ? 0 : phrases.begins(key);
  }

  /** The same by the table itself, so that fewer pass: 0 where no name begins. */
  int holds(long key) {
    return phrases == null ? 0 : phrases.begins(key) & phrases.holds(key);
  }

  /** The longer of what stands here and what the gazetteer found. */
  NameTable.@Nullable Match over(NameTable.@Nullable Match known, Words words, int from) {
    NameTable.Match own = phrases == null ? null : phrases.longest(words, from);
    return own != null && (known == null || own.to() >= known.to()) ? own : known;
  }
}
