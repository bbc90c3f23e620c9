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
  private static final int LONGEST_NAME = 100;

  private final boolean loopback;
  private final Proxies proxies;

  /** The guard of a server bound to a host, behind proxies. */
  public WebGuard(String boundTo, Proxies proxies) {
    this.loopback = LOOPBACK.contains(boundTo);
    this.proxies = proxies;
  }

  /** Whether only this machine reaches the server. */
  public boolean loopback() {
    return loopback;
  }

  /** Whether a request may change something. */
  public static boolean isWrite(Context ctx) {
    return !READS.contains(ctx.method().name());
  }

  /** The address of the one who asks. */
  public String client(Context ctx) {
    return proxies.client(ctx);
  }

  /**
   * Refuses what comes from elsewhere, on the loopback: under another name, or by a proxy.
   *
   * @throws ForbiddenResponse where the Host header names something else, or a header a proxy
   */
  public void checkLocal(Context ctx) {
    if (loopback && !LOOPBACK.contains(hostName(ctx.header("Host")))) {
      throw new ForbiddenResponse("this server answers to localhost only");
    }
    if (loopback && Proxies.passed(ctx)) {
      throw new ForbiddenResponse(
          "a proxy passed this on, and without a token this server answers to its own machine only;"
              + " set access.users.file");
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
   * @throws ForbiddenResponse where the Origin header names another place than was asked for
   */
  public void checkOrigin(Context ctx) {
    String origin = ctx.header("Origin");
    String asked = String.valueOf(proxies.host(ctx));
    if (origin != null && !authority(origin).equals(asked)) {
      throw new ForbiddenResponse(
          "a page elsewhere may not change anything here: it is of "
              + printable(origin)
              + ", and "
              + printable(asked)
              + " was asked; a proxy in between is to pass on the Host header");
    }
  }

  private static String printable(String header) {
    String plain = header.replaceAll("[^\\x21-\\x7e]", "");
    return plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) + "…" : plain;
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
