package org.tocsin.enrich.country;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
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
  private final Vocabulary vocabulary = new Vocabulary();
  private final Atlas atlas = new Atlas();
  private final Map<String, Gazetteer> gazetteers = new ConcurrentHashMap<>();
  private volatile OwnNames own = OwnNames.NONE;

  public CountryTagger() {
    gazetteers.put(ENGLISH, new Gazetteer(atlas, ENGLISH));
  }

  /** Takes these names beside the shipped ones, and no others, from the next article on. */
  public void use(Collection<CountryName> names) {
    own = new OwnNames(names);
  }

  /** The same for an article of an unknown source and day. */
  public List<CountryTag> tag(@Nullable String title, String text, String language) {
    return tag(title, text, language, null, null);
  }

  /** The same for an article of an unknown day: names stand for what they do today. */
  public List<CountryTag> tag(
      @Nullable String title, String text, String language, @Nullable String source) {
    return tag(title, text, language, source, null);
  }

  /**
   * The countries in order of first mention.
   *
   * @param language ISO 639-1; names are looked up in it and in English
   * @param source the publisher's name or host, which helps to tell towns of one name apart
   * @param published when; some names of countries stood for another one in other years
   */
  public List<CountryTag> tag(
      @Nullable String title,
      String text,
      String language,
      @Nullable String source,
      @Nullable Instant published) {
    return tag(title == null ? null : Words.of(title), Words.of(text), language, source, published);
  }

  /** The same, of words that others look at as well. */
  public List<CountryTag> tag(
      @Nullable Words title,
      Words text,
      String language,
      @Nullable String source,
      @Nullable Instant published) {
    Gazetteer gazetteer =
        gazetteers.computeIfAbsent(supported(language), code -> new Gazetteer(atlas, code));
    OwnNames names = own;
    int year = published == null ? Eras.UNKNOWN : published.atZone(ZoneOffset.UTC).getYear();
    Reading reading = new Reading(vocabulary);
    if (title != null) {
      finder.find(gazetteer, names, year, Part.TITLE, title, reading);
    }
    finder.find(gazetteer, names, year, Part.TEXT, text, reading);
    return new CountryWeigher(text.text(), reading.numbers())
        .weigh(PlaceResolver.decide(reading, Publisher.of(source)));
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
