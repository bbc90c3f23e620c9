package org.tocsin.enrich.actor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.ActorTag;
import org.tocsin.enrich.actor.Lexicon.Kind;
import org.tocsin.enrich.actor.SharedNames.Bearer;

/**
 * Says who is meant by {@code the Commonwealth} and other {@link SharedNames}, by what the article
 * says beside: the bearer under its full name or its abbreviation, or its members. Abstains where
 * two are about as likely, or where another body of the article ends in the same word.
 */
final class SharedNameRule {
  /** What the bearer's own name counts beside a member's. */
  private static final int NAMED = 4;

  private static final int LEAD = 2;

  private final Reading reading;
  private final ActorBook book;
  private final int year;
  private final SharedNames names = SharedNames.shipped();
  private final List<Integer> places = new ArrayList<>();

  SharedNameRule(Reading reading, ActorBook book, int year) {
    this.reading = reading;
    this.book = book;
    this.year = year;
  }

  /** Takes note of a word if it is a shared name that stands alone behind an article. */
  void look(int at) {
    boolean behindArticle =
        at > 0 && reading.adjacent(at - 1) && reading.reads(at - 1, Reading.THE);
    if (behindArticle
        && reading.capital(at)
        && !reading.loud()
        && !reading.heading(at)
        && !(reading.bound(at) && reading.capital(at + 1))
        && !names.of(reading.key(at)).isEmpty()) {
      places.add(at);
    }
  }

  /** The mentions whose bearer is sure, in view of the names found in the article. */
  List<Candidate> decide(List<Candidate> found) {
    List<Candidate> decided = new ArrayList<>();
    Map<Long, Optional<String>> bearers = new HashMap<>();
    for (int at : places) {
      String bearer =
          bearers
              .computeIfAbsent(reading.key(at), name -> Optional.ofNullable(bearer(name, found)))
              .orElse(null);
      ActorEntry entry = bearer == null ? null : book.entry(bearer);
      if (entry != null) {
        String role = year == 0 ? entry.role() : entry.roleIn(year);
        decided.add(
            new Candidate(
                at,
                at + 1,
                new KnownActor(entry.id(), entry.name(), entry.type(), entry.country(), role),
                "shared-name"));
      }
    }
    return decided;
  }

  private @Nullable String bearer(long name, List<Candidate> found) {
    String best = null;
    int highest = 0;
    int second = 0;
    boolean enough = false;
    for (Bearer bearer : names.of(name)) {
      boolean named = named(bearer, found);
      Map<Object, Integer> said = said(bearer);
      int score = (named ? NAMED : 0) + weight(said);
      if (score > highest) {
        second = highest;
        highest = score;
        best = bearer.id();
        enough = named || (bearer.least() > 0 && said.size() >= bearer.least());
      } else {
        second = Math.max(second, score);
      }
    }
    boolean sure = enough && highest >= second + LEAD;
    return sure && !namesake(name, best, found) ? best : null;
  }

  private static boolean named(Bearer bearer, List<Candidate> found) {
    for (Candidate candidate : found) {
      if (candidate.actor().id().equals(bearer.id())) {
        return true;
      }
    }
    return false;
  }

  /** One for each, one more for twice as often: whose country is spoken of all along is near. */
  private static int weight(Map<Object, Integer> said) {
    return said.values().stream()
        .mapToInt(n -> Integer.SIZE - Integer.numberOfLeadingZeros(n))
        .sum();
  }

  /** Its members, and the words that speak for it, with how often the article has each. */
  private Map<Object, Integer> said(Bearer bearer) {
    Map<Object, Integer> said = new HashMap<>();
    for (int i = 0; i < reading.size(); i++) {
      String nation = reading.is(i, Kind.NATION) ? reading.lexicon().nation(reading.key(i)) : null;
      if (nation != null && bearer.members().contains(nation)) {
        said.merge(nation, 1, Integer::sum);
      } else if (reading.reads(i, bearer.words())) {
        said.merge(reading.key(i), 1, Integer::sum);
      }
    }
    return said;
  }

  /** Whether another body here has the name as its last word: {@code Tarn Council}. */
  private boolean namesake(long name, @Nullable String bearer, List<Candidate> found) {
    for (Candidate candidate : found) {
      if (candidate.actor().type() != ActorTag.Type.PERSON
          && candidate.to() - candidate.from() > 1
          && reading.key(candidate.to() - 1) == name
          && !candidate.actor().id().equals(bearer)) {
        return true;
      }
    }
    return false;
  }
}
