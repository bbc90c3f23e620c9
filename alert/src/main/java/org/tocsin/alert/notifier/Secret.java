package org.tocsin.alert.notifier;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A password or key; it never shows itself. */
public record Secret(String value) {
  private static final String STANDARD = "whsec_";

  public static final Secret NONE = new Secret("");

  public boolean isEmpty() {
    return value.isEmpty();
  }

  /**
   * The key that webhooks are signed with: Base64 after {@code whsec_}, as Standard Webhooks writes
   * it, or else the text itself in UTF-8.
   *
   * @throws IllegalArgumentException where it is no Base64
   */
  public byte[] key() {
    return value.startsWith(STANDARD)
        ? Base64.getDecoder().decode(value.substring(STANDARD.length()))
        : value.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return value.isEmpty() ? "" : "***";
  }
}
