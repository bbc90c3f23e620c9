package org.tocsin.enrich.country;

import org.jspecify.annotations.Nullable;
import org.tocsin.enrich.country.Place.Kind;
import org.tocsin.enrich.text.DataFile;
import org.tocsin.enrich.text.Words;

/**
 * The place names that all languages share: {@code countries.tsv} by hand, and 40,000 towns, the
 * provinces and the counties of GeoNames. {@code "Kabul"} leads to {@code capital:AF}. What cities
 * are called in other scripts is read when the first text comes that is not English.
 */
final class Atlas {
  private static final int SMALL_COUNTY = 20_000;

  private final NameTable phrases = new NameTable();
  private volatile @Nullable NameTable exonyms;

  Atlas() {
    for (DataFile.Row row : DataFile.of(Atlas.class, "stops.tsv")) {
      phrases.put(row.get("phrase"), known -> Meaning.NOTHING);
    }
    Gazetteer.countryNames(phrases::put, Gazetteer.ENGLISH);
    Gazetteer.ownColumn(phrases::put, "names", Kind.NAME);
    for (DataFile.Row row : DataFile.of(Atlas.class, "us-states.tsv")) {
      Gazetteer.put(phrases::put, row.get("name"), new Place("US", Kind.STATE));
      phrases.pass(row.get("postal"));
      row.list("abbreviations").forEach(phrases::pass);
    }
    Gazetteer.ownColumn(phrases::put, "capitals", Kind.CAPITAL);
    Gazetteer.ownColumn(phrases::put, "places", Kind.REGION);
    Gazetteer.ownColumn(phrases::put, "metonyms", Kind.METONYM);
    Gazetteer.ownColumn(phrases::put, "cities", Kind.CITY);
    towns();
    counties();
    for (DataFile.Row row : DataFile.of(Atlas.class, "regions.tsv")) {
      Gazetteer.put(
          phrases::put, row.get("name"), new Place(row.get("country"), Kind.TOWN, 50_000));
    }
    for (DataFile.Row row : DataFile.of(Atlas.class, "leaders.tsv")) {
      Place place = new Place(row.get("code"), Kind.LEADER);
      row.list("names").forEach(name -> phrases.put(name, known -> Meaning.of(place)));
    }
    defaults(phrases);
  }

  /** The names that every language has, English too. */
  NameTable phrases() {
    return phrases;
  }

  /** 1 where a name may begin with a word or a state be abbreviated, 0 where not. */
  int begins(long key) {
    return phrases.begins(key) | exonyms().begins(key);
  }

  /** The same, with a look at the tables: fewer pass that begin none. */
  int holds(long key) {
    return phrases.holds(key) | exonyms().holds(key);
  }

  /** The longest name, one in another script too, that starts with a word. */
  NameTable.@Nullable Match longest(Words words, int from, long key) {
    return longer(phrases.longest(words, from, key), exonyms().longest(words, from, key));
  }

  /** The longer of two names, the first where they are the same words. */
  static NameTable.@Nullable Match longer(
      NameTable.@Nullable Match first, NameTable.@Nullable Match second) {
    if (first == null || second == null) {
      return first == null ? second : first;
    }
    return first.to() >= second.to() ? first : second;
  }

  /** What just this phrase means in every language, or null. */
  @Nullable Meaning meaning(String phrase, boolean withExonyms) {
    Meaning meaning = phrases.get(phrase);
    return meaning == null && withExonyms ? exonyms().get(phrase) : meaning;
  }

  long bytes() {
    return phrases.bytes() + (exonyms == null ? 0 : exonyms.bytes());
  }

  /** Puts the likeliest meaning of ambiguous phrases first. */
  static void defaults(NameTable phrases) {
    for (DataFile.Row row : DataFile.of(Atlas.class, "defaults.tsv")) {
      phrases.put(
          row.get("phrase"), known -> known == null ? null : known.preferring(row.get("code")));
    }
  }

  private void towns() {
    for (DataFile.Row row : DataFile.of(Atlas.class, "cities.tsv")) {
      String name = row.get("name");
      row.list("places")
          .forEach(place -> Gazetteer.put(phrases::put, name, town(place, Kind.TOWN)));
      if (!row.get("word").isEmpty()) {
        phrases.put(name, known -> known == null ? null : known.asWord());
      }
    }
  }

  private void counties() {
    for (DataFile.Row row : DataFile.of(Atlas.class, "us-counties.tsv")) {
      String name = row.get("name");
      phrases.put(name, known -> Meaning.of(new Place("US", Kind.COUNTY)));
      String bare = name.substring(0, name.lastIndexOf(' '));
      Place place = new Place("US", Kind.TOWN, SMALL_COUNTY);
      phrases.put(bare, known -> known == null ? Meaning.of(place) : known);
    }
  }

  /** What cities are called in other scripts. */
  private NameTable exonyms() {
    NameTable known = exonyms;
    return known == null ? readExonyms() : known;
  }

  private synchronized NameTable readExonyms() {
    NameTable known = exonyms;
    if (known == null) {
      NameTable fresh = new NameTable();
      for (DataFile.Row row : DataFile.of(Atlas.class, "exonyms.tsv")) {
        String name = row.get("name");
        Kind kind = row.get("capital").isEmpty() ? Kind.TOWN : Kind.CAPITAL;
        row.list("places").forEach(place -> Gazetteer.put(fresh::put, name, town(place, kind)));
      }
      known = fresh;
      exonyms = fresh;
    }
    return known;
  }

  /** From {@code FR 2138551}. */
  private static Place town(String place, Kind kind) {
    int blank = place.indexOf(' ');
    return new Place(place.substring(0, blank), kind, Integer.parseInt(place.substring(blank + 1)));
  }
}
