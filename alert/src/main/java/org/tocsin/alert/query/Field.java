package org.tocsin.alert.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a clause looks at. Without a field a clause looks at the statement's words. */
public enum Field {
  /** The statement's words. */
  TEXT(false),
  /** Full name of the speaker, or the words the article uses for the speaker. */
  SPEAKER(false),
  /** Name or id of any actor in the article. */
  ACTOR(false),
  /** ISO 3166-1 code of any country of the article. */
  COUNTRY(true),
  /** ISO 3166-1 code of a country that the article is about. */
  ABOUT(true),
  /** Name of the outlet, or the host of the article's address. */
  SOURCE(false),
  /** ISO 639-1 code of the article's language. */
  LANGUAGE(true),
  /** {@code direct}, {@code mixed} or {@code indirect}. */
  KIND(true);

  private final boolean coded;

  Field(boolean coded) {
    this.coded = coded;
  }

  /** Whether its values come from a closed list of codes. */
  boolean coded() {
    return coded;
  }

  /** As written in a query, without the colon: {@code speaker}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Field> of(String label) {
    return Arrays.stream(values()).filter(f -> f.label().equalsIgnoreCase(label)).findFirst();
  }

  static List<String> labels() {
    return Arrays.stream(values()).map(Field::label).toList();
  }
}
