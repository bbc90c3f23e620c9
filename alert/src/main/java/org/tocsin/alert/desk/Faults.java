package org.tocsin.alert.desk;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.alert.query.QueryException;
import org.tocsin.service.OperatorException;

/**
 * Turns what goes wrong into answers: the caller's faults with their reasons, ours into the log.
 */
final class Faults {
  private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

  private Faults() {}

  static void install(RoutesConfig routes) {
    routes.exception(QueryException.class, (e, ctx) -> ctx.status(400).json(ApiFault.of(e)));
    routes.exception(
        HttpResponseException.class,
        (e, ctx) -> ctx.status(e.getStatus()).json(ApiFault.of(String.valueOf(e.getMessage()))));
    routes.exception(
        IllegalArgumentException.class,
        (e, ctx) -> ctx.status(400).json(ApiFault.of(String.valueOf(e.getMessage()))));
    routes.exception(StaleChange.class, (e, ctx) -> ctx.status(409).json(e.answer()));
    routes.exception(OperatorException.class, Faults::unavailable);
    routes.exception(Exception.class, Faults::ours);
    routes.error(404, Faults::nothingThere);
  }

  private static void unavailable(OperatorException e, Context ctx) {
    LOG.warn("{} {}: {}", ctx.method(), ctx.path(), e.getMessage());
    ctx.status(503).json(new ApiFault(String.valueOf(e.getMessage()), null, e.remedy()));
  }

  private static void ours(Exception e, Context ctx) {
    LOG.error("{} {} failed", ctx.method(), ctx.path(), e);
    ctx.status(500).json(ApiFault.of("something went wrong here; the log says what"));
  }

  /** Javalin answers unknown paths in plain text; the API speaks JSON. */
  private static void nothingThere(Context ctx) {
    if (ctx.path().startsWith("/api/") && !"application/json".equals(ctx.res().getContentType())) {
      ctx.json(ApiFault.of("there is nothing at " + ctx.path()));
    }
  }
}
