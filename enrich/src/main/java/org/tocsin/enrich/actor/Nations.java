package org.tocsin.enrich.actor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tocsin.enrich.country.CountryTagger;
import org.tocsin.enrich.text.DataFile;

/** Countries by name and adjective, from the gazetteer of the country tagger. */
final class Nations {
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
      nations.add(new Nation(row.get("code"), names, row.list("demonyms")));
    }
    return nations;
  }
}
