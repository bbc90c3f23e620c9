package org.tocsin.alert.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.archive.AlertArchive;
import org.tocsin.alert.archive.Selection;
import org.tocsin.alert.archive.TriagedAlert;
import org.tocsin.alert.notifier.Plain;
import org.tocsin.contract.Alert;
import org.tocsin.contract.Json;
import org.tocsin.contract.Speaker;
import org.tocsin.contract.Watch;
import org.tocsin.service.Limit;
import org.tocsin.service.access.Entrance;
import org.tocsin.service.access.Role;

/**
 * The alerts of a watch for feed readers: Atom (RFC 4287) and JSON Feed 1.1. An entry keeps its id
 * over restarts and instances, and does not come anew with later sightings; it is updated by what
 * becomes of its statement.
 */
final class AlertFeeds {
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final int LONGEST_TITLE = 250;

  private final DeskView view;

  AlertFeeds(DeskView view) {
    this.view = view;
  }

  void install(RoutesConfig routes) {
    routes.get("/api/watches/{id}/feed.atom", this::atom, Role.READER, Entrance.PASSWORD);
    routes.get("/api/watches/{id}/feed.json", this::json, Role.READER, Entrance.PASSWORD);
  }

  private Watch watch(Context ctx) {
    return view.watches()
        .watch(ctx.pathParam("id"))
        .orElseThrow(() -> new NotFoundResponse("there is no such watch"));
  }

  /** A feed is a notifier: of what is held back it tells only in digests. */
  private List<Alert> alerts(Context ctx, Watch watch) {
    Selection rang =
        new Selection()
            .any(AlertArchive.WATCH, List.of(watch.id()))
            .any(AlertArchive.HELD, List.of(AlertArchive.RANG));
    return view.alerts().list(rang, Limit.of(ctx), null).entries().stream()
        .map(TriagedAlert::read)
        .toList();
  }

  private void json(Context ctx) {
    Watch watch = watch(ctx);
    ObjectNode feed = Json.mapper().createObjectNode();
    feed.put("version", "https://jsonfeed.org/version/1.1").put("title", title(watch));
    ArrayNode items = feed.putArray("items");
    for (Alert alert : alerts(ctx, watch)) {
      ObjectNode item = items.addObject();
      item.put("id", id(alert)).put("title", title(alert)).put("content_text", content(alert));
      item.put("date_published", alert.rung().toString());
      item.put("date_modified", updated(alert).toString());
      String url = link(alert);
      if (url != null) {
        item.put("external_url", url);
      }
      item.putArray("tags").add(alert.watch().severity().label());
    }
    ctx.contentType("application/feed+json").result(feed.toPrettyString());
  }

  private void atom(Context ctx) throws XMLStreamException {
    Watch watch = watch(ctx);
    List<Alert> alerts = alerts(ctx, watch);
    StringWriter text = new StringWriter();
    XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
    xml.writeStartDocument();
    xml.writeStartElement("feed");
    xml.writeDefaultNamespace(ATOM);
    element(xml, "id", "urn:tocsin:watch:" + watch.id());
    element(xml, "title", title(watch));
    Instant updated =
        alerts.stream().map(AlertFeeds::updated).max(Instant::compareTo).orElse(watch.updated());
    element(xml, "updated", updated.toString());
    for (Alert alert : alerts) {
      entry(xml, alert);
    }
    xml.writeEndElement();
    xml.writeEndDocument();
    xml.close();
    ctx.contentType("application/atom+xml; charset=utf-8").result(text.toString());
  }

  private static void entry(XMLStreamWriter xml, Alert alert) throws XMLStreamException {
    xml.writeStartElement("entry");
    element(xml, "id", id(alert));
    element(xml, "title", title(alert));
    element(xml, "published", alert.rung().toString());
    element(xml, "updated", updated(alert).toString());
    element(xml, "content", content(alert));
    xml.writeStartElement("author");
    element(xml, "name", Plain.text(alert.sighting().article().name()));
    xml.writeEndElement();
    String url = link(alert);
    if (url != null) {
      xml.writeEmptyElement("link");
      xml.writeAttribute("rel", "related");
      xml.writeAttribute("href", url);
    }
    xml.writeEndElement();
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private static Instant updated(Alert alert) {
    return alert.followUps().stream()
        .map(Alert.FollowUp::time)
        .filter(time -> time.isAfter(alert.rung()))
        .max(Instant::compareTo)
        .orElse(alert.rung());
  }

  private static String id(Alert alert) {
    return "urn:tocsin:alert:" + alert.id();
  }

  private static String title(Watch watch) {
    return "Tocsin: " + Plain.text(watch.name(), LONGEST_TITLE);
  }

  private static String title(Alert alert) {
    Speaker speaker = alert.sighting().statement().speaker();
    String said = alert.sighting().statement().text();
    return Plain.text((speaker == null ? "" : speaker.name() + ": ") + said, LONGEST_TITLE);
  }

  private static String content(Alert alert) {
    return Plain.text(alert.sighting().context().text())
        + " — "
        + Plain.text(alert.sighting().article().name())
        + alert.followUps().stream().map(AlertFeeds::became).collect(Collectors.joining());
  }

  /** What became of the statement, as a sentence more. */
  private static String became(Alert.FollowUp followUp) {
    return " [" + followUp.time() + ": " + followUp.kind().label() + "]";
  }

  /** Only addresses of the web: a reader would run others. */
  private static @Nullable String link(Alert alert) {
    String url = alert.sighting().article().url();
    boolean web = url != null && (url.startsWith("https://") || url.startsWith("http://"));
    return web ? Plain.text(url) : null;
  }
}
