package org.tocsin.alert.notifier;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The headers of a signed request, as Standard Webhooks 1.0.0 writes them: HMAC-SHA256 over {@code
 * id.timestamp.body} in Base64 behind {@code v1,}. The id is the same at every attempt and is the
 * {@code Idempotency-Key} too; the time is that of the attempt, so that a receiver can refuse what
 * somebody recorded and plays again.
 */
final class WebhookSignature {
  private static final String ALGORITHM = "HmacSHA256";

  private WebhookSignature() {}

  /**
   * Headers for a request.
   *
   * @param secret not signed where it is empty
   */
  static Map<String, String> headers(String id, Instant now, byte[] body, Secret secret) {
    String timestamp = String.valueOf(now.getEpochSecond());
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("webhook-id", id);
    headers.put("webhook-timestamp", timestamp);
    headers.put("Idempotency-Key", id);
    if (!secret.isEmpty()) {
      headers.put("webhook-signature", "v1," + signature(id, timestamp, body, secret));
    }
    return headers;
  }

  private static String signature(String id, String timestamp, byte[] body, Secret secret) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.key(), ALGORITHM));
      mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
