package org.tocsin.enrich.country;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.contract.CountryTag;
import org.tocsin.contract.CountryTag.Role;
import org.tocsin.contract.Mention;
import org.tocsin.contract.Part;

class CountryTaggerTest {
  private static final CountryTagger TAGGER = new CountryTagger();

  private static String codes(String text, String language) {
    return TAGGER.tag(null, text, language).stream()
        .map(CountryTag::code)
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      emptyValue = "",
      value = {
        "Peru and Chile signed a fishing treaty.; PE CL",
        "The Chilean navy saluted.; CL",
        "Officials in Vientiane declined to comment.; LA",
        "The Kremlin did not answer.; RU",
        "Flooding in Saskatchewan worsened.; CA",
        "Taiwan, Kosovo, Hong Kong and Puerto Rico sent teams, so did the Palestinian Authority.; TW XK HK PR PS",
        "The U.S. and the UK agreed, the UAE did not.; US GB AE",
        "Follow us and tell us more.; ''",
        "He studied in the former Soviet Union.; RU",
        "Guinea-Bissau borders Guinea, not Equatorial Guinea or Papua New Guinea.; GW GN GQ PG",
        "North Korea and South Korea exchanged letters.; KP KR",
        "A ferry left Northern Ireland.; GB",
        "The Syrian-Turkish border was quiet.; SY TR",
        "She drives a turkey to market and eats off china.; ''",
        "New Mexico borders Mexico.; US MX",
      })
  void findsCountriesInEnglish(String text, String codes) {
    assertThat(codes(text, "en")).isEqualTo(codes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      emptyValue = "",
      value = {
        "The New York Times reported it first.; ''",
        "A column in the Jerusalem Post drew anger.; ''",
        "Michael Jordan opened a restaurant.; ''",
        "Ruth London and Ms. Paris sang.; ''",
        "Austin Reed scored twice.; ''",
        "Storms crossed the Indian Ocean.; ''",
        "Police in Austin closed a road.; US",
        "Jordan closed its border.; JO",
      })
  void leavesOutPeopleAndThingsCalledAfterPlaces(String text, String codes) {
    assertThat(codes(text, "en")).isEqualTo(codes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Georgia held talks in Tbilisi.; GE",
        "Georgia was hit by storms, as were Alabama and Florida.; US",
        "Georgia held an election.; GE",
        "The mayor of Paris, Texas, resigned.; US",
        "A bakery in Macon, Ga., burned down.; US",
        "Rep. Ann Doe (R-Ky.) voted no.; US",
        "Trains to Birmingham stop at London.; GB",
        "Birmingham is the largest city of Alabama.; US",
        "Costa Rica's president spoke in San Jose.; CR",
        "Rebels in eastern Congo attacked Goma.; CD",
        "Brazzaville is the capital of Congo.; CG",
      })
  void decidesAmbiguousPlacesByTheRestOfTheArticle(String text, String codes) {
    assertThat(codes(text, "en")).isEqualTo(codes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "de; Die Minister trafen sich in Frankreich und den Niederlanden.; FR NL",
        "fr; Le traité lie l'Allemagne à la Grèce.; DE GR",
        "es; Los equipos de Alemania y Japón viajan hoy.; DE JP",
        "ru; Россия и Франция подписали договор.; RU FR",
        "ru; Переговоры идут в России, российский посол молчит.; RU",
        "de; Die französische Ministerin reist nach Kiew.; FR UA",
        "zh; 德国和法国签署了协议。; DE FR",
        "ar; وقعت ألمانيا وفرنسا اتفاقا; DE FR",
        "ko; 독일은 프랑스와 합의했다; DE FR",
      })
  void findsNamesInOtherLanguages(String language, String text, String codes) {
    assertThat(codes(text, language)).isEqualTo(codes);
  }

  @Test
  void mentionsCarryOffsetsAndTheEntryThatFoundThem() {
    String text = "In Kabul, Afghan traders said the Kremlin’s envoy had left Afghanistan.";
    List<Mention> mentions =
        TAGGER.tag("Kabul waits", text, "en").stream()
            .flatMap(tag -> tag.mentions().stream())
            .toList();
    assertThat(mentions)
        .extracting(Mention::entry)
        .containsExactly("capital:AF", "capital:AF", "demonym:AF", "name:AF", "metonym:RU");
    assertThat(mentions).filteredOn(mention -> mention.in() == Part.TITLE).hasSize(1);
    assertThat(mentions)
        .filteredOn(mention -> mention.in() == Part.TEXT)
        .allSatisfy(m -> assertThat(text.substring(m.start(), m.end())).isEqualTo(m.text()));
  }

  @Test
  void headlineAndFrequencyMakeACountryWhatTheArticleIsAbout() {
    String text =
        "LISBON (Agency) — Portugal raised its minimum wage. Portugal's unions welcomed the step. "
            + "x ".repeat(300)
            + "A similar plan failed in Malta.";
    List<CountryTag> tags = TAGGER.tag("Portugal lifts pay", text, "en");
    assertThat(tags).extracting(CountryTag::code).containsExactly("PT", "MT");
    assertThat(tags).extracting(CountryTag::role).containsExactly(Role.ABOUT, Role.MENTIONED);
    assertThat(tags.stream().mapToDouble(CountryTag::weight).sum()).isBetween(0.99, 1.01);
  }

  @Test
  void nameMayGoOverALineBreakButNotOverAParagraph() {
    assertThat(codes("In New\nZealand it rained.", "en")).isEqualTo("NZ");
    assertThat(codes("Something New\n\nZealand", "en")).isEmpty();
  }

  @Test
  void unknownLanguageFallsBackToEnglish() {
    assertThat(codes("Peru waits", "und")).isEqualTo("PE");
    assertThat(codes("Peru waits", "no such language")).isEqualTo("PE");
  }
}
