package org.tocsin.enrich.country;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.contract.CountryTag;
import org.tocsin.enrich.text.DataFile;

/** Sentences made up for it, thirty in each of nine languages and sixty traps in English. */
class CountrySentencesTest {
  private static final double AT_LEAST = 0.95;
  private static final CountryTagger TAGGER = new CountryTagger();
  private static final List<DataFile.Row> SENTENCES =
      DataFile.of(CountrySentencesTest.class, "sentences.tsv");

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "fr", "es", "ru", "uk", "ar", "zh", "fa", "tr"})
  void findsTheCountriesOfNearlyEverySentence(String language) {
    List<DataFile.Row> rows =
        SENTENCES.stream().filter(row -> row.get("language").equals(language)).toList();
    List<String> wrong = new ArrayList<>();
    for (DataFile.Row row : rows) {
      String expected = sorted(Arrays.stream(row.get("codes").split("[ -]")));
      String found = codes(row.get("sentence"), language, null);
      if (!found.equals(expected)) {
        wrong.add(found + " for " + expected + ": " + row.get("sentence"));
      }
    }
    assertThat(rows).hasSizeGreaterThanOrEqualTo(30);
    assertThat(wrong).hasSizeLessThanOrEqualTo((int) (rows.size() * (1 - AT_LEAST)));
  }

  @Test
  void publisherSettlesWhichTownIsMeant() {
    String text = "Cambridge councillors voted to close the car park on Regent Street.";
    assertThat(codes(text, "en", "cambridgereporter.co.uk")).isEqualTo("GB");
    assertThat(codes("The Paris city council meets on Monday.", "en", "theparisledger.com"))
        .isEqualTo("US");
    assertThat(codes("Paris a voté son budget lundi.", "fr", "leparisjournal.fr")).isEqualTo("FR");
  }

  @Test
  void publisherAloneAddsNoCountry() {
    assertThat(codes("The council meets on Monday.", "en", "dublingazette.ie")).isEmpty();
  }

  @Test
  void lesserTownsNeedAWordBesideThemOrOneAnother() {
    assertThat(codes("Hopkins said the plan was late.", "en", null)).isEmpty();
    assertThat(codes("Residents near Hopkins fled.", "en", null)).isEqualTo("US");
    assertThat(codes("Deputies searched fields outside Chillicothe.", "en", null)).isEqualTo("US");
  }

  @Test
  void localEvidenceOutweighsACapitalOfTheSameName() {
    String text =
        "The sheriff of Edgar County said Paris firefighters and deputies from Decatur answered "
            + "the call near the township line.";
    assertThat(codes(text, "en", null)).isEqualTo("US");
    assertThat(codes("American officials met in Paris with envoys.", "en", null))
        .isEqualTo("FR US");
  }

  @Test
  void surnamesOfPeopleAreNoTowns() {
    String text = "Matthew Flores pleaded not guilty. Flores had been the bookkeeper for years.";
    assertThat(codes(text, "en", null)).isEmpty();
  }

  @Test
  void leaderStandsForACountryOnlyWhereNoneIsNamed() {
    assertThat(codes("Obama smiled and left the studio.", "en", null)).isEqualTo("US");
    assertThat(codes("Obama landed in Kenya.", "en", null)).isEqualTo("KE");
  }

  private static String codes(String text, String language, @Nullable String source) {
    return sorted(TAGGER.tag(null, text, language, source).stream().map(CountryTag::code));
  }

  private static String sorted(Stream<String> codes) {
    return codes.filter(code -> !code.isEmpty()).sorted().collect(Collectors.joining(" "));
  }
}
