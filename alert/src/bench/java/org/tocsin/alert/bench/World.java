package org.tocsin.alert.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.CountryTag;
import org.tocsin.contract.FirstSeen;
import org.tocsin.contract.Lane;
import org.tocsin.contract.Novelty;
import org.tocsin.contract.Part;
import org.tocsin.contract.Sighting;
import org.tocsin.contract.Speaker;
import org.tocsin.contract.Statement;
import org.tocsin.contract.Watch;

/**
 * Made-up statements and watches of realistic shape. Words follow Zipf's law over 30,000, as in
 * text: the 400th stands in one statement of a hundred. There are 20,000 people, of whom the most
 * quoted has two statements of a hundred (in one country's campaign it may be seven), 200
 * countries, 2,000 outlets. Statements have 10 to 60 words.
 *
 * <p>Watches have two to eight clauses and ask for what is in the news, the commoner the more
 * often, but not for the 400 commonest words, of which nobody watches one. Of 100,000 watches no
 * single word or person has more than one of a hundred to itself, as in the logs of search engines;
 * hence the shift in Zipf's law (Mandelbrot). A watch then matches about one statement of 10,000,
 * which is ten alerts a day where 100,000 statements come: as many as a desk takes of one watch.
 */
final class World {
  static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

  private static final List<Statement.Kind> KINDS =
      List.of(Statement.Kind.DIRECT, Statement.Kind.MIXED, Statement.Kind.INDIRECT);
  private static final int WORDS = 30_000;
  private static final int PEOPLE = 20_000;
  private static final int OUTLETS = 2_000;
  private static final int COMMON = 400;

  /** Shifts of Zipf's law, for who is quoted and for what is watched. */
  private static final double QUOTED = 6;

  private static final double WATCHED = 20;
  private static final String[] SYLLABLES = {
    "ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "qui", "ro", "su", "ta",
    "ve", "wi", "xo", "zu", "bra", "cle", "dri", "flo", "gru", "sta", "spe", "tri", "pro", "con"
  };
  private static final String[] ENDINGS = {"", "", "", "s", "ed", "ing"};
  private static final String[] COUNTRIES = Locale.getISOCountries();

  private final Random random;
  private final List<String> words;
  private final List<String> people;

  World(long seed) {
    random = new Random(seed);
    words = distinct(WORDS, 3);
    people = new ArrayList<>();
    List<String> surnames = distinct(PEOPLE, 3);
    List<String> given = distinct(400, 2);
    for (int i = 0; i < PEOPLE; i++) {
      people.add(capital(given.get(random.nextInt(400))) + " " + capital(surnames.get(i)));
    }
  }

