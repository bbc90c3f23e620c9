package org.tocsin.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tocsin.contract.Article;
import org.tocsin.contract.Json;
import org.tocsin.contract.Lane;
import org.tocsin.ingest.parse.ArticleDraft;
import org.tocsin.ingest.parse.ArticleReader;
import org.tocsin.ingest.parse.Limits;
import org.tocsin.ingest.parse.Origin;
import org.tocsin.ingest.parse.Parsed;

/** The first hand-over of the journey: an outlet's feed becomes a value of {@code articles}. */
class JourneyTest {
  private static final Instant RECEIVED = Instant.parse("2031-03-03T06:40:00Z");

  @Test
  void makesTheArticleOfTheJourney() throws Exception {
    List<Parsed> parsed = new ArrayList<>();
    try (InputStream feed = JourneyTest.class.getResourceAsStream("/journey/1-feed.xml")) {
      new ArticleReader(Limits.DEFAULT)
          .read(Objects.requireNonNull(feed), Origin.of("1-feed.xml"), parsed::add);
    }
    assertThat(parsed).hasSize(1);
    Article article = ((ArticleDraft) parsed.get(0)).toArticle(Lane.LIVE, RECEIVED);
    String json = Json.mapper().valueToTree(article).toPrettyString() + "\n";
    if (Boolean.getBoolean("tocsin.golden.update")) {
      Files.writeString(Path.of("../contract/src/main/resources/journey/2-article.json"), json);
    }
    try (InputStream golden = JourneyTest.class.getResourceAsStream("/journey/2-article.json")) {
      assertThat(json)
          .isEqualTo(
              new String(Objects.requireNonNull(golden).readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
