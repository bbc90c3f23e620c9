package org.tocsin.enrich.country;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.CountryTag;
import org.tocsin.contract.Part;
import org.tocsin.enrich.text.Words;

/**
 * Says which countries an article is about or mentions, with every mention: {@code "Kabul fell"} is
 * about {@code AF} through {@code capital:AF}. Safe for many threads; the names of a language other
 * than English are loaded when its first article comes.
 */
public final class CountryTagger {
  private static final String ENGLISH = Gazetteer.ENGLISH;

  private final PlaceFinder finder = new PlaceFinder();
  private final Atlas atlas = new Atlas();
  private final Map<String, Gazetteer> gazetteers = new ConcurrentHashMap<>();

  public CountryTagger() {
    gazetteers.put(ENGLISH, new Gazetteer(atlas, ENGLISH));
  }

  /** The same for an article of an unknown source. */
  public List<CountryTag> tag(@Nullable String title, String text, String language) {
    return tag(title, text, language, null);
  }

  /**
   * The countries in order of first mention.
   *
   * @param language ISO 639-1; names are looked up in it and in English
   * @param source the publisher's name or host, which helps to tell towns of one name apart
   */
  public List<CountryTag> tag(
      @Nullable String title, String text, String language, @Nullable String source) {
    return tag(title == null ? null : Words.of(title), Words.of(text), language, source);
  }

  /** The same, of words that others look at as well. */
  public List<CountryTag> tag(
      @Nullable Words title, Words text, String language, @Nullable String source) {
    Gazetteer gazetteer =
        gazetteers.computeIfAbsent(supported(language), code -> new Gazetteer(atlas, code));
    Reading head = title == null ? null : read(gazetteer, Part.TITLE, title);
    Reading both = PlaceFinder.together(head, read(gazetteer, Part.TEXT, text));
    return new CountryWeigher(text.text()).weigh(PlaceResolver.decide(both, Publisher.of(source)));
  }

  private Reading read(Gazetteer gazetteer, Part in, Words text) {
    Reading found = finder.find(gazetteer, in, text);
    return new Reading(
        PlaceResolver.byNeighbour(text.text(), found.sightings()), found.people(), found.hints());
  }

  /** Bytes that the tables of names take now, their values aside. */
  public long bytes() {
    return atlas.bytes() + gazetteers.values().stream().mapToLong(Gazetteer::bytes).sum();
  }

  /** A language that CLDR knows, so that strange codes do not fill the memory. */
  private static String supported(String language) {
    return Languages.KNOWN.contains(language) ? language : ENGLISH;
  }
}
