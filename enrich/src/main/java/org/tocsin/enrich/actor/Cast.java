package org.tocsin.enrich.actor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.ActorTag;
import org.tocsin.contract.Mention;
import org.tocsin.enrich.text.WordMap;
import org.tocsin.enrich.text.Words;

/**
 * The actors of one article while it is read: who goes by which short form. A surname that two of
 * them share names neither. Words are known by their {@linkplain Words#whole keys}.
 */
final class Cast {
  private static final int SIEVE = 32;

  /** Room for as many actors as most articles have. */
  private static final int USUAL = 32;

  private static final Words NONE = Words.of("");

  /** People of one surname who are told apart; in a list of graduates there may be thousands. */
  private static final int MOST_NAMESAKES = 64;

  private final Map<String, Member> members = new LinkedHashMap<>(USUAL);
  private final CalledBy bySurname = new CalledBy();
  private final CalledBy byGivenName = new CalledBy();
  private final Map<String, Member> byAbbreviation = new HashMap<>();

  /** One actor with the mentions found so far. */
  private static final class Member {
    private KnownActor actor;

    /** The words of a person's name, one of which others may be called by. */
    private Words words;

    private final List<Mention> mentions = new ArrayList<>(2);
    private boolean relative;

    Member(KnownActor actor, Words words) {
      this.actor = actor;
      this.words = words;
    }

    void call(KnownActor longer, Words name) {
      actor =
          new KnownActor(actor.id(), longer.name(), actor.type(), actor.country(), actor.role());
      words = name;
    }

    void learn(KnownActor other) {
      boolean country = actor.country() == null && other.country() != null;
      boolean role = actor.role() == null && other.role() != null;
      if (country || role) {
        actor =
            new KnownActor(
                actor.id(),
                actor.name(),
                actor.type(),
                country ? other.country() : actor.country(),
                role ? other.role() : actor.role());
      }
    }
  }

  /** Members by a word they are called by, in order of arrival, and a sieve of such words. */
  private static final class CalledBy {
    private final WordMap<List<Member>> members = new WordMap<>();
    private final long[] sieve = new long[SIEVE];

    void add(long word, Member member) {
      sieve[(int) (word >>> 40) & SIEVE - 1] |= 1L << word;
      List<Member> called = members.get(word);
      if (called == null) {
        called = new ArrayList<>(1);
        members.put(word, called);
      }
      if (called.size() < MOST_NAMESAKES && !called.contains(member)) {
        called.add(member);
      }
    }

    List<Member> get(long word) {
      List<Member> called = mayHold(word) ? members.get(word) : null;
      return called == null ? List.of() : called;
    }

    boolean mayHold(long word) {
      return (sieve[(int) (word >>> 40) & SIEVE - 1] & 1L << word) != 0;
    }
  }

  /**
   * Notes a mention of an actor under a full name.
   *
   * @param read the words of the name where they have been read
   * @param relative whether it stands there as somebody's relative
   */
  void add(KnownActor actor, @Nullable Words read, Mention mention, boolean relative) {
    boolean unread = read == null && actor.person() && mayBeOneWord(actor.name());
    Words words = unread ? Words.of(actor.name()) : read;
    Member bearer = null;
    if (words != null && words.size() == 1) {
      bearer = bearer(words.whole(0), mention.start());
      if (bearer == null && bySurname.get(words.whole(0)).size() > 1) {
        return; // a bare surname that several people here have
      }
    }
    Member member = bearer == null ? member(actor, words) : bearer;
    member.relative |= relative && member.mentions.isEmpty();
    member.learn(actor);
    member.mentions.add(mention);
  }

  /** Whether a name is perhaps one word; what holds a blank is not. */
  private static boolean mayBeOneWord(String name) {
    return name.indexOf(' ') < 0;
  }

  /**
   * The member that an actor is, a new one if need be.
   *
   * @param read the words of the name, where they have been read
   */
  private Member member(KnownActor actor, @Nullable Words read) {
    Member known = members.get(actor.id());
    if (known != null) {
      return known;
    }
    Words words = !actor.person() ? NONE : read == null ? Words.of(actor.name()) : read;
    Member same = words.size() == 0 ? null : samePerson(actor, words);
    if (same != null) {
      return same;
    }
    Member fresh = new Member(actor, words);
    members.put(actor.id(), fresh);
    if (words.size() > 0) {
      bySurname.add(surname(words), fresh);
      knowGivenName(fresh);
    }
    return fresh;
  }

  private void knowGivenName(Member member) {
    if (member.words.size() > 1) {
      byGivenName.add(member.words.whole(0), member);
    }
  }

