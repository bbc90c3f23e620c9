package org.tocsin.enrich.actor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.ActorTag;
import org.tocsin.contract.Mention;
import org.tocsin.enrich.text.Token;
import org.tocsin.enrich.text.Tokens;

/**
 * The actors of one article while it is read: who goes by which short form. A surname that two of
 * them share names neither.
 */
final class Cast {
  private final Map<String, Member> members = new LinkedHashMap<>();
  private final Map<String, Set<Member>> bySurname = new HashMap<>();
  private final Map<String, Set<Member>> byGivenName = new HashMap<>();
  private final Map<String, Member> byAbbreviation = new HashMap<>();

  /** One actor with the mentions found so far. */
  private static final class Member {
    private KnownActor actor;
    private List<String> words;
    private final List<Mention> mentions = new ArrayList<>();
    private boolean relative;

    Member(KnownActor actor) {
      this.actor = actor;
      this.words = folded(actor.name());
    }

    void call(KnownActor longer) {
      actor =
          new KnownActor(actor.id(), longer.name(), actor.type(), actor.country(), actor.role());
      words = folded(longer.name());
    }

    void learn(KnownActor other) {
      if (actor.country() == null || actor.role() == null) {
        actor =
            new KnownActor(
                actor.id(),
                actor.name(),
                actor.type(),
                actor.country() == null ? other.country() : actor.country(),
                actor.role() == null ? other.role() : actor.role());
      }
    }
  }

  private static List<String> folded(String name) {
    return Tokens.parts(name).stream().map(Token::folded).toList();
  }

  /**
   * Notes a mention of an actor under a full name.
   *
   * @param relative whether it stands there as somebody's relative
   */
  void add(KnownActor actor, Mention mention, boolean relative) {
    if (actor.person() && shared(actor, mention.start())) {
      return;
    }
    List<String> words = folded(actor.name());
    Member bearer =
        actor.person() && words.size() == 1 ? bearer(words.get(0), mention.start()) : null;
    Member member = bearer == null ? member(actor) : bearer;
    member.relative |= relative && member.mentions.isEmpty();
    member.learn(actor);
    member.mentions.add(mention);
  }

  /** Whether the name is a bare surname that several people here have. */
  private boolean shared(KnownActor actor, int at) {
    List<String> words = folded(actor.name());
    return words.size() == 1
        && bySurname.getOrDefault(words.get(0), Set.of()).size() > 1
        && bearer(words.get(0), at) == null;
  }

  private Member member(KnownActor actor) {
    Member known = members.get(actor.id());
    if (known != null) {
      return known;
    }
    Member same = actor.person() ? samePerson(actor) : null;
    if (same != null) {
      return same;
    }
    Member fresh = new Member(actor);
    members.put(actor.id(), fresh);
    if (actor.person() && !fresh.words.isEmpty()) {
      bySurname.computeIfAbsent(surname(fresh.words), key -> new LinkedHashSet<>()).add(fresh);
      knowGivenName(fresh);
    }
    return fresh;
  }

  private void knowGivenName(Member member) {
    if (member.words.size() > 1) {
      byGivenName.computeIfAbsent(member.words.get(0), key -> new LinkedHashSet<>()).add(member);
    }
  }

  private static String surname(List<String> words) {
    return words.get(words.size() - 1);
  }

  /**
   * The one person whose name ends like this or is its ending: {@code Lena Roth}, {@code Anna Lena
   * Roth}.
   */
  private @Nullable Member samePerson(KnownActor actor) {
    List<String> words = folded(actor.name());
    if (words.isEmpty()) {
      return null;
    }
    Member found = words.size() == 1 ? only(byGivenName.get(words.get(0))) : null;
    for (Member other : bySurname.getOrDefault(surname(words), Set.of())) {
      if (ending(words, other.words)
          || ending(other.words, words)
          || initialled(words, other.words)) {
        if (found != null) {
          return null;
        }
        found = other;
      }
    }
    if (found != null && words.size() > found.words.size() && found.actor.id().startsWith("x:")) {
      found.call(actor);
      knowGivenName(found);
    }
    return found;
  }

  private static @Nullable Member only(@Nullable Set<Member> members) {
    return members == null || members.size() != 1 ? null : members.iterator().next();
  }

  private static boolean ending(List<String> shorter, List<String> longer) {
    return shorter.size() < longer.size()
        && longer.subList(longer.size() - shorter.size(), longer.size()).equals(shorter);
  }

  /** {@code Ines M. Roth} is {@code Ines Roth}. */
  private static boolean initialled(List<String> one, List<String> other) {
    return withoutInitials(one).equals(withoutInitials(other));
  }

  private static List<String> withoutInitials(List<String> words) {
    return words.stream().filter(word -> word.length() > 1).toList();
  }

  void abbreviate(String abbreviation, KnownActor actor) {
    byAbbreviation.putIfAbsent(abbreviation, member(actor));
  }

  /** Whether a bare surname at some place can mean one person only. */
  boolean knowsSurname(Token token, int at) {
    return bearer(token.folded(), at) != null;
  }

  void addSurname(Token token, Mention mention) {
    Member member = bearer(token.folded(), mention.start());
    if (member != null) {
      member.mentions.add(mention);
    }
  }

  /**
   * Whom a surname means. Where several have it: the one introduced before, if the others come
   * later, and never those who are named as somebody's relatives, who go by their given names.
   */
  private @Nullable Member bearer(String surname, int at) {
    Set<Member> all = bySurname.getOrDefault(surname, Set.of());
    Member sole = only(all);
    if (sole != null || all.isEmpty()) {
      return sole;
    }
    Set<Member> own = new LinkedHashSet<>(all);
    own.removeIf(member -> member.relative);
    Member main = only(own);
    if (main != null) {
      return main;
    }
    own.removeIf(member -> member.mentions.isEmpty() || member.mentions.get(0).start() > at);
    return only(own);
  }

  /** Whether a word is the given name of exactly one person here, and nobody's surname. */
  boolean knowsGivenName(Token token) {
    return only(byGivenName.get(token.folded())) != null && !bySurname.containsKey(token.folded());
  }

  void addGivenName(Token token, Mention mention) {
    Member member = only(byGivenName.get(token.folded()));
    if (member != null) {
      member.mentions.add(mention);
    }
  }

  boolean knowsAbbreviation(Token token) {
    return byAbbreviation.containsKey(token.text());
  }

  void addAbbreviation(Token token, Mention mention) {
    Member member = byAbbreviation.get(token.text());
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
      Comparator.comparing(Mention::in).thenComparing(Mention::start);
}
