package org.tocsin.enrich.actor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tocsin.enrich.country.CountryTagger;
import org.tocsin.enrich.text.DataFile;
import org.tocsin.enrich.text.Folding;

/** Countries by name and adjective, from the gazetteer of the country tagger. */
public final class Nations {
  private Nations() {}

  /** One country: {@code PE, Peru, Peruvian}. */
  record Nation(String code, List<String> names, List<String> adjectives) {
    Nation {
      names = List.copyOf(names);
      adjectives = List.copyOf(adjectives);
    }

    /** Its single-word names and adjectives. */
    List<String> words() {
      List<String> words = new ArrayList<>(names);
      words.addAll(adjectives);
      words.removeIf(word -> word.indexOf(' ') >= 0);
      return words;
    }
  }

  static List<Nation> all() {
    List<Nation> nations = new ArrayList<>();
    for (DataFile.Row row : DataFile.of(CountryTagger.class, "countries.tsv")) {
      List<String> names = new ArrayList<>();
      String display =
          new Locale.Builder().setRegion(row.get("code")).build().getDisplayCountry(Locale.ENGLISH);
      names.add(display);
      names.addAll(row.list("names"));
      List<String> adjectives = new ArrayList<>(row.list("demonyms"));
      adjectives.addAll(row.list("historic"));
      nations.add(new Nation(row.get("code"), names, adjectives));
    }
    return nations;
  }

  /** Countries, cities and regions, folded. */
  public static Set<String> places() {
    Set<String> places = new HashSet<>();
    for (DataFile.Row row : DataFile.of(CountryTagger.class, "countries.tsv")) {
      for (String column : List.of("capitals", "cities", "places")) {
        row.list(column).forEach(name -> places.add(Folding.fold(name)));
      }
    }
    all().forEach(nation -> nation.names().forEach(name -> places.add(Folding.fold(name))));
    for (DataFile.Row row : DataFile.of(CountryTagger.class, "us-states.tsv")) {
      places.add(Folding.fold(row.get("name")));
    }
    return places;
  }
}
