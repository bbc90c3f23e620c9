package org.tocsin.enrich.novelty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.tocsin.enrich.sketch.WordScanner;

/**
 * The words of a statement in order, each a {@link Term}: {@code They won't attack} becomes they,
 * will, not, attack. What can be written in several ways becomes one: numbers in words and in
 * digits, short forms, {@code going to} for {@code will}.
 */
public final class Wording implements WordScanner.Sink {
  /** Words looked at; nobody says more in one statement. */
  private static final int MAX_WORDS = 400;

  private final CharSequence text;
  private final List<Word> words = new ArrayList<>();
  private boolean opening = true;

  /**
   * A word as it stands in the text.
   *
   * @param text in lower case
   * @param capital whether it begins with a capital
   * @param opening whether it opens a sentence
   */
  record Word(String text, boolean capital, boolean opening, int start, int end) {}

  private Wording(CharSequence text) {
    this.text = text;
  }

  /** The words of a statement. */
  public static int[] of(CharSequence text, String language) {
    return read(text, language).terms();
  }

  /** The words of a statement in an unknown language. */
  public static int[] of(CharSequence text) {
    return read(text).terms();
  }

  /** Whether a text's function words are English, or it has none. */
  public static boolean isEnglish(CharSequence text) {
    return WordList.guess(scan(text).stream().map(Word::text).toList()).equals("en");
  }

  /** The words of a statement in an unknown language, and where they stand. */
  static Reading read(CharSequence text) {
    List<Word> words = scan(text);
    return read(words, WordList.guess(words.stream().map(Word::text).toList()));
  }

  private static Reading read(CharSequence text, String language) {
    return read(scan(text), language);
  }

  private static List<Word> scan(CharSequence text) {
    Wording wording = new Wording(text);
    WordScanner.scan(text, wording);
    return wording.words;
  }

  private static Reading read(List<Word> words, String language) {
    WordReader reader = new WordReader(words, WordList.of(language), language.equals("en"));
    return reader.read();
  }

  /**
   * A statement's words as terms, and where each stands in the text.
   *
   * @param starts of the words
   * @param ends of the words
   */
  record Reading(int[] terms, int[] starts, int[] ends) {
    static Reading of(List<Integer> terms, List<Word> from) {
      return new Reading(
          terms.stream().mapToInt(t -> t).toArray(),
          from.stream().mapToInt(Word::start).toArray(),
          from.stream().mapToInt(Word::end).toArray());
    }
  }

  /** The word at a place of a text's reading, as written; a dash for no place. */
  static String word(String text, int place) {
    Reading reading = read(text);
    return place < 0 || place >= reading.terms.length
        ? "-"
        : text.substring(reading.starts[place], reading.ends[place]);
  }

  @Override
  public void sentenceEnd() {
    opening = true;
  }

  @Override
  public void word(int start, int end, long hash) {
    String written = text.subSequence(start, end).toString();
    String word = written.toLowerCase(Locale.ROOT).replace('’', '\'').replace("\u00AD", "");
    boolean capital = Character.isUpperCase(written.codePointAt(0));
    for (String part : parts(word)) {
      if (words.size() < MAX_WORDS && !part.isEmpty()) {
        words.add(new Word(part, capital, opening, start, end));
        opening = false;
      }
    }
  }

  private static List<String> parts(String word) {
    int apostrophe = word.indexOf('\'');
    if (apostrophe < 0) {
      return word.equals("cannot") ? List.of("can", "not") : List.of(word);
    }
    String stem = word.substring(0, apostrophe);
    String tail = word.substring(apostrophe + 1);
    if (tail.equals("t") && stem.endsWith("n")) {
      return contracted(stem);
    }
    return switch (tail) {
      case "ll" -> List.of(stem, "will");
      // Endings of function words and possessives say nothing.
      case "s", "re", "ve", "m", "d", "" -> List.of(stem);
      default -> Arrays.asList(stem, tail);
    };
  }

  /** {@code won't}, {@code can't}, {@code isn't}: the verb, and a negation. */
  private static List<String> contracted(String stem) {
    return switch (stem) {
      case "won" -> List.of("will", "not");
      case "can" -> List.of("can", "not");
      case "shan" -> List.of("shall", "not");
      default -> List.of(stem.substring(0, stem.length() - 1), "not");
    };
  }
}
