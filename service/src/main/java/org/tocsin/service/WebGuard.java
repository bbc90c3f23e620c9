package org.tocsin.service;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps web pages of others out of a server. On the loopback address the Host header must name the
 * loopback, or a page elsewhere could reach in by pointing its own name at it; a write that comes
 * from a page must come from this server's own: {@code Origin: https://evil.example} may not.
 */
public final class WebGuard {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1", "[::1]");
  private static final Set<String> READS = Set.of("GET", "HEAD");

  private final boolean loopback;

  /** The guard of a server bound to a host. */
  public WebGuard(String boundTo) {
    this.loopback = LOOPBACK.contains(boundTo);
  }

  /** Whether only this machine reaches the server. */
  public boolean loopback() {
    return loopback;
  }

  /** Whether a request may change something. */
  public static boolean isWrite(Context ctx) {
    return !READS.contains(ctx.method().name());
  }

  /**
   * Both checks, the second for writes only.
   *
   * @throws ForbiddenResponse where a request fails one
   */
  public void check(Context ctx) {
    checkHost(ctx);
    if (isWrite(ctx)) {
      checkOrigin(ctx);
    }
  }

  /**
   * Refuses a name that is not the loopback's, on the loopback.
   *
   * @throws ForbiddenResponse where the Host header names something else
   */
  public void checkHost(Context ctx) {
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

  /**
   * Refuses a page that this server did not serve.
   *
   * @throws ForbiddenResponse where the Origin header names another place than the Host header
   */
  public void checkOrigin(Context ctx) {
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
