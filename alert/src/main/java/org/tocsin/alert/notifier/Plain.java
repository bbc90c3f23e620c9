package org.tocsin.alert.notifier;

import org.jspecify.annotations.Nullable;

/**
 * Takes out of a text from outside what could rewrite a terminal, split a header or turn the
 * direction of what follows: control and format characters become spaces.
 */
public final class Plain {
  private Plain() {}

  /** The text on one line; empty for null. */
  public static String text(@Nullable String text) {
    if (text == null) {
      return "";
    }
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints().forEach(c -> append(c, plain));
    return plain.toString().strip();
  }

  /** One space for all unsafe characters in a row. */
  private static void append(int c, StringBuilder plain) {
    if (!unsafe(c)) {
      plain.appendCodePoint(c);
    } else if (plain.isEmpty() || plain.charAt(plain.length() - 1) != ' ') {
      plain.append(' ');
    }
  }

  /** The same, cut with an ellipsis where it has more than so many UTF-16 code units. */
  public static String text(@Nullable String text, int most) {
    String plain = text(text);
    if (plain.length() <= most) {
      return plain;
    }
    int end = Character.isHighSurrogate(plain.charAt(most - 2)) ? most - 2 : most - 1;
    return plain.substring(0, end) + "…";
  }

  private static boolean unsafe(int c) {
    return Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT
        || Character.getType(c) == Character.LINE_SEPARATOR
        || Character.getType(c) == Character.PARAGRAPH_SEPARATOR;
  }
}
