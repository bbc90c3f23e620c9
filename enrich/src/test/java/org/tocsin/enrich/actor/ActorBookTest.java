package org.tocsin.enrich.actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tocsin.contract.ActorTag;
import org.tocsin.contract.Mention;
import org.tocsin.enrich.text.WordSet;
import org.tocsin.enrich.text.Words;

class ActorBookTest {
  private static final ActorBook SHIPPED = ActorBook.shipped();

  private static ActorEntry entry(String id, String name, String... aliases) {
    return new ActorEntry(
        id, name, ActorTag.Type.ORGANISATION, "NO", "NGO", List.of(aliases), List.of());
  }

  @Test
  void holdsTheWorldsActors() {
    List<ActorEntry> written =
        ActorFiles.entries().stream()
            .filter(entry -> !entry.id().matches("government:[a-z]{2}-[a-z-]*"))
            .toList();
    assertThat(written).hasSizeGreaterThan(2_500);
    assertThat(written).extracting(ActorEntry::id).doesNotHaveDuplicates();
  }

  @Test
  void namesNoCountryThatThereIsNot() {
    Set<String> countries = new HashSet<>(List.of(Locale.getISOCountries()));
    countries.add("XK");
    assertThat(ActorFiles.entries())
        .filteredOn(entry -> entry.country() != null)
        .allSatisfy(entry -> assertThat(countries).contains(entry.country()));
  }

  @Test
  void termsEndAfterTheyBegin() {
    assertThat(ActorFiles.entries())
        .flatExtracting(ActorEntry::terms)
        .allSatisfy(
            term -> {
              assertThat(term.from()).isBetween(1900, 2030);
              assertThat(term.to()).isGreaterThanOrEqualTo(term.from());
            });
  }

  @Test
  void taggerUsesAnotherBookFromTheNextArticleOn() {
    ActorTagger tagger = new ActorTagger(SHIPPED);
    String text = "A note from quiet Zelmar Quorn arrived.";
    assertThat(tagger.tag(null, text, "en")).extracting(ActorTag::id).doesNotContain("ngo:quorn");
    tagger.use(tagger.book().with("1", List.of(entry("ngo:quorn", "Zelmar Quorn"))));
    List<ActorTag> tags = tagger.tag(null, text, "en");
    assertThat(tags).extracting(ActorTag::id).containsExactly("ngo:quorn");
    assertThat(tags.get(0).mentions())
        .extracting(Mention::entry)
        .containsExactly("actor:ngo:quorn@" + ActorFiles.VERSION + "+1");
  }

  @Test
  void changeTakesTheNamesOfTheActorItReplaces() {
    ActorBook book =
        SHIPPED.with("3", List.of(entry("igo:united-nations", "Assembly of the World", "UN")));
    List<ActorTag> tags = new ActorTagger(book).tag(null, "The UN met.", "en");
    assertThat(tags).extracting(ActorTag::name).containsExactly("Assembly of the World");
    assertThat(new ActorTagger(book).tag(null, "The United Nations met.", "en"))
        .extracting(ActorTag::id)
        .doesNotContain("igo:united-nations");
  }

  @Test
  void laterChangesStandOnTheSameGround() {
    ActorBook first = SHIPPED.with("1", List.of(entry("ngo:a", "Alpha Quorn")));
    ActorBook second = first.with("2", List.of(entry("ngo:b", "Beta Quorn")));
    assertThat(second.version()).isEqualTo(ActorFiles.VERSION + "+2");
    assertThat(second.size()).isEqualTo(SHIPPED.size() + 1);
    assertThat(second.entry("ngo:a")).isNull();
  }

  @Test
  void roleIsThatOfTheTime() {
    ActorTagger tagger = new ActorTagger(SHIPPED);
    String text = "Angela Merkel wrote a letter.";
    assertThat(role(tagger, text, "2017-04-01")).isEqualTo("GOV");
    assertThat(role(tagger, text, "2023-04-01")).isEqualTo("ELI");
  }

  private static String role(ActorTagger tagger, String text, String day) {
    return String.valueOf(
        tagger.tag(null, text, "en", Instant.parse(day + "T00:00:00Z")).get(0).role());
  }

  @Test
  void refusesAnActorWithoutName() {
    assertThatThrownBy(() -> entry("ngo:x", " ")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void halfAMillionNamesTakeLittleMemory() {
    Random random = new Random(1);
    List<ActorEntry> many = new ArrayList<>();
    for (int i = 0; i < 250_000; i++) {
      many.add(entry("x:" + i, word(random) + " " + word(random), word(random) + word(random)));
    }
    ActorBook book = SHIPPED.with("many", many);
    assertThat(book.phrases()).isGreaterThan(500_000);
    assertThat(book.bytes()).isLessThan(60_000_000);
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      word.append((char) ('a' + random.nextInt(26))).append("aeiou".charAt(random.nextInt(5)));
    }
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  @Test
  void findsANameThatBeginsAnotherWhicheverCameFirst() {
    ActorEntry brief = entry("ngo:brief", "Quorn Vale");
    ActorEntry longer = entry("ngo:longer", "Quorn Vale Water Trust");
    for (List<ActorEntry> order : List.of(List.of(brief, longer), List.of(longer, brief))) {
      ActorBook book = ActorBook.of("1", order);
      assertThat(ids(book, "At Quorn Vale Water Trust")).containsExactly("ngo:longer");
      assertThat(ids(book, "At Quorn Vale Water House")).containsExactly("ngo:brief");
      assertThat(ids(book, "At Quorn, Vale Water Trust")).isEmpty();
      assertThat(ids(book.with("2", List.of(entry("ngo:other", "Quorn"))), "Quorn Vale and Quorn"))
          .containsExactly("ngo:brief", "ngo:other");
    }
  }

  @Test
  void findsNamesThatBeginSmall() {
    ActorBook book =
        ActorBook.of(
            "1",
            List.of(
                entry("ngo:tiny", "al-Quorn"),
                entry("ngo:long", "Vale Quorn"),
                new ActorEntry(
                    "x:army",
                    "Army of Quornland",
                    ActorTag.Type.ARMED_GROUP,
                    "NO",
                    "REB",
                    List.of(),
                    List.of())));
    assertThat(ids(book, "talks with al-Quorn began")).containsExactly("ngo:tiny");
    assertThat(ids(book, "the army of Quornland")).containsExactly("x:army");
    assertThat(ids(book, "a vale Quorn")).isEmpty();
  }

  /** The ids of all names in a text, the longest at each place. */
  private static List<String> ids(ActorBook book, String text) {
    Words words = Words.of(text);
    List<String> ids = new ArrayList<>();
    WordSet beginnings = book.beginnings(words);
    for (int at = beginnings.next(0); at >= 0; at = beginnings.next(at)) {
      ActorBook.Match match = book.longest(words, at);
      at = match == null ? at + 1 : match.to();
      if (match != null) {
        ids.add(match.name().entry().id());
      }
    }
    return ids;
  }
}
