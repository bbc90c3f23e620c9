package org.tocsin.alert.archive;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.lucene.util.BytesRef;
import org.tocsin.contract.ArticleId;
import org.tocsin.contract.Speaker;

/** How ids and names stand in the index: whole, unless somebody made them monstrous. */
final class Keys {
  /** Lucene takes terms of 32,766 bytes and fails beyond. */
  private static final int LONGEST = 1_000;

  /** Between an id and the name it goes by; no name has it. */
  private static final char APART = '\u0000';

  private Keys() {}

  static String of(String name) {
    return name.length() <= LONGEST ? name : name.substring(0, 100) + ArticleId.hash(name);
  }

  /** The id of a speaker, or the name itself where there is none. */
  static String of(Speaker speaker) {
    String actor = speaker.actor();
    return of(actor == null ? speaker.name() : actor);
  }

  static String lower(String name) {
    return of(name.toLowerCase(Locale.ROOT));
  }

  /** An id with a name, as one value of a column. */
  static String pair(String id, String name) {
    return of(id).replace(APART, ' ') + APART + of(name);
  }

  static String id(String pair) {
    int apart = pair.indexOf(APART);
    return apart < 0 ? pair : pair.substring(0, apart);
  }

  /** How many bytes of a pair are its id. */
  static int idLength(BytesRef pair) {
    for (int i = 0; i < pair.length; i++) {
      if (pair.bytes[pair.offset + i] == APART) {
        return i;
      }
    }
    return pair.length;
  }

  static String name(String pair) {
    return pair.substring(pair.indexOf(APART) + 1);
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
