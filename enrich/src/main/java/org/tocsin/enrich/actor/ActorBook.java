package org.tocsin.enrich.actor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.ActorTag;
import org.tocsin.enrich.text.WordSet;
import org.tocsin.enrich.text.Words;

/**
 * The actors known beforehand by every name they go by, in one edition: {@code "UN"} and {@code
 * "ООН"} lead to {@code igo:united-nations}. Where two share a name the one put in first has it.
 *
 * <p>Never changes. An operator's changes make another book over the same base ({@link #with}),
 * which takes the place of the first one in an {@link ActorTagger} at once: the base, half a
 * million phrases if need be, is not built again.
 */
public final class ActorBook {
  private static final int LONGEST_ACRONYM = 6;

  /** Acronyms from this length on are also written as words: {@code Nato}, {@code Unicef}. */
  private static final int SPOKEN = 4;

  private final String version;
  private final @Nullable ActorBook base;

  /** Of the names of this book and of its base. */
  private final PhraseSieve sieve;

  private final PhraseTable phrases;
  private final List<Name> names = new ArrayList<>();
  private final Map<String, ActorEntry> entries = new HashMap<>();
  private final Set<String> amended = new HashSet<>();

  /** An actor under one of its names; {@code exact} if only capitals count. */
  record Name(ActorEntry entry, boolean exact, String version) {
    /** What a mention names as its source: {@code actor:igo:united-nations@2}. */
    String source() {
      return "actor:" + entry.id() + "@" + version;
    }
  }

  /** A name found at words {@code from} to {@code to}, exclusive. */
  record Match(Name name, int from, int to) {}

  private ActorBook(String version, @Nullable ActorBook base) {
    this.version = version;
    this.base = base;
    this.sieve = base == null ? new PhraseSieve() : new PhraseSieve(base.sieve);
    this.phrases = new PhraseTable(sieve);
  }

  /** The dictionary that Tocsin ships. */
  public static ActorBook shipped() {
    return of(ActorFiles.VERSION, ActorFiles.entries());
  }

  /** A book of these actors; earlier ones have the right to a name. */
  public static ActorBook of(String version, Collection<ActorEntry> actors) {
    ActorBook book = new ActorBook(version, null);
    actors.forEach(actor -> book.put(actor, version));
    book.phrases.close();
    return book;
  }

  /**
   * This book with changes that have one version: an actor whose id is known replaces the known
   * one, and its names are found before all others.
   *
   * @param edition of the changes; the new version is the base's with it, {@code "1+7"}
   */
  public ActorBook with(String edition, Collection<ActorEntry> changes) {
    return amended(edition, changes.stream().map(actor -> Amendment.of(actor, edition)).toList());
  }

  /**
   * This book's base with all of these amendments and no others. Of two that share a name the
   * earlier has it; people are also found under the other spellings of their names.
   *
   * @param edition of the amendments together
   */
  public ActorBook amended(String edition, Collection<Amendment> amendments) {
    ActorBook ground = base == null ? this : base;
    ActorBook book = new ActorBook(ground.version + "+" + edition, ground);
    Spellings spellings = Spellings.shipped();
    for (Amendment amendment : amendments) {
      book.amended.add(amendment.id());
      if (amendment.entry() != null) {
        book.put(spellings.widen(amendment.entry()), ground.version + "+" + amendment.version());
      }
    }
    book.phrases.close();
    return book;
  }

  private void put(ActorEntry actor, String edition) {
    if (entries.putIfAbsent(actor.id(), actor) == null) {
      put(actor.name(), actor, edition);
    }
    actor.aliases().forEach(alias -> put(alias, actor, edition));
  }

  private void put(String name, ActorEntry actor, String edition) {
    boolean exact =
        name.length() <= LONGEST_ACRONYM
            && name.chars().filter(Character::isUpperCase).count() > 1
            && name.chars().noneMatch(Character::isWhitespace);
    if (phrases.put(name, names.size() + 1, loose(actor))) {
      names.add(new Name(actor, exact, edition));
    }
  }

  public String version() {
    return version;
  }

  /** Number of actors, those of the base included. */
  public int size() {
    return (int) actors().count();
  }

  /** All actors, those that were amended first. */
  public Stream<ActorEntry> actors() {
    Stream<ActorEntry> own = entries.values().stream();
    return base == null
        ? own
        : Stream.concat(own, base.actors().filter(actor -> !amended.contains(actor.id())));
  }

  /** Number of names. */
  public int phrases() {
    return phrases.phrases() + (base == null ? 0 : base.phrases());
  }

  /** Bytes of the tables, without the entries themselves. */
  public long bytes() {
    return phrases.bytes() + (base == null ? 0 : base.bytes());
  }

  /** The actor of an id, or null. */
  public @Nullable ActorEntry entry(String id) {
    return base == null || amended.contains(id) ? entries.get(id) : base.entry(id);
  }

  /** The words that a name may start with; hardly any other ones are among them. */
  WordSet beginnings(Words words) {
    return sieve.beginnings(words);
  }

  /** The longest name that starts with a word. */
  @Nullable Match longest(Words words, int from) {
    Match own = longestHere(words, from);
    if (base == null) {
      return own;
    }
    Match known = base.longest(words, from);
    if (own != null && (known == null || own.to() >= known.to())) {
      return own;
    }
    boolean replaced = known != null && amended.contains(known.name().entry().id());
    return replaced ? own : known;
  }

  private @Nullable Match longestHere(Words words, int from) {
    Match plain = longestFrom(words, from, words.key(from));
    long bare = plain == null ? PhraseTable.withoutClitic(words, from) : 0;
    return bare == 0 ? plain : longestFrom(words, from, bare);
  }

  private @Nullable Match longestFrom(Words words, int from, long first) {
    long sequence = PhraseTable.then(PhraseTable.start(), first);
    int found = phrases.first(first);
    Match best = null;
    for (int at = from; found != NumberTable.ABSENT; at++) {
      int number = PhraseTable.number(found);
      if (number > 0 && written(names.get(number - 1), words, from, at + 1)) {
        best = new Match(names.get(number - 1), from, at + 1);
      }
      if (!PhraseTable.goesOn(found) || at + 1 == words.size() || !words.joined(at)) {
        break;
      }
      sequence = PhraseTable.then(sequence, words.key(at + 1));
      found = phrases.get(sequence);
    }
    return best;
  }

  private static boolean loose(ActorEntry actor) {
    return actor.type() == ActorTag.Type.GOVERNMENT || actor.type() == ActorTag.Type.ARMED_GROUP;
  }

  /**
   * Whether a name is written as one. Of a ministry or an army one word with a capital is enough
   * ({@code the German army}), of others every longer word has one, of an acronym all letters.
   */
  private static boolean written(Name name, Words words, int from, int to) {
    boolean loose = loose(name.entry());
    boolean capital = false;
    for (int i = from; i < to; i++) {
      boolean small = words.small(i);
      boolean brief = words.end(i) - words.start(i) < SPOKEN;
      boolean edge = i == from || i == to - 1;
      if (name.exact() && !words.allCapitals(i) && (small || brief)) {
        return false;
      }
      if (small && edge && !loose && !brief) {
        return false;
      }
      capital |= !small;
    }
    return capital;
  }
}
