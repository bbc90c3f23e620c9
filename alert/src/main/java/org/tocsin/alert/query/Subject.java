package org.tocsin.alert.query;

import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.CountryTag;
import org.tocsin.contract.Sighting;
import org.tocsin.contract.Speaker;

/**
 * A sighting cut up for matching, once for all watches: for each field its words or its codes. What
 * a sighting does not have is an empty list, never a fault.
 */
public final class Subject {
  /** Actors beyond this many are not looked at; an article that names more is a register. */
  private static final int MAX_ACTORS = 200;

  private final Map<Field, List<Words>> words = new EnumMap<>(Field.class);
  private final Map<Field, Set<String>> codes = new EnumMap<>(Field.class);
  private final Set<String> actorIds;

  private Subject(Sighting sighting) {
    Stemming language = Stemming.of(sighting.article().language());
    words.put(Field.TEXT, List.of(Words.of(sighting.statement().text(), language)));
    words.put(Field.SPEAKER, speaker(sighting.statement().speaker()));
    words.put(Field.ACTOR, actors(sighting.actors()));
    String host = host(sighting.article().url());
    words.put(Field.SOURCE, source(sighting.article().name(), host));
    codes.put(Field.COUNTRY, countries(sighting, false));
    codes.put(Field.ABOUT, countries(sighting, true));
    codes.put(Field.PUBLISHER_COUNTRY, publisher(host));
    codes.put(Field.LANGUAGE, Set.of(sighting.article().language()));
    codes.put(Field.KIND, Set.of(sighting.statement().kind().label()));
    actorIds = new TreeSet<>();
    sighting.actors().stream()
        .limit(MAX_ACTORS)
        .forEach(a -> actorIds.add(a.id().toLowerCase(Locale.ROOT)));
  }

  public static Subject of(Sighting sighting) {
    return new Subject(sighting);
  }

  /** The statement's own words. */
  Words text() {
    return words(Field.TEXT).get(0);
  }

  List<Words> words(Field field) {
    List<Words> found = words.get(field);
    return found == null ? List.of() : found;
  }

  Set<String> codes(Field field) {
    Set<String> found = codes.get(field);
    return found == null ? Set.of() : found;
  }

  /** Ids of the actors, in lower case. */
  Set<String> actorIds() {
    return actorIds;
  }

  private static List<Words> speaker(@Nullable Speaker speaker) {
    if (speaker == null) {
      return List.of();
    }
    return speaker.surface().equals(speaker.name())
        ? List.of(Words.of(speaker.name()))
        : List.of(Words.of(speaker.name()), Words.of(speaker.surface()));
  }

  private static List<Words> actors(List<Sighting.Actor> actors) {
    return actors.stream().limit(MAX_ACTORS).map(a -> Words.of(a.name())).toList();
  }

  private static List<Words> source(String name, @Nullable String host) {
    return host == null ? List.of(Words.of(name)) : List.of(Words.of(name), Words.of(host));
  }

  private static Set<String> publisher(@Nullable String host) {
    String country = host == null ? null : PublisherCountry.of(host);
    return country == null ? Set.of() : Set.of(country);
  }

  private static @Nullable String host(@Nullable String url) {
    try {
      return url == null ? null : URI.create(url).getHost();
    } catch (IllegalArgumentException e) {
      return null; // an address that is none has no host to match
    }
  }

  private static Set<String> countries(Sighting sighting, boolean aboutOnly) {
    Set<String> found = new TreeSet<>();
    for (Sighting.Country country : sighting.countries()) {
      if (!aboutOnly || country.role() == CountryTag.Role.ABOUT) {
        found.add(country.code());
      }
    }
    return found;
  }
}
