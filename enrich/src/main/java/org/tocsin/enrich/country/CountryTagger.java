package org.tocsin.enrich.country;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.CountryTag;
import org.tocsin.contract.Part;

/**
 * Says which countries an article is about or mentions, with every mention: {@code "Kabul fell"} is
 * about {@code AF} through {@code capital:AF}. Safe for many threads; the names of a language other
 * than English are loaded when its first article comes.
 */
public final class CountryTagger {
  private static final String ENGLISH = "en";

  private final PlaceFinder finder = new PlaceFinder();
  private final Map<String, Gazetteer> gazetteers = new ConcurrentHashMap<>();

  public CountryTagger() {
    gazetteers.put(ENGLISH, new Gazetteer(ENGLISH));
  }

  /**
   * The countries in order of first mention.
   *
   * @param language ISO 639-1; names are looked up in it and in English
   */
  public List<CountryTag> tag(@Nullable String title, String text, String language) {
    Gazetteer gazetteer = gazetteers.computeIfAbsent(supported(language), Gazetteer::new);
    List<Sighting> sightings = new ArrayList<>();
    if (title != null) {
      sightings.addAll(PlaceResolver.byNeighbour(title, finder.find(gazetteer, Part.TITLE, title)));
    }
    sightings.addAll(PlaceResolver.byNeighbour(text, finder.find(gazetteer, Part.TEXT, text)));
    return new CountryWeigher(text).weigh(PlaceResolver.decide(sightings));
  }

  /** A language that CLDR knows, so that strange codes do not fill the memory. */
  private static String supported(String language) {
    return Languages.KNOWN.contains(language) ? language : ENGLISH;
  }
}
