package org.tocsin.ingest.parse;

/** The text of a list of feeds, in whatever charset it is written. */
public final class Feeds {
  private Feeds() {}

  /** Decodes by mark, declaration and look. */
  public static String text(byte[] bytes) {
    return TextDecoder.decode(bytes, null).value();
  }
}
