package org.tocsin.enrich.actor;

import org.tocsin.enrich.text.Folding;
import org.tocsin.enrich.text.Words;

/** Ids of actors that no dictionary has: {@code "Ana de la Cruz"} is {@code x:ana-de-la-cruz}. */
final class Slug {
  private static final int LONGEST = 80;

  private Slug() {}

  /** Appends a name of simple letters, each word parted from the next by one blank; or fails. */
  private static boolean plain(String name, StringBuilder slug) {
    boolean parted = true;
    for (int i = 0; i < name.length(); i++) {
      char unit = name.charAt(i);
      char letter = unit == ' ' && !parted ? '-' : Folding.letter(unit);
      if (letter == 0) {
        return false;
      }
      slug.append(letter);
      parted = unit == ' ';
    }
    return !parted;
  }

  static String id(String name) {
    return id("x:", name);
  }

  /** The id of a name under a prefix: {@code person:ana-de-la-cruz}. */
  static String id(String prefix, String name) {
    StringBuilder slug = new StringBuilder(prefix.length() + name.length()).append(prefix);
    if (prefix.length() + name.length() <= LONGEST && plain(name, slug)) {
      return slug.toString();
    }
    slug.setLength(prefix.length());
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
