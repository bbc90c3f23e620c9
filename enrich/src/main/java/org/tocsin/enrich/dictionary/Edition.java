package org.tocsin.enrich.dictionary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.DictionaryEntry;
import org.tocsin.contract.DictionaryEntry.Kind;
import org.tocsin.contract.DictionaryEntry.State;
import org.tocsin.enrich.actor.ActorBook;
import org.tocsin.enrich.actor.ActorEntry;
import org.tocsin.enrich.actor.Amendment;
import org.tocsin.enrich.country.CountryName;

/**
 * The dictionaries at one moment: what Tocsin ships, and what operators said about it. Never
 * changes. A function of the set of entries, in whatever order they came.
 */
final class Edition {
  private final SortedMap<String, DictionaryEntry> entries;
  private final List<Refusal> refusals;
  private final ActorBook book;

  /**
   * A record of the topic that is not an entry; nothing it might have said is in force.
   *
   * @param id the record's key
   */
  record Refusal(String id, int partition, long offset, String reason) {}

  private Edition(
      SortedMap<String, DictionaryEntry> entries, List<Refusal> refusals, ActorBook book) {
    this.entries = entries;
    this.refusals = refusals;
    this.book = book;
  }

  /**
   * Builds an edition, in the time its entries need; the shipped book is not built again.
   *
   * @param entries the last of each id
   */
  static Edition of(
      ActorBook shipped, Map<String, DictionaryEntry> entries, Collection<Refusal> refusals) {
    SortedMap<String, DictionaryEntry> sorted =
        Collections.unmodifiableSortedMap(new TreeMap<>(entries));
    List<Amendment> amendments = new ArrayList<>();
    for (DictionaryEntry entry : sorted.values()) {
      if (entry.kind() == Kind.ACTOR && entry.state() != State.AS_SHIPPED) {
        amendments.add(amendment(entry));
      }
    }
    ActorBook book =
        amendments.isEmpty()
            ? shipped
            : shipped.amended(String.valueOf(amendments.size()), amendments);
    return new Edition(sorted, List.copyOf(refusals), book);
  }

  private static Amendment amendment(DictionaryEntry entry) {
    ActorEntry actor = entry.state() == State.REMOVED ? null : actor(entry);
    return new Amendment(entry.id(), actor, String.valueOf(entry.version()));
  }

  private static @Nullable ActorEntry actor(DictionaryEntry entry) {
    return entry.type() == null
        ? null
        : new ActorEntry(
            entry.id(),
            entry.name(),
            entry.type(),
            entry.country(),
            entry.role(),
            entry.aliases(),
            entry.terms().stream().map(Edition::term).toList());
  }

  private static ActorEntry.Term term(DictionaryEntry.Term term) {
    int to = term.to() == null ? ActorEntry.Term.OPEN : term.to();
    return new ActorEntry.Term(term.role(), term.office(), term.country(), term.from(), to);
  }

  /** The actors to look up. */
  ActorBook book() {
    return book;
  }

  /** The names of countries to look up beside those that are shipped. */
  List<CountryName> countryNames() {
    List<CountryName> names = new ArrayList<>();
    for (DictionaryEntry entry : entries.values()) {
      String country = entry.country();
      if (entry.kind() == Kind.COUNTRY && entry.state() == State.IN_FORCE && country != null) {
        String source = entry.id() + "@" + entry.version();
        names.add(new CountryName(entry.name(), country, source));
        entry.aliases().forEach(alias -> names.add(new CountryName(alias, country, source)));
      }
    }
    return names;
  }

  /** What operators last said of an entry; null where they said nothing. */
  @Nullable DictionaryEntry said(String id) {
    return entries.get(id);
  }

  /** What operators said, by id. */
  Collection<DictionaryEntry> said() {
    return entries.values();
  }

  /** An entry as it stands, shipped or not; null where there is none and never was. */
  @Nullable EntryView find(String id) {
    DictionaryEntry said = entries.get(id);
    ActorEntry actor = book.entry(id);
    if (actor != null && (said == null || said.state() == State.AS_SHIPPED)) {
      return EntryView.of(actor, said);
    }
    return said == null || said.state() == State.AS_SHIPPED ? null : EntryView.of(said);
  }

  /**
   * The entries that have these words in them, by id.
   *
   * @param words looked for in ids, names and aliases, whatever their case; empty for all
   * @param shipped whether those of which nothing was said are listed as well
   */
  List<EntryView> list(String words, boolean shipped, int most) {
    String wanted = words.toLowerCase(Locale.ROOT);
    Stream<String> ids = entries.keySet().stream();
    if (shipped) {
      ids = Stream.concat(ids, book.actors().map(ActorEntry::id));
    }
    return ids.distinct()
        .sorted()
        .map(this::find)
        .filter(Objects::nonNull)
        .filter(found -> matches(found, wanted))
        .limit(most)
        .toList();
  }

  private static boolean matches(EntryView entry, String wanted) {
    return Stream.concat(Stream.of(entry.id(), entry.name()), entry.aliases().stream())
        .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(wanted));
  }

  List<Refusal> refusals() {
    return refusals;
  }
}
