package org.tocsin.service.access;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpResponseException;
import io.javalin.http.UnauthorizedResponse;
import io.javalin.security.RouteRole;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.service.Proxies;
import org.tocsin.service.Settings;
import org.tocsin.service.WebGuard;

/**
 * The door of one server. Every request passes it before its endpoint sees anything: who asks, in
 * which role, whether that is enough; and whatever was changed is written to the {@link
 * AuditTrail}.
 *
 * <p>Without any way to sign in, a server that is bound to the loopback address is open to this
 * machine, and one that others can reach answers to nobody but its health.
 */
public final class Access {
  private static final Logger LOG = LoggerFactory.getLogger(Access.class);

  private final Door door;
  private final WebGuard web;
  private final Porter porter;
  private final Sessions sessions;
  private final AuditTrail audit;
  private final Clock clock;
  private final boolean open;

  /**
   * Where a door stands.
   *
   * @param service whose server it is, for the audit
   * @param host that the server is bound to
   * @param token of an operator; empty for none
   * @param pushKey of programs that push; empty for none
   */
  public record Door(String service, String host, String token, String pushKey) {
    @Override
    public String toString() {
      return service + " at " + host;
    }
  }

  private Access(
      Door door,
      WebGuard web,
      List<SignIn> people,
      Sessions sessions,
      AuditTrail audit,
      MeterRegistry registry,
      Clock clock) {
    this.door = door;
    this.web = web;
    this.sessions = sessions;
    this.audit = audit;
    this.clock = clock;
    List<SignIn> ways = new ArrayList<>(people);
    if (!door.token().isEmpty()) {
      ways.add(new OneToken("api-token", Role.OPERATOR, door.token()));
    }
    this.open = ways.isEmpty() && web.loopback();
    if (!door.pushKey().isEmpty()) {
      ways.add(new OneToken("api-key", Role.PUSHER, door.pushKey()));
    }
    this.porter = new Porter(ways, sessions, web, registry, clock);
  }

  /**
   * The door of a server as the settings want it.
   *
   * @throws org.tocsin.service.OperatorException where the file of users or the issuer is not in
   *     order
   */
  public static Access of(
      Door door, Settings settings, AuditTrail audit, MeterRegistry registry, Clock clock) {
    String key = settings.get(AccessSettings.SESSION_KEY);
    Sessions sessions = new Sessions(key);
    WebGuard web = new WebGuard(door.host(), settings.get(AccessSettings.PROXIES));
    Access access =
        new Access(door, web, AccessSettings.ways(settings), sessions, audit, registry, clock);
    if (!key.isEmpty() && access.porter.hasKeys()) {
      audit.follow(Sessions.LONGEST, entry -> SessionRoutes.ended(entry).ifPresent(sessions::end));
    }
    if (!access.web.loopback() && !access.porter.hasKeys()) {
      LOG.warn(
          "{} can be reached from elsewhere and nobody can sign in: it answers to health only."
              + " Set access.users.file, access.oidc.issuer or {}.api.token.",
          door,
          door.service());
    }
    return access;
  }

  /** The door of a server that knows no tokens and writes nothing down, for tests. */
  public static Access unlocked(String host) {
    return new Access(
        new Door("test", host, "", ""),
        new WebGuard(host, Proxies.NONE),
        List.of(),
        new Sessions(""),
        AuditTrail.NONE,
        new SimpleMeterRegistry(),
        Clock.systemUTC());
  }

  /** Puts the door into a server, before its endpoints. */
  public void install(JavalinConfig config) {
    config.routes.exception(
        HttpResponseException.class,
        (e, ctx) ->
            ctx.status(e.getStatus()).json(Map.of("error", String.valueOf(e.getMessage()))));
    config.routes.beforeMatched(this::admit);
    new SessionRoutes(this, porter, sessions, web, clock).install(config.routes);
    config.routes.after(new AuditRecorder(door.service(), audit, clock)::record);
  }

  private void admit(Context ctx) {
    Set<RouteRole> marks = ctx.routeRoles();
    if (marks.contains(Role.ANYONE)) {
      if (open) {
        web.checkLocal(ctx);
      }
      return;
    }
    Caller caller = caller(ctx);
    caller.attach(ctx);
    if (WebGuard.isWrite(ctx)) {
      web.checkOrigin(ctx);
    }
    Set<Role> wanted = wanted(ctx);
    if (!caller.mayUse(wanted)) {
      throw new ForbiddenResponse(
          "this wants "
              + wanted.stream().map(Role::label).sorted().collect(Collectors.joining(" or "))
              + " rights, and "
              + caller.name()
              + " is "
              + caller.rights());
    }
    Standing.attach(ctx, porter.standing(ctx, marks.contains(Entrance.PASSWORD), wanted));
  }

  /** An endpoint that names no role wants the most that it may need. */
  private static Set<Role> wanted(Context ctx) {
    Set<Role> named =
        ctx.routeRoles().stream()
            .filter(Role.class::isInstance)
            .map(Role.class::cast)
            .collect(Collectors.toSet());
    return !named.isEmpty() ? named : Set.of(WebGuard.isWrite(ctx) ? Role.OPERATOR : Role.READER);
  }

  /**
   * Who asks.
   *
   * @throws HttpResponseException 401 where nobody signed in and somebody must
   */
  Caller caller(Context ctx) {
    Set<RouteRole> marks = ctx.routeRoles();
    Caller caller = porter.who(ctx, marks.contains(Entrance.PASSWORD));
    if (caller != null) {
      return caller;
    }
    boolean keyed = marks.contains(Role.PUSHER) && !door.pushKey().isEmpty();
    if ((web.loopback() && marks.contains(Entrance.LOOPBACK)) || (open && !keyed)) {
      web.checkLocal(ctx);
      return Caller.LOCAL;
    }
    ctx.header(
        "WWW-Authenticate",
        marks.contains(Entrance.PASSWORD) ? "Basic realm=\"Tocsin\"" : "Bearer");
    throw new UnauthorizedResponse(
        porter.hasKeys()
            ? "sign in: Authorization: Bearer TOKEN"
            : "nobody can sign in to this server yet; its log says what to set");
  }
}
