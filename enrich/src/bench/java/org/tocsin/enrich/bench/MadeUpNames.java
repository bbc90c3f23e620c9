package org.tocsin.enrich.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.tocsin.enrich.actor.ActorTagger;
import org.tocsin.enrich.country.CountryTagger;
import org.tocsin.enrich.text.DataFile;

/**
 * Names of people and bodies that nobody bears: real given names and surnames drawn together by
 * chance, so that their words are those of the news, and bodies called after towns in five
 * languages.
 */
final class MadeUpNames {
  private static final List<String> BODIES =
      List.of(
          "TOWN TRADE Association",
          "National TRADE Union of LAND",
          "TOWN TRADE Company",
          "LAND Institute for TRADE",
          "Committee for TRADE in TOWN",
          "Verband TRADE TOWN",
          "TOWNer Gesellschaft für TRADE",
          "Fédération TRADE de TOWN",
          "Comité de TRADE de LAND",
          "Asociación TRADE de TOWN",
          "Союз TRADE TOWN",
          "New TOWN TRADE Fund",
          "SURNAME & SURNAME TRADE",
          "SURNAME Foundation for TRADE",
          "Free TRADE Party of LAND");

  private final List<String> given = words("given-names.txt");
  private final List<String> surnames = words("surnames.txt");
  private final List<String> towns = new ArrayList<>();
  private final List<String> lands = new ArrayList<>();

  MadeUpNames() {
    for (DataFile.Row row : DataFile.of(CountryTagger.class, "cities.tsv")) {
      if (row.get("places").contains("00000") || row.get("places").length() > 8) {
        towns.add(row.get("name"));
      }
    }
    for (String code : Locale.getISOCountries()) {
      lands.add(new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH));
    }
  }

  private static List<String> words(String file) {
    try (InputStream in = ActorTagger.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + file);
      }
      return Stream.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n"))
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Stream.of(line.split(" ")))
          .filter(word -> word.length() > 2)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String person(Random random) {
    boolean middle = random.nextInt(3) == 0;
    return pick(given, random)
        + (middle ? " " + pick(given, random) : "")
        + (" " + pick(surnames, random));
  }

  String body(Random random) {
    return pick(BODIES, random)
        .replaceFirst("TOWN", town(random))
        .replaceFirst("LAND", land(random))
        .replaceFirst("TRADE", trade(random))
        .replaceFirst("SURNAME", pick(surnames, random))
        .replaceFirst("SURNAME", pick(surnames, random));
  }

  String town(Random random) {
    return pick(towns, random);
  }

  String land(Random random) {
    return pick(lands, random);
  }

  /** A word that is in no dictionary, from three to four syllables. */
  private static String trade(Random random) {
    StringBuilder word = new StringBuilder();
    int syllables = 2 + random.nextInt(3);
    for (int i = 0; i < syllables; i++) {
      word.append("bcdfghjklmnprstvwz".charAt(random.nextInt(18)));
      word.append("aeiou".charAt(random.nextInt(5)));
    }
    word.setCharAt(0, Character.toUpperCase(word.charAt(0)));
    return word.toString();
  }

  private static String pick(List<String> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }
}
