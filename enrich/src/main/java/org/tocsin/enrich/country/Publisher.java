package org.tocsin.enrich.country;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.enrich.text.Folding;

/**
 * What the name of a source says about where its readers live: {@code oxfordmail.co.uk} is in
 * {@code GB} and writes about an Oxford. It never adds a country to an article, it only helps to
 * tell which of several towns of one name is meant.
 */
record Publisher(@Nullable String country, String letters) {
  static final Publisher UNKNOWN = new Publisher(null, "");

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  /** Domains of countries that are sold to everybody. */
  private static final Set<String> SOLD =
      Set.of("TV", "ME", "IO", "CO", "FM", "AM", "AI", "LY", "CC", "WS", "GG", "TO");

  private static final List<String> AMERICAN = List.of("gov", "edu", "mil");

  static Publisher of(@Nullable String source) {
    if (source == null || source.isBlank() || source.length() > 200) {
      return UNKNOWN;
    }
    String host = host(source.strip().toLowerCase(Locale.ROOT));
    String last = host.substring(host.lastIndexOf('.') + 1);
    String country = host.equals(last) ? null : country(last);
    StringBuilder letters = new StringBuilder(host.length());
    Folding.fold(host).chars().filter(Character::isLetter).forEach(c -> letters.append((char) c));
    return new Publisher(country, letters.toString());
  }

  private static @Nullable String country(String domain) {
    if (AMERICAN.contains(domain)) {
      return "US";
    }
    String code = domain.equals("uk") ? "GB" : domain.toUpperCase(Locale.ROOT);
    return COUNTRIES.contains(code) && !SOLD.contains(code) ? code : null;
  }

  private static String host(String source) {
    int from = source.indexOf("://");
    String rest = from < 0 ? source : source.substring(from + 3);
    int to = rest.indexOf('/');
    return to < 0 ? rest : rest.substring(0, to);
  }

  /** Whether the source is called after a place, as {@code parisbeacon.com} is. */
  boolean named(Sighting place) {
    if (letters.isEmpty()) {
      return false;
    }
    String name = place.name();
    StringBuilder plain = new StringBuilder(name.length());
    Folding.fold(name).chars().filter(Character::isLetter).forEach(c -> plain.append((char) c));
    return plain.length() >= 4 && letters.contains(plain);
  }
}
