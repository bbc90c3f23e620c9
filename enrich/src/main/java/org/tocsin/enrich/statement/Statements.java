package org.tocsin.enrich.statement;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Novelty;
import org.tocsin.contract.Part;
import org.tocsin.contract.Sighting;
import org.tocsin.contract.Span;
import org.tocsin.contract.Statement;
import org.tocsin.enrich.text.WordMap;

/** Writes findings out as statements: verbatim text, ids, the sentence around. */
final class Statements {
  private static final int LONGEST_CONTEXT = 600;

  private final WordBytes words;

  /** How many statements so far have the same words, by the key of these. */
  private final WordMap<Integer> ordinals = new WordMap<>();

  private final List<Extracted> all = new ArrayList<>();

  Statements(String article) {
    this.words = new WordBytes(article);
  }

  List<Extracted> all() {
    return List.copyOf(all);
  }

  void add(Part part, String text, List<Draft> drafts) {
    for (Draft draft : drafts) {
      all.add(extracted(part, text, draft));
    }
  }

  private Extracted extracted(Part part, String text, Draft draft) {
    Finding finding = draft.finding();
    int base = draft.paragraph().start();
    int start = draft.start();
    int end = draft.end();
    String words = text.substring(start, end);
    Statement statement =
        new Statement(
            id(draft),
            finding.kind(),
            part,
            start,
            end,
            words,
            quoted(draft, text),
            draft.speaker(),
            cue(finding, draft),
            draft.rule(),
            Novelty.NEW,
            null,
            null,
            draft.candidates(),
            Faintness.of(finding) ? Statement.Weight.FAINT : Statement.Weight.FULL);
    return new Extracted(
        statement,
        context(
            text,
            base + finding.sentence().start(),
            base + draft.last().sentence().end(),
            start,
            end));
  }

  /** From what is said alone, so that another cue in a revision leaves the id as it was. */
  private String id(Draft draft) {
    words.clear();
    for (Finding finding : draft.findings()) {
      for (int at = finding.from(); at < finding.to(); at++) {
        Piece piece = finding.sentence().piece(at);
        if (piece.word()) {
          words.add(piece.written());
        }
        List<Written> inner = piece.inner();
        for (int i = 0; i < inner.size(); i++) {
          words.add(inner.get(i));
        }
      }
    }
    return words.id(ordinal(words.key()));
  }

  /** How many statements before had the same words. */
  private int ordinal(long key) {
    Integer before = ordinals.get(key);
    int ordinal = before == null ? 0 : before;
    ordinals.put(key, ordinal + 1);
    return ordinal;
  }

  private static @Nullable String cue(Finding finding, Draft draft) {
    Attribution attribution = finding.attribution();
    if (attribution == null) {
      return null;
    }
    Sentence sentence = finding.sentence();
    return draft
        .paragraph()
        .text()
        .substring(
            sentence.piece(attribution.cueFrom()).start(),
            sentence.piece(attribution.cueTo() - 1).end());
  }

  private static List<Span> quoted(Draft draft, String text) {
    List<Span> spans = new ArrayList<>();
    for (Finding finding : draft.findings()) {
      for (int at = finding.from(); at < finding.to(); at++) {
        if (finding.sentence().quote(at)) {
          spans.add(inner(finding.sentence().piece(at), draft.paragraph().start(), text));
        }
      }
    }
    return spans;
  }

  /** Without the marks and without the comma the reporter put before the closing one. */
  private static Span inner(Piece quote, int base, String text) {
    int start = base + quote.start() + 1;
    while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    int length = quote.text().endsWith(",") ? quote.text().length() - 1 : quote.text().length();
    return new Span(start, Math.min(start + length, base + quote.end()));
  }

  private static boolean splitsPair(String text, int at) {
    return at > 0
        && at < text.length()
        && Character.isLowSurrogate(text.charAt(at))
        && Character.isHighSurrogate(text.charAt(at - 1));
  }

  private static Sighting.Context context(
      String text, int sentenceStart, int sentenceEnd, int start, int end) {
    int from = Math.min(sentenceStart, start);
    int to = Math.max(sentenceEnd, end);
    if (to - from > LONGEST_CONTEXT) {
      from = Math.max(from, Math.min(start, to - LONGEST_CONTEXT));
      to = Math.min(to, from + LONGEST_CONTEXT);
    }
    from += splitsPair(text, from) ? 1 : 0;
    to -= splitsPair(text, to) ? 1 : 0;
    return new Sighting.Context(from, text.substring(from, to));
  }
}
