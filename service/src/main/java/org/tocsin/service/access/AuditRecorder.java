package org.tocsin.service.access;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.AuditEntry;
import org.tocsin.service.WebGuard;

/**
 * Makes an entry of every request that may have changed something, of somebody who is known: who,
 * what, how it ended; never a body, a header or a parameter. Of pushes, which come by the thousand
 * and of which every article has its outcome, the first of each minute stands for all.
 */
final class AuditRecorder {
  private static final Set<Integer> NOT_KNOWN = Set.of(401, 429);
  private static final int REFUSED = 403;
  private static final int REMEMBERED = 1_000;

  private final String service;
  private final AuditTrail trail;
  private final Clock clock;
  private final Map<String, Instant> lastPush =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > REMEMBERED;
        }
      };

  AuditRecorder(String service, AuditTrail trail, Clock clock) {
    this.service = service;
    this.trail = trail;
    this.clock = clock;
  }

  void record(Context ctx) {
    Caller caller = Caller.find(ctx);
    int status = ctx.statusCode();
    if (caller == null || !WebGuard.isWrite(ctx) || NOT_KNOWN.contains(status)) {
      return;
    }
    if (ctx.routeRoles().contains(Effect.NONE) && status != REFUSED) {
      return;
    }
    Instant now = clock.instant();
    boolean push = ctx.routeRoles().contains(Role.PUSHER);
    if (push && !firstOfMinute(caller.name() + " " + ctx.path() + " " + status, now)) {
      return;
    }
    String what = push ? "the first push of this minute" : said(ctx);
    trail.write(
        new AuditEntry(
            now,
            caller.name(),
            caller.rights(),
            service,
            ctx.method().name(),
            ctx.path(),
            status,
            what,
            caller.subject()));
  }

  private static @Nullable String said(Context ctx) {
    return ctx.attribute(AuditNote.KEY);
  }

  private synchronized boolean firstOfMinute(String push, Instant now) {
    Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
    return !minute.equals(lastPush.put(push, minute));
  }
}
