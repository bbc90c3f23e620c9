package org.tocsin.enrich.statement;

import org.jspecify.annotations.Nullable;

/**
 * A sentence in a script without spaces, read as characters: cues, what is cut off a subject, and
 * the name behind a title, {@code 刘晓敏} in {@code 外交部发言人刘晓敏在记者会上}.
 */
final class UnspacedText {
  private static final int SHORTEST_NAME = 2;
  private static final int LONGEST_NAME = 4;

  private final Sentence sentence;
  private final LanguagePack pack;

  UnspacedText(Sentence sentence, LanguagePack pack) {
    this.sentence = sentence;
    this.pack = pack;
  }

  /** The cue with which a run ends, double ones included: {@code 回应称}. */
  @Nullable NounPhrase cueAtEnd(int from, int end) {
    int start = end;
    int shorter = verbStart(from, start);
    while (shorter < start) {
      start = shorter;
      shorter = verbStart(from, start);
    }
    return start < end && start > from ? new NounPhrase(start, end) : null;
  }

  private int verbStart(int from, int end) {
    String words = text(from, end);
    for (String verb : pack.rawVerbs()) {
      if (words.endsWith(verb)) {
        return end - verb.length();
      }
    }
    return end;
  }

  /** The first cue of a section inside a run, with a subject before and words behind it. */
  @Nullable NounPhrase cueWithin(String section, int from, int end) {
    String words = text(from, end);
    NounPhrase first = null;
    for (String cue : pack.raw(section)) {
      int at = words.indexOf(cue, 1);
      boolean earlier = at > 0 && (first == null || from + at < first.from());
      if (earlier && from + at + cue.length() <= end) {
        first = new NounPhrase(from + at, from + at + cue.length());
      }
    }
    return first;
  }

  /** One past the entry of a section that the run begins with, or {@code from}. */
  int prefix(String section, int from, int end) {
    String words = text(from, end);
    for (String entry : pack.raw(section)) {
      if (words.startsWith(entry)) {
        return from + entry.length();
      }
    }
    return from;
  }

  /** The subject in a stretch, without times before and circumstances behind it. */
  @Nullable NounPhrase subject(int from, int to) {
    int start = from;
    int next = prefix("strip", start, to);
    while (next > start) {
      start = next;
      next = prefix("strip", start, to);
    }
    int end = manner(start, cut(start, to));
    boolean nobody = end <= start || pack.raw("nameless").contains(text(start, end));
    return nobody ? null : new NounPhrase(start, end);
  }

  /** {@code 遗憾地}: a word of two characters and the mark of adverbs at the end. */
  private int manner(int from, int to) {
    boolean adverb = to - from > 4 && pack.in(WordClass.ADVERB_MARKS, text(to - 1, to));
    return adverb ? to - 3 : to;
  }

  private int cut(int from, int to) {
    String words = text(from, to);
    int end = words.length();
    boolean pronoun = end > 0 && pack.lexeme(words.substring(0, 1)).pronoun();
    for (String cutter : pack.raw("cutters")) {
      int at = words.indexOf(cutter, pronoun ? 1 : SHORTEST_NAME);
      end = at > 0 ? Math.min(end, at) : end;
    }
    return from + Math.min(end, number(words));
  }

  /** Where figures begin, of a date for example. */
  private static int number(String words) {
    int at = 1;
    while (at < words.length()
        && words.charAt(at) != '\u0000'
        && !Character.isDigit(words.charAt(at))) {
      at++;
    }
    return Math.max(1, Math.min(at, words.length()));
  }

  /** The name in a subject: behind its last title, before a title at its end, or all of it. */
  @Nullable NounPhrase name(NounPhrase subject) {
    String words = text(subject.from(), subject.to());
    int from = 0;
    int end = words.length();
    for (String title : pack.raw("titles")) {
      int at = words.lastIndexOf(title);
      int behind = at + title.length();
      if (at >= 0 && behind < words.length()) {
        if (pack.in(WordClass.PLURALS, words.substring(behind, behind + 1))) {
          continue;
        }
        from = Math.max(from, at + title.length());
      } else if (at > 0) {
        end = Math.min(end, at);
      }
    }
    boolean called = end < words.length();
    boolean titled = from > 0 && from < end;
    boolean surname = from < end && pack.in(WordClass.SURNAMES, words.substring(from, from + 1));
    int longest = titled ? LONGEST_NAME + 2 : LONGEST_NAME;
    boolean dotted = subject.from() + end <= subject.to() && apart(subject, from, end);
    boolean fits = end - from >= SHORTEST_NAME && (dotted || end - from <= longest);
    boolean name = called ? surname && fits : fits && (surname || titled);
    return name && !pack.in(WordClass.PLURALS, words.substring(end - 1, end))
        ? new NounPhrase(subject.from() + from, subject.from() + end)
        : null;
  }

  /** A dot stands between the parts of a foreign name. */
  private boolean apart(NounPhrase subject, int from, int end) {
    for (int at = subject.from() + from + 1; at < subject.from() + end; at++) {
      if (sentence.piece(at).start() > sentence.piece(at - 1).end()) {
        return true;
      }
    }
    return false;
  }

  boolean personal(NounPhrase subject) {
    return name(subject) != null;
  }

  /** Whom a sentence is about: the name its first run begins with. */
  static @Nullable NounPhrase main(Sentence sentence, LanguagePack pack) {
    UnspacedText text = new UnspacedText(sentence, pack);
    int end = 0;
    while (sentence.word(end)) {
      end++;
    }
    NounPhrase subject = end == 0 ? null : text.subject(0, end);
    return subject != null && text.personal(subject) ? subject : null;
  }

  String text(int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int at = from; at < to; at++) {
      String piece = sentence.piece(at).text();
      text.append(piece.length() == 1 ? piece : "\u0000");
    }
    return text.toString();
  }
}
