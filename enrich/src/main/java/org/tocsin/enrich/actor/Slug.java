package org.tocsin.enrich.actor;

import org.tocsin.enrich.text.Token;
import org.tocsin.enrich.text.Tokens;

/** Ids of actors that no dictionary has: {@code "Ana de la Cruz"} is {@code x:ana-de-la-cruz}. */
final class Slug {
  private static final int LONGEST = 80;

  private Slug() {}

  static String id(String name) {
    return id("x:", name);
  }

  /** The id of a name under a prefix: {@code person:ana-de-la-cruz}. */
  static String id(String prefix, String name) {
    StringBuilder slug = new StringBuilder(prefix);
    for (Token token : Tokens.parts(name)) {
      if (slug.length() > prefix.length()) {
        slug.append('-');
      }
      slug.append(token.folded());
      if (slug.length() > LONGEST) {
        slug.setLength(LONGEST);
        break;
      }
    }
    return slug.toString();
  }
}
