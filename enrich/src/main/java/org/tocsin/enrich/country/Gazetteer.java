package org.tocsin.enrich.country;

import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tocsin.enrich.country.Place.Kind;
import org.tocsin.enrich.text.DataFile;
import org.tocsin.enrich.text.PhraseTrie;
import org.tocsin.enrich.text.Token;

/**
 * The place names of one language: CLDR's country names and our own {@code countries.tsv}. {@code
 * "Kabul"} leads to {@code capital:AF}.
 */
final class Gazetteer {
  private static final String ENGLISH = "en";
  private static final int LONGEST_ACRONYM = 4;

  private final boolean lowerCaseDemonyms;
  private final PhraseTrie<Meaning> phrases = new PhraseTrie<>();
  private final List<DataFile.Row> countries = DataFile.of(Gazetteer.class, "countries.tsv");

  Gazetteer(String language) {
    lowerCaseDemonyms = !language.equals(ENGLISH);
    stops();
    countryNames(language);
    if (!language.equals(ENGLISH)) {
      countryNames(ENGLISH);
      wordsOf(language);
    }
    ownColumn("names", Kind.NAME);
    states();
    if (language.equals(ENGLISH)) {
      ownColumn("demonyms", Kind.DEMONYM);
      ownColumn("historic", Kind.HISTORIC);
    }
    ownColumn("capitals", Kind.CAPITAL);
    ownColumn("places", Kind.REGION);
    ownColumn("metonyms", Kind.METONYM);
    ownColumn("cities", Kind.CITY);
    defaults();
  }

  PhraseTrie.@Nullable Match<Meaning> longest(String text, List<Token> parts, int from) {
    return phrases.longest(text, parts, from);
  }

  /** Whether adjectives of nations are written small, as in most languages but English. */
  boolean lowerCaseDemonyms() {
    return lowerCaseDemonyms;
  }

  private void stops() {
    for (DataFile.Row row : DataFile.of(Gazetteer.class, "stops.tsv")) {
      phrases.put(row.get("phrase"), known -> Meaning.NOTHING);
    }
  }

  private void countryNames(String language) {
    LocaleDisplayNames names = LocaleDisplayNames.getInstance(ULocale.forLanguageTag(language));
    for (DataFile.Row row : countries) {
      String code = row.get("code");
      String name = names.regionDisplayName(code);
      if (name == null || name.equals(code)) {
        continue;
      }
      // "Myanmar (Burma)" is two names.
      for (String part : name.split("[()（）]")) {
        put(part, new Place(code, Kind.NAME));
      }
    }
  }

  /**
   * Names, peoples and capitals that {@code languages.tsv} has for a language other than English.
   */
  private void wordsOf(String language) {
    for (DataFile.Row row : DataFile.of(Gazetteer.class, "languages.tsv")) {
      if (row.get("language").equals(language)) {
        row.list("names").forEach(name -> put(name, new Place(row.get("code"), Kind.NAME)));
        row.list("demonyms").forEach(name -> put(name, new Place(row.get("code"), Kind.DEMONYM)));
        row.list("capitals").forEach(name -> put(name, new Place(row.get("code"), Kind.CAPITAL)));
      }
    }
  }

  private void ownColumn(String column, Kind kind) {
    for (DataFile.Row row : countries) {
      row.list(column).forEach(name -> put(name, new Place(row.get("code"), kind)));
    }
  }

  private void states() {
    for (DataFile.Row row : DataFile.of(Gazetteer.class, "us-states.tsv")) {
      put(row.get("name"), new Place("US", Kind.STATE));
    }
  }

  private void defaults() {
    for (DataFile.Row row : DataFile.of(Gazetteer.class, "defaults.tsv")) {
      phrases.put(
          row.get("phrase"), known -> known == null ? null : known.preferring(row.get("code")));
    }
  }

  private void put(String name, Place place) {
    if (!name.isBlank()) {
      boolean exact =
          name.length() <= LONGEST_ACRONYM
              && name.equals(name.toUpperCase(Locale.ROOT))
              && !name.equals(name.toLowerCase(Locale.ROOT));
      phrases.put(name, known -> Meaning.or(known, place, exact));
    }
  }
}
