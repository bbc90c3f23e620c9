package org.tocsin.alert.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.alert.Samples;
import org.tocsin.alert.trace.Trace;
import org.tocsin.contract.EnrichedArticle;
import org.tocsin.contract.Lane;
import org.tocsin.contract.StoryRef;

class TraceLogTest {
  private static final String URL = "https://www.harbour-gazette.example/live";

  private final TraceLog log = new TraceLog(2);

  private static EnrichedArticle article(String id, String url) {
    return new EnrichedArticle(
        id,
        0,
        url,
        "Harbour Gazette",
        null,
        "en",
        null,
        Samples.NOON,
        null,
        Lane.LIVE,
        new StoryRef("story-1", StoryRef.Relation.FIRST, null, 1, 1, "first"),
        List.of(),
        List.of(),
        List.of());
  }

  @Test
  void leavesAnAddressToTheArticleThatCameLastThere() {
    log.take(article("older", URL));
    log.take(article("newer", URL));
    log.take(article("other", URL + "/2"));
    assertThat(log.trace("older")).isEmpty();
    assertThat(log.trace(URL)).map(Trace::article).contains("newer");
  }

  @Test
  void forgetsTheAddressFromWhichAnArticleMoved() {
    log.take(article("one", URL));
    log.take(article("one", URL + "/moved"));
    assertThat(log.trace(URL)).isEmpty();
    assertThat(log.trace(URL + "/moved")).map(Trace::article).contains("one");
  }
}
