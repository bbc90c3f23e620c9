package org.tocsin.enrich.novelty;

import java.util.Arrays;
import java.util.Locale;
import org.tocsin.enrich.sketch.Hashes;
import org.tocsin.enrich.sketch.WordScanner;

/**
 * The words of a statement in order, each a hash that carries its {@link WordClass}: {@code They
 * won't attack} becomes they, will, not, attack. Endings of plural and past are cut off, so that
 * {@code attack}, {@code attacks} and {@code attacked} are one word.
 */
public final class Wording implements WordScanner.Sink {
  /** Words looked at; nobody says more in one statement. */
  private static final int MAX_WORDS = 400;

  private static final int LONG_WORD = 8;

  private final CharSequence text;
  private final String language;
  private final int[] words = new int[MAX_WORDS];
  private int count;

  private Wording(CharSequence text, String language) {
    this.text = text;
    this.language = language;
  }

  /** The words of a statement. */
  public static int[] of(CharSequence text, String language) {
    Wording wording = new Wording(text, language);
    WordScanner.scan(text, wording);
    return Arrays.copyOf(wording.words, wording.count);
  }

  @Override
  public void sentenceEnd() {
    // Sentences do not matter inside a statement.
  }

  @Override
  public void word(int start, int end, long hash) {
    String written = text.subSequence(start, end).toString();
    String word = written.toLowerCase(Locale.ROOT).replace('’', '\'').replace("\u00AD", "");
    int apostrophe = word.indexOf('\'');
    if (apostrophe < 0) {
      add(word, Character.isUpperCase(written.charAt(0)) && count > 0);
      return;
    }
    String stem = word.substring(0, apostrophe);
    String tail = word.substring(apostrophe + 1);
    if (tail.equals("t") && stem.endsWith("n")) {
      contracted(stem);
    } else {
      add(stem, Character.isUpperCase(written.charAt(0)) && count > 0);
      tail(tail);
    }
  }

  /** {@code won't}, {@code can't}, {@code isn't}: the verb, and a negation. */
  private void contracted(String stem) {
    switch (stem) {
      case "won" -> add("will", false);
      case "can" -> add("can", false);
      case "shan" -> add("shall", false);
      default -> add(stem.substring(0, stem.length() - 1), false);
    }
    add("not", false);
  }

  private void tail(String tail) {
    switch (tail) {
      case "ll" -> add("will", false);
      case "s", "re", "ve", "m", "d", "" -> {
        // Endings of function words and possessives say nothing.
      }
      default -> add(tail, false);
    }
  }

  private void add(String word, boolean capital) {
    if (count == MAX_WORDS || word.isEmpty()) {
      return;
    }
    words[count] = classify(word, capital);
    count++;
    if (word.equals("cannot")) {
      add("can", false);
    }
  }

  private int classify(String word, boolean capital) {
    if (Character.isDigit(word.charAt(0))) {
      return WordClass.NUMBER.tag(Hashes.of(digits(word)));
    }
    WordList.Entry entry = WordList.standard().find(language, word);
    if (entry != null) {
      String key = entry.kind() == WordClass.NEGATION ? "not" : entry.canonical();
      return entry.kind().tag(Hashes.of(key));
    }
    WordClass kind = capital || word.length() >= LONG_WORD ? WordClass.TELLING : WordClass.CONTENT;
    return kind.tag(Hashes.of(Stem.of(word)));
  }

  private static String digits(String word) {
    return word.replace(",", "").replaceAll("(st|nd|rd|th|s)$", "");
  }
}
