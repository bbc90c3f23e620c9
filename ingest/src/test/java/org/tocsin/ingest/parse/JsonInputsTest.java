package org.tocsin.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON of which a part could vanish: what stands behind the first value, or nothing at all. */
class JsonInputsTest {
  private static final String ONE = "{\"id\":\"a1\",\"text\":\"Quay.\"}";
  private static final String TWO = "{\"id\":\"a2\",\"text\":\"Pier.\"}";

  @ParameterizedTest
  @ValueSource(strings = {ONE + TWO, ONE + " " + TWO, ONE + ",", ONE + "]", ONE + " junk"})
  void keepsALineWithMoreThanOneValue(String line) {
    List<Parsed> found = lines(line + "\n" + TWO + "\n");

    assertThat(found).hasSize(2);
    assertThat(((Rejection) found.get(0)).unreadable()).isTrue();
    assertThat(found.get(0).toString()).contains("line 1", "not JSON at column");
    assertThat(found.get(1)).isInstanceOf(ArticleDraft.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {ONE + "\n" + TWO, ONE + TWO, ONE + "]", ONE + " junk"})
  void keepsADocumentWithMoreBehindIt(String document) {
    List<Parsed> found = document(document);

    assertThat(found).singleElement().isInstanceOf(Rejection.class);
    assertThat(((Rejection) found.get(0)).unreadable()).isTrue();
  }

  @Test
  void saysThatThereIsMoreBehindAnArray() {
    List<Parsed> found = document("[" + ONE + "]\n[" + TWO + "]");

    assertThat(found).hasSize(2);
    assertThat(found.get(1).toString()).contains("line 2").contains("more behind");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\n", "\uFEFF"})
  void rejectsADocumentOfNothing(String blank) {
    assertThat(document(blank)).singleElement().hasToString("push: empty");
  }

  private static List<Parsed> document(String text) {
    List<Parsed> found = new ArrayList<>();
    new ArticleReader(Limits.DEFAULT).readJson(stream(text), Origin.of("push"), found::add);
    return found;
  }

  private static List<Parsed> lines(String text) {
    List<Parsed> found = new ArrayList<>();
    new ArticleReader(Limits.DEFAULT).readJsonLines(stream(text), Origin.of("push"), found::add);
    return found;
  }

  private static ByteArrayInputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
