package org.tocsin.contract;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Stable ids from content: the same article, statement or alert gets the same id on every machine
 * and at every replay. An id is 16 hex digits of SHA-256, 64 bits: a billion articles collide with
 * a probability of about 3 % (birthday bound), ten million with 0.0003 %.
 */
public final class ArticleId {
  private static final int BYTES = 8;

  /** Never fed: a copy of it costs less than asking the providers of cryptography for another. */
  private static final MessageDigest SHA_256 = sha256();

  private ArticleId() {}

  /** The id of the article at a canonical URL, see {@code CanonicalUrl} in ingest. */
  public static String ofUrl(URI canonical) {
    return hash("url", canonical.toString());
  }

  /** The id of an article that has no address: from its words, white space and case aside. */
  public static String ofText(@Nullable String title, String text) {
    return hash("text", title == null ? "" : squeeze(title), squeeze(text));
  }

  /** An id from any parts; parts are kept apart, so ("a", "bc") differs from ("ab", "c"). */
  public static String hash(String... parts) {
    StringBuilder all = new StringBuilder();
    for (String part : parts) {
      all.append(part).append('\0');
    }
    byte[] bytes = all.toString().getBytes(StandardCharsets.UTF_8);
    return ofParts(bytes, bytes.length);
  }

  /** The same of parts in UTF-8, a zero byte behind each; so many bytes in all. */
  public static String ofParts(byte[] parts, int length) {
    MessageDigest digest = fresh();
    digest.update(parts, 0, length);
    return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
  }

  private static String squeeze(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
  }

  private static MessageDigest fresh() {
    try {
      return (MessageDigest) SHA_256.clone();
    } catch (CloneNotSupportedException e) {
      return sha256();
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
