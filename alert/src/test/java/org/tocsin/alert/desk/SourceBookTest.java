package org.tocsin.alert.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.alert.Samples;
import org.tocsin.contract.EnrichedArticle;
import org.tocsin.contract.FetchState;
import org.tocsin.contract.Lane;
import org.tocsin.contract.StoryRef;

class SourceBookTest {
  private static final Instant NOON = Samples.NOON;

  private final SourceBook book = new SourceBook(2);

  private void article(String source) {
    book.take(
        new EnrichedArticle(
            "article-of-" + source,
            0,
            null,
            source,
            null,
            "en",
            null,
            NOON,
            null,
            Lane.LIVE,
            new StoryRef("story-1", StoryRef.Relation.FIRST, null, 1, 1, "first"),
            List.of(),
            List.of(),
            List.of()),
        NOON);
  }

  private static FetchState state(String source) {
    return new FetchState(
        source,
        "feed",
        "https://" + source + ".example/rss",
        null,
        FetchState.Status.HEALTHY,
        null,
        null,
        null,
        null,
        null,
        NOON.minusSeconds(60),
        600,
        NOON,
        NOON,
        NOON,
        NOON,
        0,
        1,
        List.of(),
        null,
        0,
        List.of(),
        null,
        "one",
        1);
  }

  private List<String> names() {
    return book.all(NOON).stream().map(SourceBook.Entry::source).sorted().toList();
  }

  @Test
  void letsTheOneLongestSilentGoForANewName() {
    article("a");
    article("b");
    article("a");
    article("c");
    assertThat(names()).containsExactly("a", "c");
  }

  @Test
  void hasAlwaysAPlaceForWhatIsConfigured() {
    article("a");
    article("b");
    book.take("gazette", state("gazette"));
    book.take("courier", state("courier"));
    book.take("herald", state("herald"));
    article("c");
    article("gazette");
    assertThat(names()).containsExactly("b", "c", "courier", "gazette", "herald");
    assertThat(book.overdue(NOON).count()).isEqualTo(3);
  }

  @Test
  void keepsWhatIsNoLongerConfiguredAsLongAsItWasHeardOf() {
    book.take("gazette", state("gazette"));
    book.take("courier", state("courier"));
    article("gazette");
    book.take("gazette", null);
    book.take("courier", null);
    assertThat(names()).containsExactly("gazette");
    assertThat(book.overdue(NOON).count()).isZero();
  }
}
