package org.tocsin.alert.desk;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.UnauthorizedResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.tocsin.service.WebGuard;

/**
 * Who may ask what. With a token, the whole API wants it. Without one, anybody who reaches the
 * server may read, and writes are accepted on the loopback address only. Pages of others are kept
 * out by {@link WebGuard}.
 */
final class Guard {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final WebGuard web;
  private final byte @Nullable [] token;

  Guard(String boundTo, String token) {
    this.web = new WebGuard(boundTo);
    this.token = token.isEmpty() ? null : token.getBytes(StandardCharsets.UTF_8);
  }

  void install(RoutesConfig routes) {
    routes.before(Guard::describe);
    routes.before(web::checkHost);
    routes.before("/api/*", this::checkCaller);
  }

  private static void describe(Context ctx) {
    ctx.header("Content-Security-Policy", POLICY)
        .header("X-Content-Type-Options", "nosniff")
        .header("X-Frame-Options", "DENY")
        .header("Referrer-Policy", "no-referrer")
        .header("Cross-Origin-Opener-Policy", "same-origin")
        .header("Cross-Origin-Resource-Policy", "same-origin")
        .header("Cache-Control", "no-store");
  }

  private void checkCaller(Context ctx) {
    if (token != null && !presented(ctx.header("Authorization"), token)) {
      ctx.header("WWW-Authenticate", "Bearer");
      throw new UnauthorizedResponse("the API wants its token: Authorization: Bearer …");
    }
    if (WebGuard.isWrite(ctx)) {
      if (token == null && !web.loopback()) {
        throw new ForbiddenResponse(
            "without alert.api.token this server takes changes from its own machine only");
      }
      web.checkOrigin(ctx);
    }
  }

  private static boolean presented(@Nullable String header, byte[] token) {
    return header != null
        && header.startsWith("Bearer ")
        && MessageDigest.isEqual(header.substring(7).getBytes(StandardCharsets.UTF_8), token);
  }
}
