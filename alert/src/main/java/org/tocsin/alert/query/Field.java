package org.tocsin.alert.query;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a clause looks at. Without a field a clause looks at the statement's words. */
public enum Field {
  /** The statement's words. */
  TEXT("text", Values.WORDS),
  /** Full name of the speaker, or the words the article uses for the speaker. */
  SPEAKER("speaker", Values.WORDS),
  /** Name or id of any actor in the article. */
  ACTOR("actor", Values.WORDS),
  /** ISO 3166-1 code of any country of the article. */
  COUNTRY("country", Values.CODES),
  /** ISO 3166-1 code of a country that the article is about. */
  ABOUT("about", Values.CODES),
  /** Name of the outlet, or the host of the article's address. */
  SOURCE("source", Values.WORDS),
  /** ISO 3166-1 code of the country the outlet's address belongs to. */
  PUBLISHER_COUNTRY("publisherCountry", Values.CODES),
  /** ISO 639-1 code of the article's language. */
  LANGUAGE("language", Values.CODES),
  /** {@code direct}, {@code mixed} or {@code indirect}. */
  KIND("kind", Values.CODES),
  /** How many outlets carry the statement: {@code outlets:>=3}. */
  OUTLETS("outlets", Values.NUMBER);

  private enum Values {
    WORDS,
    CODES,
    NUMBER
  }

  private final String label;
  private final Values values;

  Field(String label, Values values) {
    this.label = label;
    this.values = values;
  }

  /** Whether its values come from a closed list of codes. */
  boolean coded() {
    return values == Values.CODES;
  }

  /** Whether its values are words. */
  boolean worded() {
    return values == Values.WORDS;
  }

  /** As written in a query, without the colon: {@code speaker}. */
  public String label() {
    return label;
  }

  static Optional<Field> of(String label) {
    return Arrays.stream(values()).filter(f -> f.label().equalsIgnoreCase(label)).findFirst();
  }

  static List<String> labels() {
    return Arrays.stream(values()).map(Field::label).toList();
  }
}
