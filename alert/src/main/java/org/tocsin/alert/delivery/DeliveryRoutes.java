package org.tocsin.alert.delivery;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.notifier.Answer;
import org.tocsin.contract.Delivery;
import org.tocsin.service.Limit;

/** The API of notifiers: how they do, what they delivered, a test, and the dead sent again. */
public final class DeliveryRoutes {
  private final DeliveryService deliveries;

  public DeliveryRoutes(DeliveryService deliveries) {
    this.deliveries = deliveries;
  }

  /** Adds the routes to a server. */
  public void install(RoutesConfig routes) {
    routes.get("/api/notifiers", ctx -> ctx.json(deliveries.reports()));
    routes.post("/api/notifiers/{id}/test", this::test);
    routes.get("/api/deliveries", this::list);
    routes.post("/api/deliveries/{notifier}/{alert}/resend", this::resend);
  }

  private void test(Context ctx) {
    Answer answer =
        deliveries
            .test(ctx.pathParam("id"))
            .orElseThrow(() -> new NotFoundResponse("there is no such notifier"));
    ctx.json(Map.of("delivered", answer.delivered(), "detail", answer.detail()));
  }

  private void list(Context ctx) {
    Predicate<Delivery> wanted = delivery -> true;
    String notifier = ctx.queryParam("notifier");
    String alert = ctx.queryParam("alert");
    Delivery.Status status = status(ctx.queryParam("status"));
    if (notifier != null) {
      wanted = wanted.and(delivery -> delivery.notifier().equals(notifier));
    }
    if (alert != null) {
      wanted = wanted.and(delivery -> delivery.alert().equals(alert));
    }
    if (status != null) {
      wanted = wanted.and(delivery -> delivery.status() == status);
    }
    ctx.json(Map.of("deliveries", deliveries.deliveries(Limit.of(ctx), wanted)));
  }

  /** Which record of the alert is meant: 0 for the alert itself, else that of the follow-up. */
  private static int update(Context ctx) {
    String written = ctx.queryParam("update");
    try {
      return written == null ? 0 : Integer.parseInt(written);
    } catch (NumberFormatException e) {
      throw new BadRequestResponse("update is a number");
    }
  }

  private static Delivery.@Nullable Status status(@Nullable String written) {
    try {
      return written == null ? null : Delivery.Status.parse(written);
    } catch (IllegalArgumentException e) {
      throw new BadRequestResponse(String.valueOf(e.getMessage()));
    }
  }

  private void resend(Context ctx) {
    ctx.json(
        deliveries
            .sendAgain(ctx.pathParam("notifier"), ctx.pathParam("alert"), update(ctx))
            .orElseThrow(
                () ->
                    new NotFoundResponse("there is no such dead delivery that can be sent again")));
  }
}
