package org.tocsin.enrich.actor;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.ActorTag;

/**
 * CAMEO actor codes: three letters for the country and three for the sector, {@code RUSGOV}. Their
 * countries are those of ISO 3166-1 alpha-3, with few exceptions.
 */
public final class CameoCode {
  private static final int COUNTRY = 3;
  private static final Map<String, String> ALPHA2 = alpha2();

  private CameoCode() {}

  private static Map<String, String> alpha2() {
    Map<String, String> codes = new HashMap<>();
    for (String code : Locale.getISOCountries()) {
      try {
        codes.put(new Locale.Builder().setRegion(code).build().getISO3Country(), code);
      } catch (MissingResourceException e) {
        // A code that the runtime lists without three letters has no CAMEO code either.
      }
    }
    codes.put("KSV", "XK");
    codes.put("XKX", "XK");
    codes.put("PSE", "PS");
    codes.put("ROM", "RO");
    codes.put("ZAR", "CD");
    codes.put("TMP", "TL");
    return Map.copyOf(codes);
  }

  /** The ISO alpha-2 country of a code; null for {@code IGO}, {@code MNC} and the like. */
  public static @Nullable String country(String code) {
    return code.length() < COUNTRY ? null : ALPHA2.get(code.substring(0, COUNTRY));
  }

  /** The sector of a code, null where it names a country alone. */
  public static @Nullable String sector(String code) {
    int from = country(code) == null ? 0 : COUNTRY;
    return code.length() < from + COUNTRY ? null : code.substring(from, from + COUNTRY);
  }

  /**
   * The code of an actor: {@code RUSGOV}, {@code IGO}, {@code FRA}; empty where nothing is known.
   */
  public static String of(ActorTag actor) {
    String country = actor.country();
    String sector = actor.role() == null ? "" : actor.role();
    if (country == null) {
      return sector;
    }
    String alpha3 =
        country.equals("XK")
            ? "XKX"
            : new Locale.Builder().setRegion(country).build().getISO3Country();
    return alpha3 + sector;
  }
}
