package org.tocsin.alert.notifier;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.tocsin.contract.Alert;
import org.tocsin.contract.ArticleId;
import org.tocsin.contract.Json;

/**
 * Posts each alert as {@code {"type":"alert.rang","timestamp":…,"data":{…}}}; {@code data} is the
 * record of the topic {@code alerts}. What became of it is an {@code alert.followed-up} with the
 * alert as it is then: its {@code tells} are what is new. Every attempt has the same body and id.
 */
final class WebhookChannel implements Channel {
  private final Notifier.Webhook target;
  private final WebPost web;
  private final Clock clock;

  WebhookChannel(Notifier.Webhook target, WebPost web, Clock clock) {
    this.target = target;
    this.web = web;
    this.clock = clock;
  }

  @Override
  public Answer send(List<Alert> alerts) {
    Alert alert = alerts.get(0);
    ObjectNode body =
        alert.followsUp()
            ? event("alert.followed-up", alert.tells().get(alert.tells().size() - 1).time())
            : event("alert.rang", alert.rung());
    body.set("data", Json.mapper().valueToTree(alert));
    return post(alert.notice(), body);
  }

  @Override
  public Answer test(String sentence) {
    Instant now = clock.instant();
    ObjectNode body = event("test", now);
    body.putObject("data").put("message", sentence);
    return post(ArticleId.hash("test", now.toString()), body);
  }

  private static ObjectNode event(String type, Instant time) {
    return Json.mapper().createObjectNode().put("type", type).put("timestamp", time.toString());
  }

  private Answer post(String id, ObjectNode event) {
    byte[] body = event.toString().getBytes(StandardCharsets.UTF_8);
    return web.post(
        target.url(), body, WebhookSignature.headers(id, clock.instant(), body, target.secret()));
  }

  @Override
  public String target() {
    return target.url().getHost();
  }
}
