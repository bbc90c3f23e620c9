package org.tocsin.service.access;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** What a request shows of its own: a token, and none where it shows nothing. */
final class Shown {
  private static final String BEARER = "Bearer ";
  private static final String BASIC = "Basic ";

  private Shown() {}

  /**
   * The token of a request.
   *
   * @param password whether it may stand there as a password; elsewhere one is passed over, for a
   *     browser sends along on its own what it was once given for a feed, also from pages of others
   */
  static @Nullable String token(Context ctx, boolean password) {
    String header = ctx.header("Authorization");
    if (header == null) {
      String key = ctx.header("X-Api-Key");
      return key == null || key.isBlank() ? null : key;
    }
    if (header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return header.substring(BEARER.length()).strip();
    }
    if (header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      return password ? password(header.substring(BASIC.length()).strip()) : null;
    }
    return "";
  }

  /** The token is the password, of any user. */
  private static String password(String encoded) {
    try {
      String both = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
      return both.substring(both.indexOf(':') + 1);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
