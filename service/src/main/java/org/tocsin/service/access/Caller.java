package org.tocsin.service.access;

import io.javalin.http.Context;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who asks.
 *
 * @param name of the person or program; {@code local} where nobody signs in
 * @param roles at least one
 * @param desk that the person works for
 * @param subject who this is by what nobody can choose, where an issuer says it: {@code
 *     https://issuer.example f3a1}
 * @param signedIn false where the server is open and the caller showed no token
 */
public record Caller(
    String name,
    Set<Role> roles,
    @Nullable String desk,
    @Nullable String subject,
    boolean signedIn) {
  private static final String KEY = "tocsin.caller";

  /** Whoever reaches a server that is bound to the loopback address and knows no tokens. */
  static final Caller LOCAL = new Caller("local", Set.of(Role.OPERATOR), null, null, false);

  public Caller {
    roles = Set.copyOf(roles);
    if (roles.isEmpty()) {
      throw new IllegalArgumentException(name + " has no role");
    }
  }

  /** Somebody with a token of ours. */
  static Caller of(String name, Role role, @Nullable String desk) {
    return new Caller(name, Set.of(role), desk, null, true);
  }

  /** The role that may do the most. */
  public Role role() {
    return Collections.max(roles);
  }

  /** The roles in words: {@code pusher, reader}. */
  String rights() {
    return roles.stream().sorted().map(Role::label).collect(Collectors.joining(", "));
  }

  /** Whether one of the roles is enough for an endpoint that wants one of these. */
  boolean mayUse(Collection<Role> wanted) {
    return wanted.stream().anyMatch(role -> roles.stream().anyMatch(mine -> mine.covers(role)));
  }

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
