package org.tocsin.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tocsin.contract.ArticleId;
import org.tocsin.contract.Json;
import org.tocsin.ingest.meta.PublishedDate;
import org.tocsin.ingest.page.HtmlText;

/**
 * What the test suites of two feed libraries expect of the titles, links, ids and dates of items,
 * one feature of a feed each. Titles are compared as the plain text that they are here. An id is
 * the article's identity where it has no address; where it has one the address counts.
 */
class FeedExpectationsTest {
  private static final Path FEEDS = Path.of("../../shared/eval/feeds");

  /** Where feedparser's tests serve their feeds. */
  private static final String SERVER = "http://127.0.0.1:8097/";

  private static final double ENOUGH = 0.97;
  private static final Pattern FIELD =
      Pattern.compile(
          "entries\\[(\\d+)]\\.(title|title_detail\\.value|link|id|guid|published|issued|created"
              + "|updated|modified|date)(_parsed)?");

  private final Map<String, int[]> counts = new TreeMap<>();
  private final List<String> wrong = new ArrayList<>();

  @Test
  void readsWhatFeedparserExpects() throws IOException {
    for (JsonNode test : tests("feedparser.dev.jsonl")) {
      List<ArticleDraft> items = items(test);
      for (JsonNode expectation : test.path("expect")) {
        Matcher field = FIELD.matcher(expectation.path("path").asText());
        if (field.matches() && expectation.path("op").asText().equals("==")) {
          int index = Integer.parseInt(field.group(1));
          ArticleDraft item = index < items.size() ? items.get(index) : null;
          check(test, item, field.group(2).split("_", 2)[0], expectation.path("value"));
        }
      }
    }
    report("feedparser");
  }

  @Test
  void readsWhatGofeedExpects() throws IOException {
    for (JsonNode test : tests("gofeed.dev.jsonl")) {
      JsonNode wanted = test.path("expected_json");
      List<ArticleDraft> items = items(test);
      JsonNode all = wanted.has("items") ? wanted.path("items") : wanted.path("entries");
      for (int i = 0; i < all.size(); i++) {
        ArticleDraft item = i < items.size() ? items.get(i) : null;
        for (String name : List.of("title", "link", "id", "guid", "published", "updated")) {
          JsonNode parsed = all.path(i).path(name + "Parsed");
          JsonNode value = parsed.isMissingNode() ? all.path(i).path(name) : parsed;
          if (value.isTextual() && !value.asText().isBlank()) {
            check(test, item, name, value);
          }
        }
      }
    }
    report("gofeed");
  }

  private static List<JsonNode> tests(String file) throws IOException {
    assumeTrue(Files.exists(FEEDS.resolve(file)), "no " + FEEDS + " on this machine: skipped");
    List<JsonNode> tests = new ArrayList<>();
    for (String line : Files.readAllLines(FEEDS.resolve(file))) {
      tests.add(Json.mapper().readTree(line));
    }
    return tests;
  }

  private static List<ArticleDraft> items(JsonNode test) throws IOException {
    String url = SERVER;
    String type = null;
    for (JsonNode header : test.path("http_headers")) {
      String[] named = header.asText().split(":\\s*", 2);
      url = named[0].equalsIgnoreCase("Content-Location") ? named[1] : url;
      type = named[0].equalsIgnoreCase("Content-Type") ? named[1] : type;
    }
    List<ArticleDraft> items = new ArrayList<>();
    try (InputStream in = Files.newInputStream(FEEDS.resolve(test.path("file").asText()))) {
      Origin origin = new Origin("feed.xml", url, type, null);
      new ArticleReader(Limits.DEFAULT)
          .read(
              in, origin, p -> items.addAll(p instanceof ArticleDraft d ? List.of(d) : List.of()));
    }
    return items;
  }

  private void check(JsonNode test, @Nullable ArticleDraft item, String field, JsonNode wanted) {
    boolean identity = field.equals("id") || field.equals("guid");
    if (identity && item != null && item.url() != null) {
      return;
    }
    int[] count = counts.computeIfAbsent(identity ? "id" : kind(field), f -> new int[2]);
    count[1]++;
    if (item != null && right(item, field, wanted)) {
      count[0]++;
    } else {
      wrong.add(test.path("file").asText() + " " + field);
    }
  }

  private static String kind(String field) {
    return field.equals("title") || field.equals("link") ? field : "date";
  }

  private static boolean right(ArticleDraft item, String field, JsonNode wanted) {
    return switch (field) {
      case "title" -> equal(HtmlText.line(wanted.asText()), item.title());
      case "link" -> wanted.asText().isEmpty() || wanted.asText().equals(item.url());
      case "id", "guid" ->
          Stream.of(SERVER, "http://example.com/")
              .anyMatch(url -> ArticleId.hash("guid", url, wanted.asText()).equals(item.id()));
      case "updated", "modified" ->
          same(wanted, item.credits().modified()) || same(wanted, item.published());
      default -> same(wanted, item.published());
    };
  }

  private static boolean equal(@Nullable String wanted, @Nullable String found) {
    return wanted == null ? found == null : wanted.equals(found);
  }

  /** Dates stand there as nine numbers of UTC or as the feed writes them. */
  private static boolean same(JsonNode wanted, @Nullable OffsetDateTime found) {
    OffsetDateTime time =
        wanted.isArray()
            ? OffsetDateTime.of(
                wanted.path(0).asInt(),
                wanted.path(1).asInt(),
                wanted.path(2).asInt(),
                wanted.path(3).asInt(),
                wanted.path(4).asInt(),
                wanted.path(5).asInt(),
                0,
                ZoneOffset.UTC)
            : PublishedDate.parse(wanted.asText());
    return time == null ? found == null : found != null && time.isEqual(found.withNano(0));
  }

  private void report(String suite) {
    int right = counts.values().stream().mapToInt(c -> c[0]).sum();
    int all = counts.values().stream().mapToInt(c -> c[1]).sum();
    StringBuilder parts = new StringBuilder();
    counts.forEach((name, c) -> parts.append(", " + name + " " + c[0] + "/" + c[1]));
    System.out.println(suite + ": " + right + " of " + all + " expectations" + parts);
    wrong.forEach(file -> System.out.println("  not as expected: " + file));
    assertThat(right / (double) all).isGreaterThanOrEqualTo(ENOUGH);
  }
}
