package org.tocsin.alert.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;

/** All that the page of one alert shows: its article, who carried it on, what was said before. */
final class PreviewAlertPage {
  private final PreviewDesk desk;

  PreviewAlertPage(PreviewDesk desk) {
    this.desk = desk;
  }

  ObjectNode of(ObjectNode alert) {
    int turn = Integer.parseInt(alert.at("/sighting/article/id").asText().substring(1));
    ObjectNode page = PreviewNews.object();
    page.set("alert", alert);
    page.put("text", desk.news.text(turn));
    page.set("article", article(alert, turn));
    page.set("lineage", lineage(alert, turn));
    earlier(page.putArray("earlier"), alert, turn);
    story(page.putObject("story"), alert);
    return page;
  }

  private ObjectNode article(ObjectNode alert, int turn) {
    JsonNode source = alert.at("/sighting/article");
    ObjectNode article = PreviewNews.object();
    article
        .put("id", source.get("id").asText())
        .put("revision", 0)
        .put("url", source.get("url").asText())
        .put("source", source.get("name").asText())
        .put("title", source.get("title").asText())
        .put("language", source.get("language").asText())
        .put("published", source.get("time").asText())
        .put("lane", "live");
    ArrayNode countries = article.putArray("countries");
    ObjectNode country = countries.addObject();
    country
        .put("code", alert.at("/sighting/countries/0/code").asText())
        .put("role", "about")
        .put("weight", 0.8);
    mention(
        country.putArray("mentions"),
        turn,
        "Norwegian",
        "Denmark",
        "Danish",
        "Österreich",
        "France",
        "Iceland");
    ArrayNode actors = article.putArray("actors");
    for (JsonNode actor : alert.at("/sighting/actors")) {
      ObjectNode one = actors.addObject();
      one.setAll((ObjectNode) actor);
      one.put("type", "person").put("country", country.get("code").asText());
      mention(one.putArray("mentions"), turn, actor.get("name").asText());
    }
    article.putArray("statements").add(alert.at("/sighting/statement"));
    return article;
  }

  private void mention(ArrayNode mentions, int turn, String... words) {
    String text = desk.news.text(turn);
    for (String word : words) {
      int start = text.indexOf(word);
      if (start >= 0) {
        mentions
            .addObject()
            .put("in", "text")
            .put("start", start)
            .put("end", start + word.length())
            .put("text", word);
      }
    }
  }

  private static ArrayNode lineage(ObjectNode alert, int turn) {
    ArrayNode lineage = alert.arrayNode();
    String said = alert.at("/sighting/statement/text").asText();
    Instant rung = Instant.parse(alert.get("rung").asText());
    sighting(lineage, alert.at("/sighting/article/name").asText(), rung, "first", said, turn);
    sighting(lineage, "Coast Wire", rung.plus(Duration.ofMinutes(6)), "same", said, turn);
    int cut = said.lastIndexOf(' ');
    String shorter = cut < 0 ? said : said.substring(0, cut);
    sighting(lineage, "Evening Post", rung.plus(Duration.ofMinutes(31)), "cut", shorter, turn)
        .putArray("removed")
        .add(said.substring(shorter.length()).strip());
    sighting(
            lineage,
            "Radio Quay",
            rung.plus(Duration.ofMinutes(58)),
            "changed",
            said + " (2)",
            turn)
        .putArray("added")
        .add("(2)");
    return lineage;
  }

  private static ObjectNode sighting(
      ArrayNode lineage, String source, Instant time, String relation, String text, int turn) {
    int place = lineage.size();
    ObjectNode one = lineage.addObject();
    one.put("statement", "l" + turn + "-" + place).put("article", "b" + turn + "-" + place);
    one.put("url", "https://wire.example/" + turn + "/" + place).put("source", source);
    one.put("title", "As told by " + source).put("time", time.toString());
    one.put("relation", relation).put("text", text);
    one.putArray("added");
    one.putArray("removed");
    return one;
  }

  private void earlier(ArrayNode earlier, ObjectNode alert, int turn) {
    if (turn < desk.news.size()) {
      return;
    }
    Instant before = Instant.parse(alert.get("rung").asText()).minus(Duration.ofDays(6));
    ObjectNode old = desk.news.sighting(turn - desk.news.size(), before);
    ObjectNode one = earlier.addObject();
    one.set("sighting", old);
    String word = old.at("/statement/text").asText().split(" ")[0];
    one.putArray("changed")
        .addObject()
        .put("from", word)
        .put("to", word.toUpperCase(java.util.Locale.ROOT));
  }

  private static void story(ObjectNode story, ObjectNode alert) {
    story.put("id", alert.at("/sighting/article/story").asText());
    ArrayNode articles = story.putArray("articles");
    add(articles, alert, "first", 1, "nothing like it before");
    add(articles, alert, "copy", 0.97, "97 % of it stands in the other");
    add(articles, alert, "rewrite", 0.41, "41 % of it stands in the other");
  }

  private static void add(
      ArrayNode articles, ObjectNode alert, String relation, double similarity, String reason) {
    ObjectNode one = articles.addObject();
    one.put("id", "c" + articles.size()).put("url", "https://wire.example/c" + articles.size());
    one.put(
        "source",
        articles.size() == 1 ? alert.at("/sighting/article/name").asText() : "Coast Wire");
    one.put("title", alert.at("/sighting/article/title").asText());
    one.put("time", alert.get("rung").asText()).put("relation", relation);
    one.put("similarity", similarity).put("reason", reason);
  }
}
