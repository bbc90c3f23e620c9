package org.tocsin.enrich.sketch;

/**
 * Walks over a text word by word, in one pass and without making strings. Words are runs of letters
 * and digits in lower case; in scripts written without spaces each character is one. Addresses
 * ({@code https://…}) are passed over, so that a copy with links equals one without.
 */
public final class WordScanner {
  /** Receives what the scanner finds, in order of the text. */
  public interface Sink {
    /** A word at {@code [start, end)} and the hash of its lower-case form. */
    void word(int start, int end, long hash);

    /** A sentence or paragraph ends here; may come twice in a row. */
    void sentenceEnd();
  }

  private static final long SEED = 0xCBF29CE484222325L;
  private static final long PRIME = 0x100000001B3L;
  private static final String ENDERS = ".!?…。！？؟।";
  private static final String WIDE_ENDERS = "。！？।";

  /** The lower case of Latin letters and digits; 0 for what is none. */
  private static final char[] PLAIN = plain();

  private final char[] chars;
  private final int length;
  private final Sink sink;
  private int at;
  private long hash;

  private WordScanner(CharSequence text, Sink sink) {
    this.length = text.length();
    this.chars = new char[length];
    text.toString().getChars(0, length, chars, 0);
    this.sink = sink;
  }

  /** Hands every word of the text to the sink. */
  public static void scan(CharSequence text, Sink sink) {
    new WordScanner(text, sink).run();
  }

  private void run() {
    while (at < length) {
      if (plainWord()) {
        continue;
      }
      int c = Character.codePointAt(chars, at, length);
      if (isUnspaced(c)) {
        single(c);
      } else if (Character.isLetterOrDigit(c)) {
        word();
      } else {
        between(c);
      }
    }
    sink.sentenceEnd();
  }

  /**
   * Reads a word of plain Latin letters that ends at a blank or at a mark before one, which most
   * words are.
   *
   * @return false where the word, if it is one, needs a closer look; nothing is read then
   */
  private boolean plainWord() {
    int i = at;
    long h = SEED;
    char c = 0;
    while (i < length) {
      c = chars[i];
      if (c >= PLAIN.length || PLAIN[c] == 0) {
        break;
      }
      h = (h ^ PLAIN[c]) * PRIME;
      i++;
    }
    if (i == at || i >= length || !endsPlainWord(c, i)) {
      return false;
    }
    int start = at;
    at = c == ' ' ? i + 1 : i;
    sink.word(start, i, Hashes.mix(h));
    return true;
  }

  /** A blank, or a mark that is followed by one. */
  private boolean endsPlainWord(char c, int i) {
    return c == ' ' || ((c == ',' || c == '.') && i + 1 < length && chars[i + 1] == ' ');
  }

  private static char[] plain() {
    char[] plain = new char[0x180];
    for (char c = 0; c < plain.length; c++) {
      plain[c] = Character.isLetterOrDigit(c) ? Character.toLowerCase(c) : 0;
    }
    return plain;
  }

  private void single(int c) {
    int start = at;
    at += Character.charCount(c);
    sink.word(start, at, Hashes.mix((SEED ^ c) * PRIME));
  }

  private void word() {
    int start = at;
    hash = SEED;
    while (at < length && inWord(start)) {
      int c = Character.codePointAt(chars, at, length);
      if (Character.isLetterOrDigit(c)) {
        hash = (hash ^ Character.toLowerCase(c)) * PRIME;
      }
      at += Character.charCount(c);
    }
    if (isAddress(start)) {
      skipToSpace();
    } else {
      sink.word(start, at, Hashes.mix(hash));
    }
  }

  /** Letters and digits; apostrophes, soft hyphens and the marks inside numbers if more follows. */
  private boolean inWord(int start) {
    int c = Character.codePointAt(chars, at, length);
    if (Character.isLetterOrDigit(c)) {
      return !isUnspaced(c);
    }
    if (at == start || at + 1 >= length) {
      return false;
    }
    if (isMark(c)) {
      return true;
    }
    char next = chars[at + 1];
    if (c == '\'' || c == '’') {
      return Character.isLetter(next);
    }
    return (c == ',' || c == '.') && Character.isDigit(next) && Character.isDigit(chars[at - 1]);
  }

  /** Soft hyphens, joiners and combining accents do not end a word. */
  private static boolean isMark(int c) {
    return c == 0xAD
        || (c >= 0x200B && c <= 0x200D)
        || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private boolean isAddress(int start) {
    int letters = at - start;
    if (at >= length || letters < 3 || letters > 5) {
      return false;
    }
    char next = chars[at];
    String word = new String(chars, start, letters);
    return (next == ':' && (word.equalsIgnoreCase("http") || word.equalsIgnoreCase("https")))
        || (next == '.' && word.equalsIgnoreCase("www"));
  }

  private void skipToSpace() {
    while (at < length && !Character.isWhitespace(chars[at])) {
      at++;
    }
  }

  private void between(int c) {
    at += Character.charCount(c);
    if (ENDERS.indexOf(c) >= 0 && (WIDE_ENDERS.indexOf(c) >= 0 || endsHere())) {
      sink.sentenceEnd();
    } else if (c == '\n' && blankLineFollows()) {
      sink.sentenceEnd();
    }
  }

  private boolean endsHere() {
    return at >= length || !Character.isLetterOrDigit(chars[at]);
  }

  private boolean blankLineFollows() {
    int i = at;
    while (i < length && chars[i] != '\n' && Character.isWhitespace(chars[i])) {
      i++;
    }
    return i < length && chars[i] == '\n';
  }

  /** Scripts written without spaces between words. */
  static boolean isUnspaced(int c) {
    if (c < 0x0E00) {
      return false;
    }
    Character.UnicodeScript script = Character.UnicodeScript.of(c);
    return switch (script) {
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> Character.isLetterOrDigit(c);
      default -> false;
    };
  }
}
