package org.tocsin.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ArticleTest {
  private static final Instant RECEIVED = Instant.parse("2031-03-03T06:30:00Z");

  private static Article published(Instant published) {
    return new Article("x", null, "s", null, "text", null, published, RECEIVED, null, Lane.LIVE);
  }

  @Test
  void countsInPublishedTime() {
    Instant old = RECEIVED.minus(Duration.ofDays(4000));
    assertThat(published(old).eventTime()).isEqualTo(old);
  }

  @Test
  void doesNotBelieveATimeFarAhead() {
    assertThat(published(RECEIVED.plus(Duration.ofDays(2))).eventTime()).isEqualTo(RECEIVED);
  }

  @Test
  void tellsTimesThatCannotBeMeant() {
    assertThat(Article.implausible(RECEIVED.plus(Duration.ofDays(2)), RECEIVED)).isTrue();
    assertThat(Article.implausible(Instant.EPOCH, RECEIVED)).isTrue();
    assertThat(Article.implausible(RECEIVED.minus(Duration.ofDays(4000)), RECEIVED)).isFalse();
  }

  @Test
  void readsRecordsThatHaveNoImprintYet() {
    String old = Json.write(Samples.article()).replaceFirst(",\"imprint\":\\{.*?\\}", "");
    assertThat(old).doesNotContain("imprint");
    assertThat(Json.read(old, Article.class).imprint()).isEqualTo(Imprint.NONE);
  }

  @Test
  void refusesAnEmptyText() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Article("x", null, "s", null, " \n", null, null, RECEIVED, null, Lane.LIVE))
        .withMessage("text is empty");
  }

  @Test
  void givesTheSameWordsTheSameId() {
    assertThat(ArticleId.ofText("A title", "Some  words\nhere "))
        .isEqualTo(ArticleId.ofText("A title", "Some words here"))
        .matches("[0-9a-f]{16}");
    assertThat(ArticleId.hash("a", "bc")).isNotEqualTo(ArticleId.hash("ab", "c"));
    assertThat(ArticleId.ofUrl(URI.create("https://a.example/1")))
        .isNotEqualTo(ArticleId.ofText(null, "https://a.example/1"));
  }

  @Test
  void readsAndWritesLabels() {
    assertThat(ActorTag.Type.parse("armed-group")).isEqualTo(ActorTag.Type.ARMED_GROUP);
    assertThat(Json.write(ActorTag.Type.ARMED_GROUP)).isEqualTo("\"armed-group\"");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Lane.parse("fast"))
        .withMessage("'fast' is not one of live, backfill");
  }
}
