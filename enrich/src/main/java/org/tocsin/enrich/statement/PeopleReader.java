package org.tocsin.enrich.statement;

import java.util.List;
import org.tocsin.enrich.text.Paragraph;

/** Reads an article once to learn the full names in it, quotations and headlines left aside. */
final class PeopleReader {
  private static final int USUAL_NAME = 32;

  private final People people;
  private final LanguagePack pack;
  private final Roles roles;

  /** Words seen in small letters, which are not the first word of a name. */
  private final SmallWords small;

  PeopleReader(People people, LanguagePack pack, Roles roles, SmallWords small) {
    this.people = people;
    this.pack = pack;
    this.roles = roles;
    this.small = small;
  }

  /** Learns the words in small letters and the names of the sentences. */
  void learn(Paragraph paragraph, List<Sentence> sentences) {
    small.add(sentences);
    for (Sentence sentence : sentences) {
      if (!sentence.titleCase() && (sentence.capitals() || pack.option(Option.NO_CAPITALS))) {
        names(paragraph, sentence);
      }
    }
  }

  private void names(Paragraph paragraph, Sentence sentence) {
    if (pack.option(Option.NO_CAPITALS)) {
      new TitledNames(sentence, pack).all().forEach(name -> people.learn(text(sentence, name)));
      return;
    }
    NameReader reader = new NameReader(sentence, pack);
    int at = 0;
    while (at < sentence.size()) {
      int end = runEnd(sentence, at);
      if (end > at + 1) {
        NounPhrase run = new NounPhrase(initialWord(sentence, at) ? at + 1 : at, end);
        NounPhrase name = reader.name(run);
        if (name != null && reader.personal(name)) {
          String full = text(sentence, name, paragraph.text());
          people.learn(full);
          roles.learn(
              sentence, name, full, paragraph.start() + sentence.piece(name.from()).start());
        }
      }
      at = Math.max(end, at + 1);
    }
  }

  private boolean initialWord(Sentence sentence, int at) {
    return sentence.function(at)
        || (at == 0 && sentence.in(at, WordClass.HEADERS))
        || (at == 0 && small.has(sentence.piece(at).written().key()));
  }

  private int runEnd(Sentence sentence, int from) {
    int at = from;
    while (sentence.capital(at) || (at > from && inside(sentence, at))) {
      if (sentence.possessive(at)) {
        return at;
      }
      at++;
    }
    return at;
  }

  private boolean inside(Sentence sentence, int at) {
    boolean joins = sentence.in(at, WordClass.PARTICLES) || sentence.is(at, Piece.Kind.STOP);
    return joins && sentence.capital(at + 1);
  }

  /** Runs of white space as single blanks. */
  static String spaced(String text) {
    return evenly(text) ? text : respaced(text);
  }

  private static boolean evenly(String text) {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean single = c == ' ' && (at == 0 || text.charAt(at - 1) != ' ');
      boolean plain = c > ' ' && c <= '~';
      if (!plain && !single && Character.isWhitespace(c)) {
        return false;
      }
    }
    return true;
  }

  private static String respaced(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean blank = Character.isWhitespace(c);
      if (!blank) {
        out.append(c);
      } else if (at == 0 || !Character.isWhitespace(text.charAt(at - 1))) {
        out.append(' ');
      }
    }
    return out.toString();
  }

  /** The words of a name with single spaces, cut out of the paragraph where they stand so there. */
  static String text(Sentence sentence, NounPhrase name, String paragraph) {
    int end = sentence.piece(name.from()).end();
    for (int at = name.from() + 1; at < name.to(); at++) {
      Piece piece = sentence.piece(at);
      boolean follows = piece.word() ? blankOnly(paragraph, end, piece) : piece.start() == end;
      if (!follows) {
        return text(sentence, name);
      }
      end = piece.end();
    }
    return unowned(paragraph.substring(sentence.piece(name.from()).start(), end));
  }

  private static boolean blankOnly(String paragraph, int end, Piece next) {
    return next.start() == end + 1 && paragraph.charAt(end) == ' ';
  }

  /** The words of a name with single spaces. */
  private static String text(Sentence sentence, NounPhrase name) {
    StringBuilder text = new StringBuilder(USUAL_NAME);
    for (int at = name.from(); at < name.to(); at++) {
      Piece piece = sentence.piece(at);
      if (piece.word() && !text.isEmpty()) {
        text.append(' ');
      }
      text.append(piece.text());
    }
    return unowned(text.toString());
  }

  /** Without {@code 's}. */
  private static String unowned(String words) {
    return words.endsWith("'s") || words.endsWith("’s")
        ? words.substring(0, words.length() - 2)
        : words;
  }
}
