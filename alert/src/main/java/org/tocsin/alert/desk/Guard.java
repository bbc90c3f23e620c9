package org.tocsin.alert.desk;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.UnauthorizedResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
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
    if (token != null && !MessageDigest.isEqual(presented(ctx), token)) {
      ctx.header("WWW-Authenticate", isFeed(ctx) ? "Basic realm=\"Tocsin\"" : "Bearer");
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

  private static byte[] presented(Context ctx) {
    String header = ctx.header("Authorization");
    String shown =
        header == null
            ? ""
            : isFeed(ctx) && header.startsWith("Basic ") ? password(header) : bearer(header);
    return shown.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Whether a feed is asked for. Readers of feeds know user and password only; elsewhere a browser
   * would send a password along on its own, also from pages of others.
   */
  private static boolean isFeed(Context ctx) {
    return ctx.path().matches("/api/watches/[^/]+/feed\\.(atom|json)") && !WebGuard.isWrite(ctx);
  }

  private static String bearer(String header) {
    return header.startsWith("Bearer ") ? header.substring("Bearer ".length()) : "";
  }

  /** The token is the password, of any user. */
  private static String password(String header) {
    try {
      String both =
          new String(
              Base64.getDecoder().decode(header.substring("Basic ".length()).strip()),
              StandardCharsets.UTF_8);
      return both.substring(both.indexOf(':') + 1);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
