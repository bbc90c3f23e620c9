package org.tocsin.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.contract.ActorTag;
import org.tocsin.contract.Article;
import org.tocsin.contract.CountryTag;
import org.tocsin.contract.DictionaryEntry;
import org.tocsin.contract.DictionaryEntry.Kind;
import org.tocsin.contract.DictionaryEntry.State;
import org.tocsin.contract.Lane;
import org.tocsin.contract.Mention;
import org.tocsin.enrich.dictionary.EntryDraft;

/** What operators say takes effect in the very analysis that articles go through. */
class LiveAnalysisTest {
  private static final StandardAnalyser ANALYSER = new StandardAnalyser();
  private static final Instant NOW = Instant.parse("2031-03-03T06:30:00Z");

  private static Analysis analyse(String text, String published) {
    Instant time = Instant.parse(published + "T00:00:00Z");
    return ANALYSER.analyse(
        new Article("a", null, "Courier", null, text, "en", time, NOW, null, Lane.LIVE));
  }

  private static DictionaryEntry country(State state) {
    return new EntryDraft(
            "country:ml-quorvenia",
            Kind.COUNTRY,
            "Quorvenia",
            List.of("Land of the Quorvens"),
            null,
            "ML",
            null,
            null,
            null)
        .after(null, state, "test", NOW);
  }

  @Test
  void roleIsThatOfTheDayTheArticleWasPublished() {
    String text = "Angela Merkel spoke in the evening.";
    assertThat(analyse(text, "2017-04-01").actors()).extracting(ActorTag::role).contains("GOV");
    assertThat(analyse(text, "2023-04-01").actors()).extracting(ActorTag::role).contains("ELI");
  }

  /** A ministry is one speaker, however it is written; what no dictionary has keeps its words. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Norway's defence ministry said the dam was safe.|Norwegian Defence Ministry|government:no-defence-ministry",
        "The Norwegian Defence Ministry said the dam was safe.|Norwegian Defence Ministry|government:no-defence-ministry",
        "The rebels said the dam was safe.|The rebels|x:rebels",
        "A clerk of Norway's defence ministry said the dam was safe.|A clerk of Norway's defence ministry|",
      })
  void speakersThatAreDescribedAreTheActorsTaggedThere(String text, String name, String actor) {
    assertThat(analyse(text, "2031-03-03").statements())
        .extracting("statement.speaker.name", "statement.speaker.actor")
        .containsExactly(tuple(name, actor));
  }

  /** A name, a year and what it stood for then; what stays the same over the years last. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The army of Congo and envoys from Lagos met on Sunday.|1985|CG",
        "The army of Congo and envoys from Lagos met on Sunday.|2015|CD",
        "The governor of the Gold Coast opened the harbour.|1949|GH",
        "The mayor of the Gold Coast opened the harbour.|2019|AU",
        "A bronze of Benin was shown in the museum.|1964|NG",
        "The parliament of Benin voted on Sunday.|2004|BJ",
        "The governor of Georgia signed the bill.|1979|US",
        "The president of Georgia, in Tbilisi, signed the bill.|2009|GE",
        "The government of Zaire resigned.|1985|CD",
        "The government of Zaire had resigned in those years.|2021|CD",
        "Burma opened the border.|1975|MM",
        "Soviet officials refused.|1983|RU",
        "Czechoslovakia won the match.|1976|CZ",
        "East Germany closed the border.|1988|DE"
      })
  void namesOfFormerDaysAreReadWithTheDayInMind(String text, int year, String code) {
    assertThat(analyse(text, year + "-05-01").countries())
        .extracting(CountryTag::code)
        .contains(code)
        .doesNotContain(opposite(code));
  }

  private static String opposite(String code) {
    return switch (code) {
      case "CG" -> "CD";
      case "CD" -> "CG";
      case "GH" -> "AU";
      case "AU" -> "GH";
      case "NG" -> "BJ";
      case "BJ" -> "NG";
      case "US" -> "GE";
      default -> "US";
    };
  }

  @Test
  void nameOfACountryIsFoundFromTheNextArticleOnUntilItIsRemoved() {
    String text = "Troops left the Land of the Quorvens. Quorvenia was quiet.";
    assertThat(analyse(text, "2031-03-01").countries()).isEmpty();
    ANALYSER.dictionary().use(List.of(country(State.IN_FORCE)));
    List<CountryTag> found = analyse(text, "2031-03-01").countries();
    assertThat(found).extracting(CountryTag::code).containsExactly("ML");
    assertThat(found.get(0).mentions())
        .extracting(Mention::text, Mention::entry)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Land of the Quorvens", "country:ml-quorvenia@1"),
            org.assertj.core.groups.Tuple.tuple("Quorvenia", "country:ml-quorvenia@1"));
    ANALYSER.dictionary().use(List.of(country(State.REMOVED)));
    assertThat(analyse(text, "2031-03-01").countries()).isEmpty();
  }
}
