package org.tocsin.alert.query;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The country an outlet's address belongs to: {@code GB} for {@code www.harbour-gazette.co.uk}.
 * Most addresses belong to none, since {@code .com} is everybody's; then nothing is claimed.
 */
final class PublisherCountry {
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  /** Domains whose letters are no country code of ISO 3166-1, or that one country has to itself. */
  private static final Map<String, String> NAMED =
      Map.of("uk", "GB", "gov", "US", "mil", "US", "edu", "US");

  /** Domains of countries that are sold to everybody. */
  private static final Set<String> SOLD =
      Set.of(
          "ac", "ag", "ai", "am", "cc", "co", "fm", "gg", "im", "io", "la", "ly", "me", "nu", "pw",
          "sh", "tk", "to", "tv", "vc", "ws");

  private PublisherCountry() {}

  static @Nullable String of(String host) {
    int dot = host.lastIndexOf('.');
    String domain = host.substring(dot + 1).toLowerCase(Locale.ROOT);
    if (dot < 0 || SOLD.contains(domain)) {
      return null;
    }
    String code = NAMED.getOrDefault(domain, domain.toUpperCase(Locale.ROOT));
    return COUNTRIES.contains(code) ? code : null;
  }
}
