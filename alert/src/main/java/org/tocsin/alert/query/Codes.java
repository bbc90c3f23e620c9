package org.tocsin.alert.query;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Statement;

/** Reads the values of fields that take a code, and knows which codes there are. */
final class Codes {
  /** Not in ISO 3166-1, but given by dictionaries of countries everywhere. */
  private static final String KOSOVO = "XK";

  private static final Set<String> COUNTRIES = countries();
  private static final Map<String, String> BY_NAME = countriesByName();
  private static final Set<String> LANGUAGES = languages();
  private static final List<String> KINDS =
      Arrays.stream(Statement.Kind.values()).map(Statement.Kind::label).toList();

  private Codes() {}

  static Term.Code read(Field field, Token token) {
    if (token.is(Token.Kind.PREFIX)) {
      throw new QueryException(
          token.end() - 1, field.label() + ": takes a whole code, no asterisk", null);
    }
    String written = token.text().strip();
    return new Term.Code(
        switch (field) {
          case COUNTRY, ABOUT, PUBLISHER_COUNTRY -> country(written, token);
          case LANGUAGE -> language(written, token);
          case KIND -> kind(written, token);
          case TEXT, SPEAKER, ACTOR, SOURCE, OUTLETS ->
              throw new IllegalArgumentException("takes no code: " + field);
        });
  }

  private static String country(String written, Token token) {
    String code = written.toUpperCase(Locale.ROOT);
    if (COUNTRIES.contains(code)) {
      return code;
    }
    throw new QueryException(
        token.start(),
        "'" + written + "' is not the code of a country (ISO 3166-1, two letters)",
        countryMeant(written));
  }

  private static @Nullable String countryMeant(String written) {
    String folded = Folding.plain(written);
    String code = BY_NAME.get(folded);
    if (code == null && folded.equals("uk")) {
      code = "GB";
    }
    return code;
  }

  private static String language(String written, Token token) {
    String code = written.toLowerCase(Locale.ROOT);
    if (LANGUAGES.contains(code)) {
      return code;
    }
    throw new QueryException(
        token.start(),
        "'" + written + "' is not the code of a language (ISO 639-1, two letters)",
        languageMeant(code));
  }

  private static @Nullable String languageMeant(String written) {
    return LANGUAGES.stream()
        .filter(c -> new Locale(c).getDisplayLanguage(Locale.ENGLISH).equalsIgnoreCase(written))
        .findFirst()
        .orElse(null);
  }

  private static String kind(String written, Token token) {
    String kind = written.toLowerCase(Locale.ROOT);
    if (KINDS.contains(kind)) {
      return kind;
    }
    throw new QueryException(
        token.start(),
        "'" + written + "' is not a kind of statement",
        "one of " + String.join(", ", KINDS));
  }

  private static Set<String> countries() {
    Set<String> codes = new HashSet<>(Set.of(Locale.getISOCountries()));
    codes.add(KOSOVO);
    return Set.copyOf(codes);
  }

  private static Map<String, String> countriesByName() {
    Map<String, String> codes = new HashMap<>();
    for (String code : Locale.getISOCountries()) {
      codes.put(Folding.plain(new Locale("", code).getDisplayCountry(Locale.ENGLISH)), code);
    }
    return Map.copyOf(codes);
  }

  private static Set<String> languages() {
    Set<String> codes = new HashSet<>(Set.of(Locale.getISOLanguages()));
    codes.add("und");
    return Set.copyOf(codes);
  }
}
