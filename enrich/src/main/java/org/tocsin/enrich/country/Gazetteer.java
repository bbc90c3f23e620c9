package org.tocsin.enrich.country;

import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tocsin.enrich.country.Place.Kind;
import org.tocsin.enrich.text.DataFile;
import org.tocsin.enrich.text.Words;

/**
 * The place names that one language adds to those of {@link Atlas}: CLDR's country names, peoples
 * and adjectives, and outside English what far cities are called. {@code "Afghan"} leads to {@code
 * demonym:AF}. The longest name of all tables wins.
 */
final class Gazetteer {
  static final String ENGLISH = "en";
  private static final int LONGEST_ACRONYM = 4;

  private final boolean english;
  private final boolean arabic;

  private final NameTable phrases;

  /** What is asked after the phrases of a language but English. */
  private final @Nullable Atlas others;

  private final Particles particles = new Particles();

  /** What takes phrases and what they mean; see {@link NameTable#put}. */
  interface Names {
    void put(String phrase, UnaryOperator<@Nullable Meaning> change);
  }

  Gazetteer(Atlas atlas, String language) {
    this.english = language.equals(ENGLISH);
    this.arabic = language.equals("ar") || language.equals("fa") || language.equals("ur");
    NameTable additions = NameTable.small();
    Set<String> names = new LinkedHashSet<>();
    Names own =
        (name, change) -> {
          names.add(name);
          additions.put(name, change);
        };
    countryNames(own, language);
    if (english) {
      ownColumn(own, "demonyms", Kind.DEMONYM);
      ownColumn(own, "historic", Kind.HISTORIC);
    } else {
      wordsOf(own, language);
    }
    bracketed(own, language);
    Atlas.defaults(additions);
    for (DataFile.Row row : DataFile.of(Gazetteer.class, "doubtful.tsv")) {
      if (row.get("language").equals(language)) {
        String phrase = row.get("phrase");
        Meaning shared = atlas.meaning(phrase, false);
        own.put(
            phrase,
            known -> {
              Meaning meaning = known == null ? shared : known;
              return meaning == null ? null : meaning.asDoubtful();
            });
      }
    }
    // What the atlas says of the same words is taken in now and not at each mention.
    for (String name : names) {
      Meaning everywhere = atlas.meaning(name, !english);
      additions.put(name, here -> here == null ? null : both(here, everywhere));
    }
    phrases = english ? together(atlas, additions, names) : additions;
    others = english ? null : atlas;
  }

  /** One table for the language of most texts, so that each word is asked for once. */
  private static NameTable together(Atlas atlas, NameTable additions, Set<String> names) {
    NameTable all = atlas.phrases().copy();
    for (String name : names) {
      Meaning here = additions.get(name);
      all.put(name, everywhere -> here == null ? everywhere : here);
    }
    return all;
  }

  /** 1 where a name may begin with a word or a state be abbreviated to it, 0 where not. */
  int begins(Words words, int word) {
    long key = words.key(word);
    int begins = phrases.begins(key) | (arabic && words.caseless(word) ? 1 : 0);
    return others == null ? begins : begins | others.begins(key);
  }

  /** The same for words that passed, by the tables: of those that begin no name half are left. */
  int holds(Words words, int word) {
    long key = words.key(word);
    int holds = phrases.holds(key) | (arabic && words.caseless(word) ? 1 : 0);
    return others == null ? holds : holds | others.holds(key);
  }

  /** The longest name that starts with a word. */
  NameTable.@Nullable Match longest(Words words, int from) {
    NameTable.Match best = longest(words, from, words.key(from));
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

  private NameTable.@Nullable Match longest(Words words, int from, long key) {
    NameTable.Match here = phrases.longest(words, from, key);
    return others == null ? here : Atlas.longer(here, others.longest(words, from, key));
  }

  /** Georgia is a country in every language and a state in the atlas: both are meant. */
  private static Meaning both(Meaning here, @Nullable Meaning everywhere) {
    if (everywhere == null || here.doubtful()) {
      return here;
    }
    if (here.stop() || here.likeliest().kind() == Kind.DEMONYM || everywhere.stop()) {
      return everywhere.stop() ? everywhere : here;
    }
    Meaning meaning = here;
    for (Place place : everywhere.places()) {
      meaning = Meaning.or(meaning, place, meaning.exact());
    }
    return meaning;
  }

  /** Whether adjectives of nations are written small, as in most languages but English. */
  boolean lowerCaseDemonyms() {
    return !english;
  }

  long bytes() {
    return phrases.bytes();
  }

  static void countryNames(Names phrases, String language) {
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
  private static void bracketed(Names phrases, String language) {
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
  private static void wordsOf(Names phrases, String language) {
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

  static void ownColumn(Names phrases, String column, Kind kind) {
    for (DataFile.Row row : DataFile.of(Gazetteer.class, "countries.tsv")) {
      row.list(column).forEach(name -> put(phrases, name, new Place(row.get("code"), kind)));
    }
  }

  static void put(Names phrases, String name, Place place) {
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
