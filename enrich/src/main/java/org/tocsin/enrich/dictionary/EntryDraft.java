package org.tocsin.enrich.dictionary;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.ActorTag;
import org.tocsin.contract.DictionaryEntry;
import org.tocsin.contract.DictionaryEntry.Kind;
import org.tocsin.contract.DictionaryEntry.State;
import org.tocsin.contract.DictionaryEntry.Term;
import org.tocsin.enrich.actor.ActorEntry;

/**
 * An entry as somebody writes it: without state, version, author and time, which are given when it
 * is put into force.
 *
 * @param kind actor where it is left out
 * @param aliases none where they are left out
 * @param terms none where they are left out
 */
public record EntryDraft(
    String id,
    @Nullable Kind kind,
    String name,
    @Nullable List<String> aliases,
    ActorTag.@Nullable Type type,
    @Nullable String country,
    @Nullable String role,
    @Nullable List<Term> terms,
    @Nullable String note) {

  /** A shipped or imported actor as a draft. */
  public static EntryDraft of(ActorEntry actor) {
    return new EntryDraft(
        actor.id(),
        Kind.ACTOR,
        actor.name(),
        actor.aliases(),
        actor.type(),
        actor.country(),
        actor.role(),
        actor.terms().stream().map(EntryDraft::term).toList(),
        null);
  }

  private static Term term(ActorEntry.Term term) {
    Integer to = term.to() == ActorEntry.Term.OPEN ? null : term.to();
    return new Term(term.role(), term.office(), term.country(), term.from(), to);
  }

  /** What an entry says, as a draft. */
  static EntryDraft of(DictionaryEntry entry) {
    return new EntryDraft(
        entry.id(),
        entry.kind(),
        entry.name(),
        entry.aliases(),
        entry.type(),
        entry.country(),
        entry.role(),
        entry.terms(),
        entry.note());
  }

  /**
   * The version of the entry that follows another.
   *
   * @throws IllegalArgumentException where a part is not as it must be
   */
  @SuppressWarnings(
      "NullAway") // javac drops @Nullable of a qualified type in compact constructors.
  public DictionaryEntry after(
      @Nullable DictionaryEntry before, State state, String author, Instant now) {
    return new DictionaryEntry(
        id,
        kind == null ? Kind.ACTOR : kind,
        state,
        name,
        aliases == null ? List.of() : aliases.stream().distinct().toList(),
        type,
        country,
        role,
        terms == null ? List.of() : terms,
        before == null ? 1 : before.version() + 1,
        author,
        note,
        now);
  }

  /** Whether an entry in force already says the same. */
  boolean sameAs(@Nullable DictionaryEntry other) {
    return other != null
        && other.state() == State.IN_FORCE
        && of(after(other, State.IN_FORCE, other.author(), other.updated())).equals(of(other));
  }
}
