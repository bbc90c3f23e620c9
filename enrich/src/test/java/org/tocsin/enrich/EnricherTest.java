package org.tocsin.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.tocsin.contract.Article;
import org.tocsin.contract.EnrichedArticle;
import org.tocsin.contract.Lane;
import org.tocsin.contract.Novelty;
import org.tocsin.contract.StoryRef.Relation;
import org.tocsin.enrich.novelty.Comparison;
import org.tocsin.service.Settings;

class EnricherTest {
  private final Enricher enricher = new Enricher(new PlainAnalyser(), Settings.defaults());

  @Test
  void answersAnArticleHandedInAgainWithItsFirstAnswer() {
    EnrichedArticle first = enricher.enrich(Texts.article("a", Texts.HARBOUR));
    enricher.enrich(Texts.article("b", Texts.ORCHARD));
    assertThat(enricher.enrich(Texts.article("a", Texts.HARBOUR))).isEqualTo(first);
  }

  @Test
  void theSameTextUnderAnotherIdIsACopyThatRepeats() {
    enricher.enrich(Texts.article("a", Texts.HARBOUR));
    EnrichedArticle copy = enricher.enrich(Texts.article("b", Texts.HARBOUR));
    assertThat(copy.story().relation()).isEqualTo(Relation.COPY);
    assertThat(copy.story().of()).isEqualTo("a");
    assertThat(copy.story().similarity()).isEqualTo(1);
    assertThat(copy.statements()).extracting(s -> s.novelty()).containsExactly(Novelty.REPEAT);
  }

  @Test
  void aChangedTextIsARevision() {
    enricher.enrich(Texts.article("a", Texts.HARBOUR));
    EnrichedArticle revised = enricher.enrich(Texts.article("a", Texts.HARBOUR + " More."));
    assertThat(revised.revision()).isEqualTo(1);
    assertThat(revised.story().relation()).isEqualTo(Relation.REVISION);
  }

  @Test
  void anyTimeIsBearable() {
    for (Instant time : new Instant[] {Instant.MIN, Instant.EPOCH, Instant.MAX}) {
      Article article = Texts.article("t" + time, Texts.HARBOUR, time, Lane.BACKFILL);
      assertThat(enricher.enrich(article).statements()).hasSize(1);
      assertThat(EventTime.timestamp(article)).isNotNegative();
    }
  }

  @Test
  void comparesTextsWithoutSpeakersAsIfByOne() {
    Comparer comparer = new Comparer();
    Comparison same = comparer.compare("It is done.", "It is done!", null, null);
    assertThat(same.repeat()).isTrue();
    assertThat(comparer.compare("It is done.", "It is done!", "Vera Marcal", "Igor Stahl").repeat())
        .isFalse();
  }
}
