package org.tocsin.ingest.push;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The body of a request as it came, with a digest over it and whatever else makes it this push: its
 * lane, its name. Another push under the same key is known by it.
 */
final class Sent extends FilterInputStream {
  private final MessageDigest digest;

  Sent(InputStream body, String... facts) {
    this(body, sha256());
    for (String fact : facts) {
      digest.update((fact.length() + ":" + fact).getBytes(StandardCharsets.UTF_8));
    }
  }

  private Sent(InputStream body, MessageDigest digest) {
    super(new DigestInputStream(body, digest));
    this.digest = digest;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** What is read twice would be counted twice. */
  @Override
  public boolean markSupported() {
    return false;
  }

  /**
   * The digest of all of it; reads what was not read yet.
   *
   * @throws BoundedBody.TooLarge where that is over the limit
   */
  String digest(long limit, String limitedBy) {
    try {
      new BoundedBody(this, limit, limitedBy).transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
