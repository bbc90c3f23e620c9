package org.tocsin.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an operator says about one entry of the dictionaries: the value of {@code
 * dictionary-entries}. It stands in place of the shipped entry of that id, from the next article
 * on, on every instance of enrich.
 *
 * <p>Example: {@code ngo:harbour-watch}, "Harbour Watch", also "HW", an organisation of {@code NO}.
 *
 * @param id kind and slug, the record's key: {@code person:ana-roe}, {@code country:ml-azawad}
 * @param name the one that is shown, and looked for in texts
 * @param aliases further names that are looked for
 * @param type of an actor; null for a name of a country
 * @param country ISO 3166-1 alpha-2: the actor's, or the one that the names stand for
 * @param role of an actor outside its terms: a CAMEO-style sector, for example {@code GOV}
 * @param terms what an actor was from when to when
 * @param version counted up at every change, from 1; mentions carry it
 * @param author who made this version: {@code api}, or {@code file} and its name
 * @param note why
 */
public record DictionaryEntry(
    String id,
    Kind kind,
    State state,
    String name,
    List<String> aliases,
    ActorTag.@Nullable Type type,
    @Nullable String country,
    @Nullable String role,
    List<Term> terms,
    int version,
    String author,
    @Nullable String note,
    Instant updated) {
  /** What an entry names. */
  public enum Kind {
    /** Somebody who acts or speaks. */
    @JsonProperty("actor")
    ACTOR,
    /** A country, by a further name. */
    @JsonProperty("country")
    COUNTRY;

    /** The name on the wire, for example {@code actor}. */
    public String label() {
      return Labels.of(this);
    }
  }

  /** Whether the entry counts. */
  public enum State {
    /** It counts as written. */
    @JsonProperty("in-force")
    IN_FORCE,
    /** Nothing is found under its id, also not what Tocsin ships. */
    @JsonProperty("removed")
    REMOVED,
    /** What Tocsin ships counts, as if nothing had been said; a tombstone says the same. */
    @JsonProperty("as-shipped")
    AS_SHIPPED;

    /** The name on the wire, for example {@code in-force}. */
    public String label() {
      return Labels.of(this);
    }
  }

  /**
   * A time in an office: {@code GOV, "President of Peru", PE, 2001, 2006}.
   *
   * @param role CAMEO-style sector
   * @param office may be empty
   * @param country ISO 3166-1 alpha-2
   * @param from first year
   * @param to last year; null while it lasts
   */
  public record Term(
      String role, String office, @Nullable String country, int from, @Nullable Integer to) {
    public Term {
      requireRole(Objects.requireNonNull(role, "a term has a role"));
      Objects.requireNonNull(office, "a term has an office, if an empty one");
      requireCountry(country);
      if (office.length() > LONGEST_NAME) {
        throw new IllegalArgumentException("an office of more than " + LONGEST_NAME);
      }
      if (from < 0 || from > LAST_YEAR || (to != null && (to < from || to > LAST_YEAR))) {
        throw new IllegalArgumentException("not a time in office: " + from + " to " + to);
      }
    }
  }

  /** Longest name, alias, office and author, in characters. */
  public static final int LONGEST_NAME = 200;

  /** Most aliases of one entry. */
  public static final int MOST_ALIASES = 500;

  /** Most terms of one entry. */
  public static final int MOST_TERMS = 100;

  private static final int LAST_YEAR = 9999;
  private static final int LONGEST_NOTE = 2_000;
  private static final Pattern ID = Pattern.compile("[a-z]{1,20}:[\\p{L}\\p{N}\\p{M}._-]{1,120}");

  public DictionaryEntry {
    Objects.requireNonNull(kind, "an entry has a kind");
    Objects.requireNonNull(state, "an entry has a state");
    Objects.requireNonNull(updated, "an entry has a time of writing");
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "an entry's id is a kind and a slug such as person:ana-roe, without blanks: '"
              + id
              + "'");
    }
    requireName(name);
    requireName(author);
    aliases = List.copyOf(aliases);
    terms = List.copyOf(terms);
    aliases.forEach(DictionaryEntry::requireName);
    requireRole(role);
    requireCountry(country);
    requireFitting(kind, type, country, role, terms);
    if (aliases.size() > MOST_ALIASES || terms.size() > MOST_TERMS) {
      throw new IllegalArgumentException(
          "an entry has at most " + MOST_ALIASES + " aliases and " + MOST_TERMS + " terms");
    }
    if (note != null && note.length() > LONGEST_NOTE) {
      throw new IllegalArgumentException("a note has at most " + LONGEST_NOTE + " characters");
    }
    if (version < 1) {
      throw new IllegalArgumentException("an entry's versions count from 1: " + version);
    }
  }

  private static void requireFitting(
      Kind kind,
      ActorTag.@Nullable Type type,
      @Nullable String country,
      @Nullable String role,
      List<Term> terms) {
    if (kind == Kind.ACTOR && type == null) {
      throw new IllegalArgumentException("an actor has a type");
    }
    if (kind == Kind.COUNTRY
        && (country == null || type != null || role != null || !terms.isEmpty())) {
      throw new IllegalArgumentException(
          "a country's name has a country, and neither type nor role nor terms");
    }
  }

  private static void requireName(String name) {
    Checks.notBlank(name, "a name of the entry");
    if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "a name has at most " + LONGEST_NAME + " characters on one line");
    }
  }

  private static void requireRole(@Nullable String role) {
    if (role != null && !role.matches("[A-Z]{3}")) {
      throw new IllegalArgumentException("a role is three capitals such as GOV: '" + role + "'");
    }
  }

  private static void requireCountry(@Nullable String country) {
    if (country != null && !country.matches("[A-Z]{2}")) {
      throw new IllegalArgumentException("a country is two capitals such as NO: '" + country + "'");
    }
  }
}
