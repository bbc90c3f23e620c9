package org.tocsin.enrich.text;

/**
 * A word that is not of plain Latin letters and digits alone, or may not be: {@code Straße}, {@code
 * 東}, {@code U.S.}, {@code 1,000}.
 *
 * @param end where it ends
 * @param key see {@link Words#key(int)}
 * @param whole see {@link Words#whole}
 * @param shape how it is written, in the bits of {@link Words}
 */
record OddWord(int end, long key, long whole, byte shape) {

  /** The word of a text that starts at an offset. */
  static OddWord at(int start, String text) {
    int end = endOfLetters(start, text);
    return end == start ? thorough(start, text) : lettered(start, end, text);
  }

  /**
   * Where a word of letters that are folded one by one ends; its start where there is more to it.
   */
  private static int endOfLetters(int start, String text) {
    int end = start;
    while (end < text.length() && Folding.alone(text.charAt(end)) != 0) {
      end++;
    }
    return end == text.length() || ends(text.charAt(end), end - start) ? end : start;
  }

  /** Whether a word of so many letters certainly ends before a unit. */
  private static boolean ends(char unit, int letters) {
    return unit < 128 && !Letters.inWord(unit) && unit != ',' && (unit != '.' || letters > 1);
  }

  private static OddWord lettered(int start, int end, String text) {
    char[] folded = new char[end - start];
    boolean loud = folded.length > 1;
    for (int i = 0; i < folded.length; i++) {
      char unit = text.charAt(start + i);
      folded[i] = Folding.alone(unit);
      loud = loud && Character.isUpperCase(unit);
    }
    int stem = CyrillicEndings.stem(folded);
    long key = Words.folded(folded, stem);
    long whole = stem == folded.length ? key : Words.folded(folded, folded.length);
    int shape = initial(text.charAt(start)) | (loud ? Words.LOUD : 0);
    return new OddWord(end, key, whole, (byte) shape);
  }

  private static OddWord thorough(int start, String text) {
    int end = Tokens.endOfPart(text, start);
    String word = text.substring(start, end);
    String folded = Folding.fold(word);
    String stem = CyrillicEndings.cut(folded);
    long key = Words.folded(stem);
    long whole = stem.length() == folded.length() ? key : Words.folded(folded);
    return new OddWord(end, key, whole, shape(word));
  }

  private static byte shape(String word) {
    int letters = 0;
    boolean loud = true;
    for (int i = 0; i < word.length(); i++) {
      char unit = word.charAt(i);
      if (Character.isLetter(unit)) {
        letters++;
        loud &= Character.isUpperCase(unit);
      }
    }
    int capitals = loud && letters > 1 ? Words.LOUD : 0;
    int dotted = word.indexOf('.') >= 0 ? Words.DOTTED : 0;
    return (byte) (initial(word.codePointAt(0)) | capitals | dotted);
  }

  /** How a word starts. */
  private static int initial(int point) {
    if (Character.isLowerCase(point)) {
      return Words.SMALL;
    }
    if (Character.isUpperCase(point) || Character.isTitleCase(point)) {
      return Words.CAPITAL;
    }
    return Character.isDigit(point) ? Words.NUMBER : Words.CASELESS;
  }
}
