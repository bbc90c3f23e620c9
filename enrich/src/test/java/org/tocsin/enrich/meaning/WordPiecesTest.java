package org.tocsin.enrich.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordPiecesTest {
  private static final List<String> VOCABULARY =
      List.of("[CLS]", "[SEP]", "[UNK]", "harbour", "##s", "har", ".", "'", "s", "1", "##2", "$");

  private final WordPieces pieces = new WordPieces(tokenizer(VOCABULARY));

  private static ObjectNode tokenizer(List<String> vocabulary) {
    ObjectNode root = new ObjectMapper().createObjectNode();
    ObjectNode numbers = root.putObject("model").putObject("vocab");
    vocabulary.forEach(piece -> numbers.put(piece, numbers.size()));
    return root;
  }

  @Test
  void takesTheLongestPiecesFromTheLeft() {
    assertThat(pieces.of("Harbours", 9)).containsExactly(0, 3, 4, 1);
    assertThat(pieces.of("$12", 9)).containsExactly(0, 11, 9, 10, 1);
  }

  @Test
  void takesMarksForWordsAndDropsAccents() {
    assertThat(pieces.of("hârbour's.", 9)).containsExactly(0, 3, 7, 8, 6, 1);
  }

  @Test
  void hasOnePieceForAnUnknownWord() {
    assertThat(pieces.of("harb " + "s".repeat(101), 9)).containsExactly(0, 2, 2, 1);
  }

  @Test
  void endsWhereItIsLongEnough() {
    assertThat(pieces.of("harbour harbour harbour harbour", 4)).containsExactly(0, 3, 3, 1);
    assertThat(pieces.of("", 4)).containsExactly(0, 1);
  }

  @Test
  void refusesAVocabularyWithoutAnEnd() {
    ObjectNode tokenizer = tokenizer(List.of("[CLS]", "[UNK]"));
    assertThatThrownBy(() -> new WordPieces(tokenizer)).hasMessageContaining("[SEP]");
  }
}
