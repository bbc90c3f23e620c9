package org.tocsin.alert.desk;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HandlerType;
import io.javalin.http.UnauthorizedResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may ask what. With a token, the whole API wants it. Without one, anybody who reaches the
 * server may read, and writes are accepted on the loopback address only; there the Host header must
 * name the loopback, or a page elsewhere could reach in by pointing its own name at it. A write
 * that comes from a page must come from this one.
 */
final class Guard {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1", "[::1]");
  private static final Set<String> READS = Set.of("GET", "HEAD");
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final boolean loopback;
  private final byte @Nullable [] token;

  Guard(String boundTo, String token) {
    this.loopback = LOOPBACK.contains(boundTo);
    this.token = token.isEmpty() ? null : token.getBytes(StandardCharsets.UTF_8);
  }

  void install(RoutesConfig routes) {
    routes.before(Guard::describe);
    routes.before(this::checkHost);
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

  private void checkHost(Context ctx) {
    if (loopback && !LOOPBACK.contains(hostName(ctx.header("Host")))) {
      throw new ForbiddenResponse("this server answers to localhost only");
    }
  }

  private static String hostName(@Nullable String header) {
    if (header == null) {
      return "";
    }
    int end = header.startsWith("[") ? header.indexOf(']') + 1 : header.indexOf(':');
    return end <= 0 ? header : header.substring(0, end);
  }

  private void checkCaller(Context ctx) {
    if (token != null && !presented(ctx.header("Authorization"), token)) {
      ctx.header("WWW-Authenticate", "Bearer");
      throw new UnauthorizedResponse("the API wants its token: Authorization: Bearer …");
    }
    if (isWrite(ctx.method())) {
      if (token == null && !loopback) {
        throw new ForbiddenResponse(
            "without alert.api.token this server takes changes from its own machine only");
      }
      checkOrigin(ctx);
    }
  }

  private static boolean isWrite(HandlerType method) {
    return !READS.contains(method.name());
  }

  private static boolean presented(@Nullable String header, byte[] token) {
    return header != null
        && header.startsWith("Bearer ")
        && MessageDigest.isEqual(header.substring(7).getBytes(StandardCharsets.UTF_8), token);
  }

  private static void checkOrigin(Context ctx) {
    String origin = ctx.header("Origin");
    if (origin != null && !authority(origin).equals(ctx.header("Host"))) {
      throw new ForbiddenResponse("a page elsewhere may not change anything here");
    }
  }

  private static String authority(String origin) {
    try {
      String authority = URI.create(origin).getAuthority();
      return authority == null ? "" : authority;
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
