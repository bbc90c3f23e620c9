package org.tocsin.enrich.dictionary;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.UnauthorizedResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.tocsin.service.WebGuard;

/**
 * Who may ask what, as on the desk: with a token, the whole API wants it; without one, anybody who
 * reaches the server may read, and changes are taken on the loopback address only. Pages of others
 * are kept out by {@link WebGuard}.
 */
final class CallerCheck {
  private static final String SCHEME = "Bearer ";

  private final WebGuard web;
  private final byte @Nullable [] token;

  /**
   * A check.
   *
   * @param boundTo the host that the server listens on
   * @param token empty for none
   */
  CallerCheck(String boundTo, String token) {
    this.web = new WebGuard(boundTo);
    this.token = token.isEmpty() ? null : token.getBytes(StandardCharsets.UTF_8);
  }

  void check(Context ctx) {
    web.check(ctx);
    if (token != null && !presented(ctx.header("Authorization"), token)) {
      ctx.header("WWW-Authenticate", "Bearer");
      throw new UnauthorizedResponse("the API wants its token: Authorization: Bearer …");
    }
    if (token == null && WebGuard.isWrite(ctx) && !web.loopback()) {
      throw new ForbiddenResponse(
          "without enrich.api.token this server takes changes from its own machine only");
    }
  }

  private static boolean presented(@Nullable String header, byte[] token) {
    return header != null
        && header.startsWith(SCHEME)
        && MessageDigest.isEqual(
            header.substring(SCHEME.length()).getBytes(StandardCharsets.UTF_8), token);
  }
}
