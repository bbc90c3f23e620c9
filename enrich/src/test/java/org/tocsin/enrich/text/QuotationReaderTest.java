package org.tocsin.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotationReaderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '#',
      value = {
        "“We go,” he said; We go,",
        "\"We go,\" he said; We go,",
        "„Wir gehen“, sagte er; Wir gehen",
        "»Wir gehen«, sagte er; Wir gehen",
        "« Nous partons », dit-il; Nous partons",
        "‹We go›, he said; We go",
        "‘We go,’ he said; We go,",
        "他说：「我们走。」; 我们走。",
        "“The plan,“ he said, “is dead.“; The plan,|is dead.",
        "‘The workers’ tools are gone,’ he said; The workers’ tools are gone,",
        "It's the '90s and they don't care; ",
        "He is 5'10\" tall; ",
        "“He said ‘no’ twice,” she said; He said ‘no’ twice,",
        "He said “we go and never come back; we go and never come back",
        "''We go,'' he said; We go,",
      })
  void findsTheWordsInMarks(String paragraph, String words) {
    List<String> found =
        QuotationReader.read(paragraph).stream()
            .map(q -> paragraph.substring(q.innerStart(), q.innerEnd()))
            .toList();
    assertThat(String.join("|", found)).isEqualTo(words == null ? "" : words);
  }

  @Test
  void hostileMarksCostNoMoreThanNews() {
    for (String mark : List.of(" 'a", " “a", " \"a", " „a", " «a", "「", " ‘a’s b")) {
      String text = mark.repeat(50_000 / mark.length());
      Assertions.assertTimeout(Duration.ofSeconds(20), () -> QuotationReader.read(text));
    }
  }

  @Test
  void aRunOfMarksIsRead() {
    for (String mark : List.of("\"", "'", "”", "“", "»", "\"'", "’”", "「", "』")) {
      String text = "Hi " + mark.repeat(100_000 / mark.length());
      Assertions.assertTimeout(Duration.ofSeconds(20), () -> QuotationReader.read(text));
    }
  }
}
