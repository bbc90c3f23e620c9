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
