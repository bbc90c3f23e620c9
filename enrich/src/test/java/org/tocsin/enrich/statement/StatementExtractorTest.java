package org.tocsin.enrich.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.contract.ActorTag;
import org.tocsin.contract.Mention;
import org.tocsin.contract.Part;
import org.tocsin.contract.Speaker;
import org.tocsin.contract.Statement;

class StatementExtractorTest {
  private final StatementExtractor extractor = new StatementExtractor();

  /** A passage of the table with what must be found in it. */
  record Passage(String language, String text, List<String> statements) {
    @Override
    public String toString() {
      return language + ": " + text.substring(0, Math.min(60, text.length()));
    }
  }

  static Stream<Passage> passages() throws IOException {
    List<Passage> passages = new ArrayList<>();
    for (String line : table().split("\n")) {
      if (line.startsWith("= ")) {
        passages.get(passages.size() - 1).statements().add(line.substring(2));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        String text = line.substring(4).replace("\\n", "\n");
        passages.add(new Passage(line.substring(0, 2), text, new ArrayList<>()));
      }
    }
    return passages.stream();
  }

  private static String table() throws IOException {
    try (InputStream in = StatementExtractorTest.class.getResourceAsStream("statements.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @MethodSource("passages")
  void findsWhatIsSaidAndByWhom(Passage passage) {
    assertThat(extract(passage.text(), passage.language()))
        .extracting(StatementExtractorTest::line)
        .containsExactlyElementsOf(passage.statements());
  }

  private static String line(Statement statement) {
    Speaker speaker = statement.speaker();
    return String.join(
        " | ",
        statement.faint() ? statement.weight().label() : statement.kind().label(),
        speaker == null ? "-" : speaker.name(),
        statement.cue() == null ? "-" : statement.cue(),
        statement.text().replace("\n", "\\n"));
  }

  @ParameterizedTest
  @MethodSource("passages")
  void everyOffsetIsVerbatim(Passage passage) {
    for (Extracted found :
        extractor.extract("a", null, passage.text(), passage.language(), List.of())) {
      Statement statement = found.statement();
      assertThat(passage.text().substring(statement.start(), statement.end()))
          .isEqualTo(statement.text());
      assertThat(passage.text().substring(found.context().start()))
          .startsWith(found.context().text());
      assertThat(statement.quoted())
          .allSatisfy(
              span ->
                  assertThat(span.of(passage.text())).isEqualTo(span.of(passage.text()).strip()));
    }
  }

  @Test
  void quotedStretchesHaveNeitherMarksNorTheReportersComma() {
    String text = "“We stay here,” Ann Roe said, “and we wait.”";
    assertThat(extract(text, "en").get(0).quoted())
        .extracting(span -> span.of(text))
        .containsExactly("We stay here", "and we wait.");
  }

  @Test
  void keepsTheCandidatesWhereASpeakerIsNotSure() {
    String text =
        "Paul Venn met Ann Roe. A captain came by. He said the dam was safe. They said it leaked.";
    assertThat(extract(text, "en"))
        .extracting(Statement::speaker, Statement::candidates)
        .containsExactly(tuple(null, List.of("Paul Venn")), tuple(null, List.of()));
  }

  @Test
  void takesTheSpeakerFromTheActorTags() {
    String text = "Roe said the road would open in May.";
    ActorTag roe = actor("q:7", "Ann Roe", new Mention(Part.TEXT, 0, 3, "Roe", null));
    Speaker speaker = speakerOf(extractor.extract("a", null, text, "en", List.of(roe)).get(0));
    assertThat(speaker.name()).isEqualTo("Ann Roe");
    assertThat(speaker.actor()).isEqualTo("q:7");
    assertThat(speaker.surface()).isEqualTo("Roe");
    assertThat(speaker.path()).containsExactly("Roe", "Ann Roe");
  }

  @Test
  void aPronounShowsItsPath() {
    String text = "Paul Venn met the press on Friday. “The dam is safe,” he said.";
    Speaker speaker = speakerOf(extractor.extract("a", null, text, "en", List.of()).get(0));
    assertThat(speaker.path()).containsExactly("he", "Paul Venn");
    assertThat(text.substring(speaker.start(), speaker.end())).isEqualTo("he");
  }

  @Test
  void theTitleComesFirst() {
    List<Extracted> found =
        extractor.extract(
            "a", "Dam will hold, says Venn", "Ann Roe said the dam was safe.", "en", List.of());
    assertThat(found).extracting(e -> e.statement().in()).containsExactly(Part.TITLE, Part.TEXT);
  }

  @Test
  void equalWordsGetIdsOfTheirOwn() {
    List<Statement> found =
        extract("“We stay here,” Ann Roe said.\n\n“We stay here,” Ann Roe said.", "en");
    assertThat(found).hasSize(2);
    assertThat(found.get(0).id()).isNotEqualTo(found.get(1).id());
    assertThat(found)
        .isEqualTo(extract("“We stay here,” Ann Roe said.\n\n“We stay here,” Ann Roe said.", "en"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\"",
        "''",
        "“",
        "said",
        ", said",
        ": \"",
        "\ud800\"a\udc00",
        "“”",
        "((((",
        "He said",
        "a said b said c said"
      })
  void takesAnyText(String text) {
    assertThatCode(() -> extractor.extract("a", text, text, "en", List.of()))
        .doesNotThrowAnyException();
    assertThatCode(() -> extractor.extract("a", text, text, "zh", List.of()))
        .doesNotThrowAnyException();
  }

  @Test
  void takesRandomText() {
    Random random = new Random(11);
    List<String> words =
        List.of(
            "Ann",
            "Roe",
            "said",
            "that",
            ",",
            "“",
            "”",
            "\"",
            ".",
            "(",
            ")",
            "who",
            "and",
            "the",
            ":",
            "\n",
            "–",
            "adding",
            "to",
            "'",
            "according",
            "he",
            "said.",
            "\n\n");
    for (int round = 0; round < 3_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 30; i++) {
        text.append(words.get(random.nextInt(words.size())))
            .append(random.nextBoolean() ? " " : "");
      }
      String language = List.of("en", "de", "fr", "zh", "ar").get(round % 5);
      assertThatCode(() -> extractor.extract("a", null, text.toString(), language, List.of()))
          .as(text.toString())
          .doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "said ",
        "Roe said, ",
        "“a b c d e f,” ",
        "“a",
        "(",
        "Roe, ",
        "and ",
        "Roe said that ",
        "a\n",
        "https://a.example/b\n"
      })
  void hostileTextCostsNoMoreThanNews(String piece) {
    String text = piece.repeat(200_000 / piece.length());
    assertTimeout(Duration.ofSeconds(30), () -> extract(text, "en"));
  }

  private List<Statement> extract(String text, String language) {
    return extractor.extract("a", null, text, language, List.of()).stream()
        .map(Extracted::statement)
        .toList();
  }

  private static Speaker speakerOf(Extracted found) {
    return Objects.requireNonNull(found.statement().speaker());
  }

  private static ActorTag actor(String id, String name, Mention mention) {
    return new ActorTag(id, name, ActorTag.Type.PERSON, null, null, List.of(mention));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "ab", "abc"})
  void aLongContextIsNotCutInsideACharacter(String shift) {
    String text = "Ada Venn said: \"" + shift + " 😀😀we wait😀".repeat(120) + "\" in the harbour.";
    assertThat(extractor.extract("a", null, text, "en", List.of()))
        .isNotEmpty()
        .allSatisfy(
            found -> {
              String context = found.context().text();
              assertThat(text.substring(found.context().start())).startsWith(context);
              assertThat(Character.isLowSurrogate(context.charAt(0))).isFalse();
              assertThat(Character.isHighSurrogate(context.charAt(context.length() - 1))).isFalse();
            });
  }
}
