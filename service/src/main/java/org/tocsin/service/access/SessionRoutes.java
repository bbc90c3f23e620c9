package org.tocsin.service.access;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpResponseException;
import io.javalin.http.SameSite;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tocsin.contract.AuditEntry;
import org.tocsin.contract.Json;
import org.tocsin.service.WebGuard;

/** Who one is, and the session of the page: opened with a token, ended by the one who has it. */
final class SessionRoutes {
  private static final String PATH = "/api/session";

  /** What the audit says of an end; the id is of no use to anybody without the signature. */
  private static final String NOTE = "session ";

  private final Access access;
  private final Porter porter;
  private final Sessions sessions;
  private final WebGuard web;
  private final Clock clock;

  SessionRoutes(Access access, Porter porter, Sessions sessions, WebGuard web, Clock clock) {
    this.access = access;
    this.porter = porter;
    this.sessions = sessions;
    this.web = web;
    this.clock = clock;
  }

  void install(RoutesConfig routes) {
    routes.get("/api/me", this::me, Role.ANYONE);
    routes.post(PATH, this::open, Role.ANYONE);
    routes.delete(PATH, this::end, Role.ANYONE);
  }

  private void me(Context ctx) {
    Caller caller = access.caller(ctx);
    Map<String, Object> me = new LinkedHashMap<>();
    me.put("name", caller.name());
    me.put("role", caller.role().label());
    me.put("signedIn", caller.signedIn());
    if (caller.desk() != null) {
      me.put("desk", caller.desk());
    }
    ctx.json(me);
  }

  private void open(Context ctx) {
    web.checkOrigin(ctx);
    if (!porter.hasKeys()) {
      throw new BadRequestResponse("nobody signs in here: the server is open on this machine only");
    }
    SignIn.Identity identity = porter.identify(web.client(ctx), token(ctx), ctx);
    identity.caller().attach(ctx);
    write(ctx, sessions.open(identity, clock.instant()), (int) Sessions.LONGEST.toSeconds());
  }

  private static String token(Context ctx) {
    String type = ctx.contentType();
    if (type == null || !type.startsWith("application/json")) {
      throw new HttpResponseException(415, "send Content-Type: application/json");
    }
    try {
      JsonNode body = Json.mapper().readTree(ctx.bodyAsBytes());
      String token = body == null ? "" : body.path("token").asText("");
      if (!token.isBlank()) {
        return token.strip();
      }
    } catch (IOException e) {
      throw new BadRequestResponse("the body is not JSON");
    }
    throw new BadRequestResponse("the body has no token");
  }

  private void end(Context ctx) {
    porter.checkPage(ctx);
    Sessions.Session session = porter.session(ctx);
    if (session != null) {
      sessions.end(session.id());
      AuditNote.say(ctx, NOTE + session.id()); // the other instances read it there
      session.caller().attach(ctx);
    }
    write(ctx, "", 0);
  }

  /** The id of the session that a change ended, on whatever instance. */
  static Optional<String> ended(AuditEntry entry) {
    String what = entry.what();
    boolean end = entry.method().equals("DELETE") && entry.path().equals(PATH);
    return end && what != null && what.startsWith(NOTE)
        ? Optional.of(what.substring(NOTE.length()))
        : Optional.empty();
  }

  private static void write(Context ctx, String session, int seconds) {
    Cookie cookie = new Cookie(Porter.COOKIE, session);
    cookie.setPath("/");
    cookie.setMaxAge(seconds);
    cookie.setHttpOnly(true);
    cookie.setSameSite(SameSite.STRICT);
    cookie.setSecure(
        ctx.scheme().equals("https") || "https".equals(ctx.header("X-Forwarded-Proto")));
    ctx.cookie(cookie).status(204);
  }
}
