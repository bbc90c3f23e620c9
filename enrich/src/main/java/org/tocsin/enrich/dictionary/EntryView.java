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
 * An entry as the API shows it.
 *
 * @param version of what operators said; 0 where nothing was said
 * @param author null where nothing was said
 * @param updated null where nothing was said
 */
record EntryView(
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
    @Nullable String author,
    @Nullable String note,
    @Nullable Instant updated) {

  static EntryView of(DictionaryEntry entry) {
    return new EntryView(
        entry.id(),
        entry.kind(),
        entry.state(),
        entry.name(),
        entry.aliases(),
        entry.type(),
        entry.country(),
        entry.role(),
        entry.terms(),
        entry.version(),
        entry.author(),
        entry.note(),
        entry.updated());
  }

  /** What Tocsin ships, of which operators may have said that it is as shipped. */
  static EntryView of(ActorEntry shipped, @Nullable DictionaryEntry said) {
    EntryDraft draft = EntryDraft.of(shipped);
    return new EntryView(
        shipped.id(),
        Kind.ACTOR,
        State.AS_SHIPPED,
        shipped.name(),
        shipped.aliases(),
        shipped.type(),
        shipped.country(),
        shipped.role(),
        draft.terms() == null ? List.of() : draft.terms(),
        said == null ? 0 : said.version(),
        said == null ? null : said.author(),
        said == null ? null : said.note(),
        said == null ? null : said.updated());
  }
}
