package org.tocsin.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.enrich.actor.ActorTagger;
import org.tocsin.enrich.country.CountryTagger;
import org.tocsin.enrich.language.LanguageDetector;
import org.tocsin.enrich.text.DataFile;

/** Fifty phrases made up for it, read by language, country and actor tagger one after the other. */
class PhraseCountryTest {
  private static final double AT_LEAST = 0.9;
  private final LanguageDetector languages = new LanguageDetector();
  private final CountryTagger countries = new CountryTagger();
  private final ActorTagger actors = new ActorTagger();

  @Test
  void findsTheCountryOfNearlyEveryPhrase() {
    List<DataFile.Row> rows = DataFile.of(ActorTagger.class, "phrases.tsv");
    List<String> wrong = new ArrayList<>();
    for (DataFile.Row row : rows) {
      String found = country(row.get("phrase"));
      if (!found.equals(row.get("country"))) {
        wrong.add(found + " for " + row.get("country") + ": " + row.get("phrase"));
      }
    }
    assertThat(rows).hasSize(50);
    assertThat(wrong).hasSizeLessThanOrEqualTo((int) (rows.size() * (1 - AT_LEAST)));
  }

  /** The country of the first actor, else the first country named. */
  private String country(String phrase) {
    String language = languages.detect(phrase, null);
    String ofActor =
        actors.tag(null, phrase, language).stream()
            .limit(1)
            .map(actor -> actor.country() == null ? "" : actor.country())
            .findFirst()
            .orElse("");
    return ofActor.isEmpty()
        ? countries.tag(null, phrase, language).stream()
            .map(country -> country.code())
            .findFirst()
            .orElse("")
        : ofActor;
  }
}
