package org.tocsin.enrich.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.contract.Speaker;
import org.tocsin.contract.Statement;

/** The tables of passages beside this class, one per language ({@code packs/fr.txt}). */
class LanguagePacksTest {
  private static final List<String> LANGUAGES = List.of("de", "fr", "es", "ru", "ar", "zh");
  private static final double SHARE = 0.95;

  private final StatementExtractor extractor = new StatementExtractor();

  /** A passage with what must be found in it; {@code known} if it is read wrongly today. */
  record Passage(String language, String text, boolean known, List<String> statements) {
    @Override
    public String toString() {
      return language + ": " + text.substring(0, Math.min(60, text.length()));
    }
  }

  static Stream<Passage> passages() throws IOException {
    List<Passage> all = new ArrayList<>();
    for (String language : LANGUAGES) {
      all.addAll(table(language));
    }
    return all.stream().filter(passage -> !passage.known());
  }

  private static List<Passage> table(String language) throws IOException {
    List<Passage> passages = new ArrayList<>();
    for (String line : read(language).split("\n")) {
      if (line.startsWith("= ")) {
        passages.get(passages.size() - 1).statements().add(line.substring(2));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        boolean known = line.startsWith("~ ");
        String text = line.substring(known ? 2 : 0).replace("\\n", "\n");
        passages.add(new Passage(language, text, known, new ArrayList<>()));
      }
    }
    return passages;
  }

  private static String read(String language) throws IOException {
    String name = "packs/" + language + ".txt";
    try (InputStream in = LanguagePacksTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @MethodSource("passages")
  void findsWhatIsSaidAndByWhom(Passage passage) {
    assertThat(lines(passage)).containsExactlyElementsOf(passage.statements());
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "fr", "es", "ru", "ar", "zh"})
  void readsNearlyAllOfATableRight(String language) throws IOException {
    List<Passage> passages = table(language);
    long right = passages.stream().filter(p -> lines(p).equals(p.statements())).count();
    assertThat(passages).hasSizeGreaterThanOrEqualTo(70);
    assertThat((double) right / passages.size()).isGreaterThanOrEqualTo(SHARE);
  }

  @ParameterizedTest
  @MethodSource("passages")
  void everyOffsetIsVerbatim(Passage passage) {
    for (Statement statement : statements(passage)) {
      assertThat(passage.text().substring(statement.start(), statement.end()))
          .isEqualTo(statement.text());
      Speaker speaker = statement.speaker();
      if (speaker != null) {
        assertThat(passage.text().substring(speaker.start(), speaker.end()))
            .isEqualTo(speaker.surface());
      }
    }
  }

  private List<String> lines(Passage passage) {
    return statements(passage).stream().map(LanguagePacksTest::line).toList();
  }

  private List<Statement> statements(Passage passage) {
    return extractor.extract("a", null, passage.text(), passage.language(), List.of()).stream()
        .map(Extracted::statement)
        .toList();
  }

  private static String line(Statement statement) {
    Speaker speaker = statement.speaker();
    return String.join(
        " | ",
        statement.kind().label(),
        speaker == null ? "-" : speaker.name(),
        statement.text().replace("\n", "\\n"));
  }
}
