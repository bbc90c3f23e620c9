package org.tocsin.service.access;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/**
 * Who asks.
 *
 * @param name of the person or program; {@code local} where nobody signs in
 * @param desk that the person works for
 * @param signedIn false where the server is open and the caller showed no token
 */
public record Caller(String name, Role role, @Nullable String desk, boolean signedIn) {
  private static final String KEY = "tocsin.caller";

  /** Whoever reaches a server that is bound to the loopback address and knows no tokens. */
  static final Caller LOCAL = new Caller("local", Role.OPERATOR, null, false);

  /**
   * Who made a request.
   *
   * @throws IllegalStateException where the endpoint is open to anyone
   */
  public static Caller of(Context ctx) {
    Caller caller = ctx.attribute(KEY);
    if (caller == null) {
      throw new IllegalStateException("nobody signed in to " + ctx.path());
    }
    return caller;
  }

  /** The same; null where nobody was asked for. */
  static @Nullable Caller find(Context ctx) {
    return ctx.attribute(KEY);
  }

  void attach(Context ctx) {
    ctx.attribute(KEY, this);
  }
}
