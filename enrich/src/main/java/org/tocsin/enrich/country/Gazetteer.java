package org.tocsin.enrich.country;

import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tocsin.enrich.country.Place.Kind;
import org.tocsin.enrich.text.DataFile;
import org.tocsin.enrich.text.PhraseTable;
import org.tocsin.enrich.text.Words;

/**
 * The place names that one language adds to those of {@link Atlas}: CLDR's country names, peoples
 * and adjectives, and outside English what far cities are called. {@code "Afghan"} leads to {@code
 * demonym:AF}. The longest name of all tables wins.
 */
final class Gazetteer {
  static final String ENGLISH = "en";
  private static final int LONGEST_ACRONYM = 4;

  private final Atlas atlas;
  private final boolean english;
  private final boolean arabic;
  private final PhraseTable<Meaning> phrases = new PhraseTable<>();
  private final Particles particles = new Particles();

  Gazetteer(Atlas atlas, String language) {
    this.atlas = atlas;
    this.english = language.equals(ENGLISH);
    this.arabic = language.equals("ar") || language.equals("fa") || language.equals("ur");
    countryNames(phrases, language);
    if (english) {
      ownColumn(phrases, "demonyms", Kind.DEMONYM);
      ownColumn(phrases, "historic", Kind.HISTORIC);
    } else {
      wordsOf(language);
    }
    bracketed(phrases, language);
    Atlas.defaults(phrases);
    for (DataFile.Row row : DataFile.of(Gazetteer.class, "doubtful.tsv")) {
      if (row.get("language").equals(language)) {
        String phrase = row.get("phrase");
        Meaning shared = atlas.meaning(phrase);
        phrases.put(
            phrase,
            known -> {
              Meaning meaning = known == null ? shared : known;
              return meaning == null ? null : meaning.asDoubtful();
            });
      }
    }
  }

  PhraseTable.@Nullable Match<Meaning> longest(Words words, int from) {
    long key = words.key(from);
    PhraseTable.Match<Meaning> best = longest(words, from, key);
    if (best == null && arabic && words.caseless(from)) {
      for (long shorter : particles.without(words, from)) {
        best = longest(words, from, shorter);
        if (best != null) {
          return best;
        }
      }
    }
    return best;
  }

  private PhraseTable.@Nullable Match<Meaning> longest(Words words, int from, long key) {
    PhraseTable.Match<Meaning> here = phrases.longest(words, from, key);
    PhraseTable.Match<Meaning> everywhere = atlas.longest(words, from, key, !english);
    if (here == null || everywhere == null) {
      return here == null ? everywhere : here;
    }
    if (here.to() != everywhere.to()) {
      return here.to() > everywhere.to() ? here : everywhere;
    }
    return both(here, everywhere);
  }

  /** Georgia is a country in every language and a state in the atlas: both are meant. */
  private static PhraseTable.Match<Meaning> both(
      PhraseTable.Match<Meaning> here, PhraseTable.Match<Meaning> everywhere) {
    Meaning meaning = here.value();
    if (meaning.doubtful()) {
      return here;
    }
    if (meaning.stop() || meaning.likeliest().kind() == Kind.DEMONYM || everywhere.value().stop()) {
      return everywhere.value().stop() ? everywhere : here;
    }
    for (Place place : everywhere.value().places()) {
      meaning = Meaning.or(meaning, place, meaning.exact());
    }
    return new PhraseTable.Match<>(meaning, here.from(), here.to());
  }

  /** Whether adjectives of nations are written small, as in most languages but English. */
  boolean lowerCaseDemonyms() {
    return !english;
  }

  long bytes() {
    return phrases.bytes();
  }

  static void countryNames(PhraseTable<Meaning> phrases, String language) {
    LocaleDisplayNames names = LocaleDisplayNames.getInstance(ULocale.forLanguageTag(language));
    for (DataFile.Row row : DataFile.of(Gazetteer.class, "countries.tsv")) {
      String code = row.get("code");
      String name = names.regionDisplayName(code);
      if (name == null || name.equals(code)) {
        continue;
      }
      String[] parts = name.split("[()（）]");
      if (parts[0].length() > 1) {
        put(phrases, parts[0], new Place(code, Kind.NAME));
      }
      if (language.equals("de") && !name.endsWith("s")) {
        put(phrases, parts[0].strip() + "s", new Place(code, Kind.NAME));
      }
    }
  }

  /** "Myanmar (Burma)" is two names; of "Virgin Islands (US)" only one. */
  private static void bracketed(PhraseTable<Meaning> phrases, String language) {
    LocaleDisplayNames names = LocaleDisplayNames.getInstance(ULocale.forLanguageTag(language));
    for (DataFile.Row row : DataFile.of(Gazetteer.class, "countries.tsv")) {
      String name = names.regionDisplayName(row.get("code"));
      String[] parts = name == null ? new String[0] : name.split("[()（）]");
      if (parts.length > 1 && parts[1].length() > 2) {
        Meaning other = Meaning.of(new Place(row.get("code"), Kind.NAME));
        phrases.put(parts[1], known -> known == null ? other : known);
      }
    }
  }

  /** Names, peoples and capitals that {@code languages.tsv} has for a language but English. */
  private void wordsOf(String language) {
    Endings endings = new Endings(language);
    for (DataFile.Row row : DataFile.of(Gazetteer.class, "languages.tsv")) {
      if (row.get("language").equals(language)) {
        String code = row.get("code");
        row.list("names").forEach(name -> put(phrases, name, new Place(code, Kind.NAME)));
        row.list("demonyms").stream()
            .flatMap(endings::expand)
            .forEach(name -> put(phrases, name, new Place(code, Kind.DEMONYM)));
        row.list("capitals").forEach(name -> put(phrases, name, new Place(code, Kind.CAPITAL)));
      }
    }
  }

  static void ownColumn(PhraseTable<Meaning> phrases, String column, Kind kind) {
    for (DataFile.Row row : DataFile.of(Gazetteer.class, "countries.tsv")) {
      row.list(column).forEach(name -> put(phrases, name, new Place(row.get("code"), kind)));
    }
  }

  static void put(PhraseTable<Meaning> phrases, String name, Place place) {
    if (!name.isBlank()) {
      phrases.put(name, known -> Meaning.or(known, place, acronym(name)));
    }
  }

  private static boolean acronym(String name) {
    return name.length() <= LONGEST_ACRONYM
        && name.equals(name.toUpperCase(Locale.ROOT))
        && !name.equals(name.toLowerCase(Locale.ROOT));
  }
}
