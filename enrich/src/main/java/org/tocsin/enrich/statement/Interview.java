package org.tocsin.enrich.statement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Statement;

/**
 * Recognises interviews and transcripts, where a label says who speaks in a paragraph: {@code ROE:
 * We stay here.}, {@code Q: Why?}. One label alone may be anything; an interview has two of them,
 * again and again, and questions.
 */
final class Interview {
  private static final int FEWEST_LABELS = 3;
  private static final int LONGEST_LABEL = 4;

  /** How often a label stands in the article, by its last word. */
  private final Map<String, Integer> labels = new HashMap<>();

  private int all;
  private boolean asks;

  private Interview() {}

  static Interview of(List<PartReader.Cut> paragraphs) {
    Interview interview = new Interview();
    for (PartReader.Cut cut : paragraphs) {
      interview.count(cut);
    }
    return interview;
  }

  private void count(PartReader.Cut cut) {
    int colon = cut.sentences().isEmpty() ? -1 : colon(cut.sentences().get(0));
    if (colon > 0) {
      all++;
      labels.merge(cut.sentences().get(0).folded(colon - 1), 1, Integer::sum);
      asks |= cut.paragraph().text().stripTrailing().endsWith("?");
    }
  }

  /** The label a paragraph begins with; null where it has none. */
  @Nullable NounPhrase label(List<Sentence> sentences) {
    if (sentences.isEmpty() || !asks || labels.size() < 2 || all < FEWEST_LABELS) {
      return null;
    }
    int colon = colon(sentences.get(0));
    boolean again = colon > 0 && labels.getOrDefault(sentences.get(0).folded(colon - 1), 0) > 1;
    return again ? new NounPhrase(0, colon) : null;
  }

  /** All behind the label, sentence by sentence. */
  List<Finding> said(List<Sentence> sentences, NounPhrase label) {
    List<Finding> findings = new ArrayList<>();
    for (Sentence sentence : sentences) {
      int from = findings.isEmpty() ? label.to() + 1 : 0;
      if (from < sentence.size()) {
        findings.add(
            new Finding(sentence, from, sentence.size(), Statement.Kind.DIRECT, null, "interview"));
      }
    }
    return findings;
  }

  /** {@code Q} is the interviewer, whose questions are no news. */
  boolean question(Sentence sentence, NounPhrase label) {
    return sentence.folded(label.to() - 1).equals("q");
  }

  /** {@code A} names nobody. */
  boolean names(Sentence sentence, NounPhrase label) {
    return sentence.piece(label.to() - 1).text().length() > 1;
  }

  /** Place of the colon behind one to four words in capitals or with capitals; −1 if none. */
  private static int colon(Sentence sentence) {
    int at = 0;
    while (at < LONGEST_LABEL && (sentence.capital(at) || initial(sentence, at))) {
      at++;
    }
    boolean closed = at > 0 && sentence.is(at, Piece.Kind.COLON) && sentence.word(at + 1);
    return closed && sentence.size() - at > 2 && spaced(sentence, at) ? at : -1;
  }

  private static boolean initial(Sentence sentence, int at) {
    return at > 0 && sentence.is(at, Piece.Kind.STOP) && sentence.capital(at + 1);
  }

  private static boolean spaced(Sentence sentence, int colon) {
    return sentence.piece(colon).end() < sentence.piece(colon + 1).start();
  }
}
