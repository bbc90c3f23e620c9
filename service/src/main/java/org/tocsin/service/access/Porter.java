package org.tocsin.service.access;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpResponseException;
import io.javalin.http.UnauthorizedResponse;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.tocsin.service.WebGuard;

/** Finds out who asks: by the token that a request shows, or by the session in its cookie. */
final class Porter {
  static final String COOKIE = "tocsin-session";

  /** Nobody comes upon a token this long by trying, such as ours and those of issuers are. */
  private static final int NO_GUESS = 32;

  private final List<SignIn> ways;
  private final Sessions sessions;
  private final WebGuard web;
  private final Clock clock;
  private final SignInBrake brake = new SignInBrake();
  private final Counter refused;
  private final Counter slowed;

  Porter(List<SignIn> ways, Sessions sessions, WebGuard web, MeterRegistry registry, Clock clock) {
    this.ways = List.copyOf(ways);
    this.sessions = sessions;
    this.web = web;
    this.clock = clock;
    this.refused = counter(registry, "refused");
    this.slowed = counter(registry, "slowed");
  }

  private static Counter counter(MeterRegistry registry, String outcome) {
    return Counter.builder("tocsin.sign.ins.failed")
        .description(
            "Tokens that were shown and are none, and those of them that came after too many.")
        .tag("outcome", outcome)
        .register(registry);
  }

  /** Whether there is any way to sign in. */
  boolean hasKeys() {
    return !ways.isEmpty();
  }

  /**
   * Who asks; null where a request shows neither token nor session.
   *
   * @param password whether the token may come as a password
   * @throws HttpResponseException 401 where the token is none, 429 after too many of these, 403
   *     where a page of others may be behind it
   */
  @Nullable Caller who(Context ctx, boolean password) {
    String token = Shown.token(ctx, password);
    if (token != null) {
      return identify(web.client(ctx), token, ctx).caller();
    }
    Sessions.Session session = session(ctx);
    Caller caller = session == null ? null : recall(session);
    if (caller != null && WebGuard.isWrite(ctx)) {
      checkPage(ctx);
    }
    return caller;
  }

  /**
   * Whose token this is.
   *
   * @param address of the one who shows it
   */
  SignIn.Identity identify(String address, String token, Context ctx) {
    Instant now = clock.instant();
    Digest digest = Digest.of(token);
    Duration pause = brake.pause(address, digest, now);
    boolean unseen = !pause.isZero() && token.length() < NO_GUESS;
    SignIn.Identity identity = unseen ? null : check(token, now);
    if (identity != null) {
      brake.right(address, digest);
      return identity;
    }
    if (!pause.isZero()) {
      slowed.increment();
      ctx.header("Retry-After", String.valueOf(pause.toSeconds() + 1));
      throw new HttpResponseException(429, "too many wrong tokens came from " + address);
    }
    brake.wrong(address, now);
    refused.increment();
    throw new UnauthorizedResponse("nobody is known by this token");
  }

  private SignIn.@Nullable Identity check(String token, Instant now) {
    for (SignIn way : ways) {
      SignIn.Identity identity = way.check(token, now);
      if (identity != null) {
        return identity;
      }
    }
    return null;
  }

  /**
   * Whether whoever made a request that was let in would be let in again, at any later time.
   *
   * @param wanted roles of which one is enough
   */
  BooleanSupplier standing(Context ctx, boolean password, Set<Role> wanted) {
    String token = Shown.token(ctx, password);
    if (token != null) {
      SignIn.Identity shown = check(token, clock.instant());
      Instant until = shown == null ? Instant.MIN : shown.until();
      return () -> stillKnown(token, until, wanted);
    }
    String cookie = ctx.cookie(COOKIE);
    if (cookie == null || sessions.read(cookie, clock.instant()) == null) {
      return () -> true; // of this machine, where nobody signs in
    }
    return () -> {
      Sessions.Session session = sessions.read(cookie, clock.instant());
      return covers(session == null ? null : recall(session), wanted);
    };
  }

  /** An issuer that does not answer withdraws nothing; its tokens end when they said they would. */
  private boolean stillKnown(String token, Instant until, Set<Role> wanted) {
    Instant now = clock.instant();
    try {
      SignIn.Identity identity = now.isBefore(until) ? check(token, now) : null;
      return identity != null && covers(identity.caller(), wanted);
    } catch (HttpResponseException e) {
      return true;
    }
  }

  private static boolean covers(@Nullable Caller caller, Set<Role> wanted) {
    return caller != null && caller.mayUse(wanted);
  }

  /** The session of a request's cookie; null where it has none that is ours. */
  Sessions.@Nullable Session session(Context ctx) {
    String cookie = ctx.cookie(COOKIE);
    return cookie == null ? null : sessions.read(cookie, clock.instant());
  }

  private @Nullable Caller recall(Sessions.Session session) {
    for (SignIn way : ways) {
      Caller caller = way.recall(session.caller(), session.proof(), clock.instant());
      if (caller != null) {
        return caller;
      }
    }
    return null;
  }

  /** A browser sends the cookie along whoever asks it to; only our own page sends the header. */
  void checkPage(Context ctx) {
    web.checkOrigin(ctx);
    if (!"desk".equals(ctx.header("X-Tocsin"))) {
      throw new ForbiddenResponse("with a session, changes want the header X-Tocsin: desk");
    }
  }
}
