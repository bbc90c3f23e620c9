package org.tocsin.enrich.meaning;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a text into the pieces that the model has numbers for, as BERT does (WordPiece, Wu et al.,
 * 2016): lower case, no accents, each punctuation mark a word, each word the longest pieces of the
 * vocabulary from the left: {@code embeddings} is {@code em ##bed ##ding ##s}.
 */
final class WordPieces {
  private static final Pattern ACCENT = Pattern.compile("\\p{M}+");
  private static final Pattern MARK = Pattern.compile("([\\p{P}$+<=>^`|~])");
  private static final Pattern BLANK = Pattern.compile("\\s+");

  /** Longer words are unknown. */
  private static final int LONGEST_WORD = 100;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final int begin;
  private final int end;
  private final int unknown;

  /** Takes over the vocabulary of a {@code tokenizer.json}. */
  WordPieces(JsonNode tokenizer) {
    tokenizer
        .at("/model/vocab")
        .properties()
        .forEach(piece -> numbers.put(piece.getKey(), piece.getValue().intValue()));
    begin = special("[CLS]");
    end = special("[SEP]");
    unknown = special("[UNK]");
  }

  private int special(String piece) {
    Integer number = numbers.get(piece);
    if (number == null) {
      throw new IllegalArgumentException("the vocabulary has no " + piece);
    }
    return number;
  }

  /** The numbers of a text's pieces between those of begin and end, {@code most} at the most. */
  int[] of(String text, int most) {
    List<Integer> pieces = new ArrayList<>();
    pieces.add(begin);
    for (String word : words(text)) {
      if (!word.isEmpty() && pieces.size() < most) {
        pieces.addAll(pieces(word));
      }
    }
    List<Integer> kept = new ArrayList<>(pieces.subList(0, Math.min(most - 1, pieces.size())));
    kept.add(end);
    return kept.stream().mapToInt(Integer::intValue).toArray();
  }

  private static String[] words(String text) {
    String lower = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    String plain = ACCENT.matcher(lower).replaceAll("");
    return BLANK.split(MARK.matcher(plain).replaceAll(" $1 "));
  }

  private List<Integer> pieces(String word) {
    List<Integer> pieces = new ArrayList<>();
    int at = 0;
    while (at < word.length() && word.length() <= LONGEST_WORD) {
      int until = word.length();
      Integer piece = piece(word, at, until);
      while (piece == null && until > at + 1) {
        until--;
        piece = piece(word, at, until);
      }
      if (piece == null) {
        return List.of(unknown);
      }
      pieces.add(piece);
      at = until;
    }
    return pieces.isEmpty() ? List.of(unknown) : pieces;
  }

  private @Nullable Integer piece(String word, int from, int until) {
    String piece = word.substring(from, until);
    return numbers.get(from == 0 ? piece : "##" + piece);
  }
}
