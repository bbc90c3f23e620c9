package org.tocsin.alert.desk;

import io.javalin.config.RoutesConfig;
import java.util.List;
import java.util.function.IntFunction;
import org.tocsin.contract.AuditEntry;
import org.tocsin.service.Limit;
import org.tocsin.service.access.Role;

/** {@code GET /api/audit?limit=}: who changed what on any service, the newest first. */
public final class AuditRoutes {
  private final IntFunction<List<AuditEntry>> latest;

  /**
   * Routes.
   *
   * @param latest finds so many entries at most
   */
  public AuditRoutes(IntFunction<List<AuditEntry>> latest) {
    this.latest = latest;
  }

  /** Adds the routes to a server. */
  public void install(RoutesConfig routes) {
    routes.get("/api/audit", ctx -> ctx.json(latest.apply(Limit.of(ctx))), Role.OPERATOR);
  }
}