  private List<String> distinct(int count, int syllables) {
    Set<String> seen = new HashSet<>();
    List<String> found = new ArrayList<>();
    while (found.size() < count) {
      StringBuilder word = new StringBuilder();
      for (int n = syllables + random.nextInt(2); n > 0; n--) {
        word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
      }
      if (seen.add(word.toString())) {
        found.add(word.toString());
      }
    }
    return found;
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  /** A rank below n by Zipf's law with exponent 1. */
  private int zipf(int n) {
    return zipf(n, 1);
  }

  /** A rank below n of which each is drawn in proportion to {@code 1 / (rank + shift)}. */
  private int zipf(int n, double shift) {
    double rank = shift * (Math.pow(1 + n / shift, random.nextDouble()) - 1);
    return (int) Math.min(n - 1.0, rank);
  }

  /** The n-th statement; statements follow one another evenly, so many a day. */
  Sighting statement(int n, int perDay) {
    StringBuilder text = new StringBuilder();
    for (int i = 10 + random.nextInt(51); i > 0; i--) {
      text.append(words.get(zipf(WORDS)))
          .append(ENDINGS[random.nextInt(ENDINGS.length)])
          .append(i == 1 ? "." : " ");
    }
    String person = people.get(zipf(PEOPLE, QUOTED));
    if (random.nextInt(3) == 0) {
      text.append(' ').append(people.get(zipf(PEOPLE, QUOTED))).append(" agreed.");
    }
    Instant time = BEGIN.plusMillis(n * (Duration.ofDays(1).toMillis() / perDay));
    return sighting(n, text.toString(), random.nextInt(5) == 0 ? null : person, time);
  }

  private Sighting sighting(int n, String text, @Nullable String person, Instant time) {
    Statement statement =
        new Statement(
            "statement-" + n,
            KINDS.get(random.nextInt(KINDS.size())),
            Part.TEXT,
            0,
            text.length(),
            text,
            List.of(),
            person == null
                ? null
                : new Speaker(person, null, Part.TEXT, 0, 1, person.split(" ")[1], List.of()),
            "said",
            "bench",
            Novelty.NEW,
            null);
    int outlet = zipf(OUTLETS);
    return new Sighting(
        statement,
        new Sighting.Source(
            "article-" + n,
            0,
            "https://www.outlet" + outlet + ".example/news/" + n,
            "Outlet " + outlet,
            "Title " + n,
            random.nextInt(10) < 8 ? "en" : "de",
            time,
            "story-" + n / 8),
        new Sighting.Context(0, text),
        List.of(
            new Sighting.Country(country(), CountryTag.Role.ABOUT),
            new Sighting.Country(country(), CountryTag.Role.MENTIONED)),
        List.of(
            new Sighting.Actor("actor-" + zipf(PEOPLE), people.get(zipf(PEOPLE))),
            new Sighting.Actor("actor-" + zipf(PEOPLE), people.get(zipf(PEOPLE)))),
        Lane.LIVE);
  }

  /** A later sighting of a statement in another outlet. */
  Sighting repeat(Sighting of, int copy) {
    Statement first = of.statement();
    Sighting.Source article = of.article();
    return new Sighting(
        new Statement(
            first.id() + "-" + copy,
            first.kind(),
            first.in(),
            first.start(),
            first.end(),
            first.text(),
            first.quoted(),
            first.speaker(),
            first.cue(),
            first.rule(),
            Novelty.REPEAT,
            new FirstSeen(first.id(), article.id())),
        new Sighting.Source(
            article.id() + "-" + copy,
            0,
            article.url(),
            "Outlet " + zipf(OUTLETS),
            article.title(),
            article.language(),
            article.time().plusSeconds(60L * copy),
            article.story()),
        of.context(),
        of.countries(),
        of.actors(),
        of.lane());
  }

  private String country() {
    return COUNTRIES[zipf(200)];
  }

  /** The n-th watch. */
  Watch watch(int n) {
    return new Watch(
        "watch-" + n, "Watch " + n, query(), Watch.Severity.MEDIUM, true, 1, "bench", null, BEGIN);
  }

  /** A query of two to eight clauses, one in ten with a phrase or closeness. */
  String query() {
    int kind = random.nextInt(100);
    if (kind < 10) {
      return close() + " " + (random.nextBoolean() ? either(2) : "country:" + country());
    }
    if (kind < 35) {
      return "speaker:" + surname() + " " + either(1 + random.nextInt(6));
    }
    if (kind < 55) {
      return either(2 + random.nextInt(4)) + " about:" + country() + unwanted();
    }
    if (kind < 75) {
      return surname() + " " + either(1 + random.nextInt(4)) + unwanted();
    }
    if (kind < 90) {
      return either(2 + random.nextInt(2)) + " " + either(2 + random.nextInt(2)) + unwanted();
    }
    return either(2 + random.nextInt(3)) + " language:en kind:direct country:" + country();
  }

  private String close() {
    return switch (random.nextInt(3)) {
      case 0 -> '"' + whole() + " " + whole() + '"';
      case 1 -> '"' + whole() + " " + whole() + "\"~" + (3 + random.nextInt(8));
      default -> either(2) + " NEAR/" + (3 + random.nextInt(8)) + " " + either(2);
    };
  }

  private String unwanted() {
    return random.nextInt(4) == 0 ? " NOT " + word() : "";
  }

  private String either(int count) {
    if (count == 1) {
      return word();
    }
    StringBuilder group = new StringBuilder("(").append(word());
    for (int i = 1; i < count; i++) {
      group.append(" OR ").append(word());
    }
    return group.append(')').toString();
  }

  /** The last name of somebody; of those who speak often, often. */
  String surname() {
    return people.get(zipf(PEOPLE, WATCHED)).split(" ")[1];
  }

  private String whole() {
    return words.get(COMMON + random.nextInt(WORDS - COMMON));
  }

  private String word() {
    String word = words.get(COMMON + zipf(WORDS - COMMON, WATCHED));
    boolean open = word.length() > 5 && random.nextInt(20) == 0;
    return open ? word.substring(0, 5) + "*" : word;
  }

  /** One of the thousand most common words. */
  String commonWord() {
    return words.get(random.nextInt(1_000));
  }
}
