package org.tocsin.enrich.text;

import org.jspecify.annotations.Nullable;

/**
 * A word that is not of plain Latin letters and digits alone, or may not be: {@code Kraków}, {@code
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
    OddWord marked = marked(start, text);
    return marked == null ? thorough(start, text) : marked;
  }

  /** A word of Latin letters, some with marks: {@code Kraków}; null where there is more to it. */
  private static @Nullable OddWord marked(int start, String text) {
    long hash = Words.SEED;
    long packed = 0;
    int pieces = 0;
    boolean loud = true;
    int at = start;
    for (; at < text.length(); at++) {
      char unit = text.charAt(at);
      char letter = Folding.letter(unit);
      if (letter == 0) {
        break;
      }
      loud &= unit < 'a' || (unit >= 128 && Character.isUpperCase(unit));
      // One byte for plain letters, three for others, as in Words.folded.
      for (int shift = letter < 128 ? 0 : 14; shift >= 0; shift -= 7) {
        long piece = letter < 128 ? letter : 128 | (letter >>> shift & 127);
        packed |= piece << (pieces % Long.BYTES * Byte.SIZE);
        if (++pieces % Long.BYTES == 0) {
          hash = Words.step(hash, packed);
          packed = 0;
        }
      }
    }
    if (at == start || (at < text.length() && !ends(start, at, text))) {
      return null;
    }
    long key = packed == 0 ? hash : Words.step(hash, packed);
    int shape = initial(text.charAt(start)) | (loud && at - start > 1 ? Words.LOUD : 0);
    return new OddWord(at, key, key, (byte) shape);
  }

  /** Whether a word certainly ends before an offset. */
  private static boolean ends(int start, int at, String text) {
    char unit = text.charAt(at);
    boolean abbreviated = unit == '.' && at - start == 1;
    return unit < 128 && !Letters.inWord(unit) && unit != ',' && !abbreviated;
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
