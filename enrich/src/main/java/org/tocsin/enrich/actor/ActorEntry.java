package org.tocsin.enrich.actor;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.ActorTag;

/**
 * An actor of the dictionary: {@code igo:united-nations}, "United Nations", also "UN" and "ООН".
 *
 * @param id stable; says the kind before the colon
 * @param name the name it is shown under
 * @param country ISO 3166-1 alpha-2
 * @param role CAMEO-style sector, for example {@code GOV}, where no term says otherwise
 * @param aliases further names; a surname alone counts where it stands alone
 * @param terms what the actor was from when to when, by beginning
 */
public record ActorEntry(
    String id,
    String name,
    ActorTag.Type type,
    @Nullable String country,
    @Nullable String role,
    List<String> aliases,
    List<Term> terms) {
  /** Sector of those whose terms are over. */
  static final String FORMER = "ELI";

  private static final int LONGEST = 200;

  public ActorEntry {
    if (id.isBlank() || id.length() > LONGEST || name.isBlank() || name.length() > LONGEST) {
      throw new IllegalArgumentException("an actor needs an id and a name: " + id);
    }
    aliases = List.copyOf(aliases);
    terms = List.copyOf(terms);
  }

  /**
   * A time in an office.
   *
   * @param role CAMEO-style sector
   * @param office for example "President of Peru"
   * @param from first year
   * @param to last year; {@link #OPEN} while it lasts
   */
  public record Term(String role, String office, @Nullable String country, int from, int to) {
    /** The last year of what has not ended. */
    public static final int OPEN = 9999;

    boolean in(int year) {
      return from <= year && year <= to;
    }
  }

  /** The sector in a year: of the term then, {@code ELI} after the last one. */
  @Nullable String roleIn(int year) {
    Term last = null;
    for (Term term : terms) {
      if (term.in(year)) {
        return term.role();
      }
      last = last == null || term.to() > last.to() ? term : last;
    }
    return last != null && last.to() < year && last.role().equals("GOV") ? FORMER : role;
  }
}
