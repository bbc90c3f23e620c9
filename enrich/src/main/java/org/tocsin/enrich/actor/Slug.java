package org.tocsin.enrich.actor;

import org.jspecify.annotations.Nullable;
import org.tocsin.enrich.text.Folding;
import org.tocsin.enrich.text.Words;

/** Ids of actors that no dictionary has: {@code "Ana de la Cruz"} is {@code x:ana-de-la-cruz}. */
final class Slug {
  private static final int LONGEST = 80;
  private static final String PARTING = " -'\u2019&";

  private Slug() {}

  static String id(String name) {
    return id("x:", name);
  }

  /** The id of a name under a prefix: {@code person:ana-de-la-cruz}. */
  static String id(String prefix, String name) {
    String simple = simple(prefix, name);
    return simple == null ? thorough(prefix, name) : simple;
  }

  /** Of a name of letters that fold by themselves and what parts words in a line; else null. */
  private static @Nullable String simple(String prefix, String name) {
    int end = prefix.length();
    if (end + name.length() > LONGEST) {
      return null;
    }
    char[] slug = new char[end + name.length()];
    prefix.getChars(0, end, slug, 0);
    boolean parted = false;
    for (int i = 0; i < name.length(); i++) {
      char unit = name.charAt(i);
      char letter = unit >= '0' && unit <= '9' ? unit : Folding.alone(unit);
      if (letter == 0 && PARTING.indexOf(unit) < 0) {
        return null;
      }
      if (letter != 0) {
        if (parted && end > prefix.length()) {
          slug[end++] = '-';
        }
        slug[end++] = letter;
      }
      parted = letter == 0;
    }
    return new String(slug, 0, end);
  }

  static String thorough(String prefix, String name) {
    StringBuilder slug = new StringBuilder(prefix.length() + name.length()).append(prefix);
    Words words = Words.of(name);
    for (int i = 0; i < words.size(); i++) {
      if (slug.length() > prefix.length()) {
        slug.append('-');
      }
      slug.append(Folding.fold(words.between(i, i + 1)));
      if (slug.length() > LONGEST) {
        slug.setLength(LONGEST);
        break;
      }
    }
    return slug.toString();
  }
}