  /** Whether somebody may be called by a word; if not, certainly nobody is. */
  boolean calls(long word) {
    return bySurname.mayHold(word) || byGivenName.mayHold(word);
  }

  private static long surname(Words words) {
    return words.whole(words.size() - 1);
  }

  /**
   * The one person whose name ends like this or is its ending: {@code Lena Roth}, {@code Anna Lena
   * Roth}.
   */
  private @Nullable Member samePerson(KnownActor actor, Words words) {
    Member found = words.size() == 1 ? only(byGivenName.get(words.whole(0))) : null;
    for (Member other : bySurname.get(surname(words))) {
      Words others = other.words;
      if (ending(words, others) || ending(others, words) || initialled(words, others)) {
        if (found != null) {
          return null;
        }
        found = other;
      }
    }
    if (found != null && words.size() > found.words.size() && found.actor.id().startsWith("x:")) {
      found.call(actor, words);
      knowGivenName(found);
    }
    return found;
  }

  private static @Nullable Member only(List<Member> members) {
    return members.size() == 1 ? members.get(0) : null;
  }

  private static boolean ending(Words shorter, Words longer) {
    int ahead = longer.size() - shorter.size();
    for (int i = 0; ahead > 0 && i < shorter.size(); i++) {
      if (shorter.whole(i) != longer.whole(ahead + i)) {
        return false;
      }
    }
    return ahead > 0;
  }

  /** {@code Ines M. Roth} is {@code Ines Roth}. */
  private static boolean initialled(Words one, Words other) {
    int at = 0;
    int there = 0;
    while (true) {
      at = overInitials(one, at);
      there = overInitials(other, there);
      if (at == one.size() || there == other.size()) {
        return at == one.size() && there == other.size();
      }
      if (one.whole(at++) != other.whole(there++)) {
        return false;
      }
    }
  }

  private static int overInitials(Words words, int from) {
    int at = from;
    while (at < words.size() && words.end(at) - words.start(at) == 1) {
      at++;
    }
    return at;
  }

  void abbreviate(String abbreviation, KnownActor actor) {
    byAbbreviation.putIfAbsent(abbreviation, member(actor, null));
  }

  /** Whether a bare surname at some place can mean one person only. */
  boolean knowsSurname(long word, int at) {
    return bearer(word, at) != null;
  }

  void addSurname(long word, Mention mention) {
    Member member = bearer(word, mention.start());
    if (member != null) {
      member.mentions.add(mention);
    }
  }

  /**
   * Whom a surname means. Where several have it: the one introduced before, if the others come
   * later, and never those who are named as somebody's relatives, who go by their given names.
   */
  private @Nullable Member bearer(long surname, int at) {
    List<Member> all = bySurname.get(surname);
    Member sole = only(all);
    if (sole != null || all.isEmpty() || all.size() == MOST_NAMESAKES) {
      return sole;
    }
    List<Member> own = new ArrayList<>(all);
    own.removeIf(member -> member.relative);
    Member main = only(own);
    if (main != null) {
      return main;
    }
    own.removeIf(member -> member.mentions.isEmpty() || member.mentions.get(0).start() > at);
    return only(own);
  }

  /** Whether a word is the given name of exactly one person here, and nobody's surname. */
  boolean knowsGivenName(long word) {
    return only(byGivenName.get(word)) != null && bySurname.get(word).isEmpty();
  }

  void addGivenName(long word, Mention mention) {
    Member member = only(byGivenName.get(word));
    if (member != null) {
      member.mentions.add(mention);
    }
  }

  boolean knowsAbbreviation(String letters) {
    return byAbbreviation.containsKey(letters);
  }

  void addAbbreviation(Mention mention) {
    Member member = byAbbreviation.get(mention.text());
    if (member != null) {
      member.mentions.add(mention);
    }
  }

  /** The actors in order of first mention. */
  List<ActorTag> tags() {
    List<ActorTag> tags = new ArrayList<>();
    for (Member member : members.values()) {
      if (!member.mentions.isEmpty()) {
        member.mentions.sort(BY_PLACE);
        KnownActor actor = member.actor;
        tags.add(
            new ActorTag(
                actor.id(),
                actor.name(),
                actor.type(),
                actor.country(),
                actor.role(),
                member.mentions));
      }
    }
    tags.sort((a, b) -> BY_PLACE.compare(a.mentions().get(0), b.mentions().get(0)));
    return tags;
  }

  private static final Comparator<Mention> BY_PLACE =
      (a, b) -> a.in() == b.in() ? Integer.compare(a.start(), b.start()) : a.in().compareTo(b.in());
}
