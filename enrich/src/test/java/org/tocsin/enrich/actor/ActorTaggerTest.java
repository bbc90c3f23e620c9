package org.tocsin.enrich.actor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.contract.ActorTag;
import org.tocsin.contract.Mention;
import org.tocsin.contract.Part;

class ActorTaggerTest {
  private static final ActorTagger TAGGER = new ActorTagger();

  private static List<ActorTag> tag(String text) {
    return TAGGER.tag(null, text, "en");
  }

  private static String ids(String text) {
    return tag(text).stream().map(ActorTag::id).collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Putin flew home.; person:vladimir-putin",
        "The UN and NATO met, then Nato left.; igo:united-nations igo:nato",
        "A Peruvian Foreign Ministry note; government:pe-foreign-ministry",
        "Peru's Ministry of Foreign Affairs; government:pe-foreign-ministry",
        "the Ministry of Foreign Affairs of Peru; government:pe-foreign-ministry",
        "Norway's Security Council met; government:no-security-council",
        "Samoa's General Assembly of farmers; x:general-assembly",
        "the Security Council met; igo:un-security-council",
        "Turkey's World Bank loan; igo:world-bank",
        "Spain's European Union seats; igo:european-union",
        "Ireland's Labour Party; x:labour-party",
        "The Pentagon and the Kremlin; government:us-pentagon government:ru-kremlin",
        "Встреча: Путин и ООН; person:vladimir-putin igo:united-nations",
        "صرح بوتين; person:vladimir-putin",
        "美国总统拜登; person:joe-biden",
      })
  void knowsActorsOfTheDictionary(String text, String ids) {
    assertThat(ids(text)).isEqualTo(ids);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "On Monday Orsolya Venn said the dam would hold.; x:orsolya-venn",
        "Harbour mayor Ilse Brandt left.; x:ilse-brandt",
        "The plan of Timur Askarov, a farmer, failed.; x:timur-askarov",
        "A letter to Chancellor Quill was lost.; x:quill",
        "The Riverside Growers' Union met.; x:riverside-growers-union",
        "The University of Tromsdal closed.; x:university-of-tromsdal",
        "Shares of Brightwater Inc fell.; x:brightwater-inc",
        "The Orange Meadow Party lost.; x:orange-meadow-party",
      })
  void discoversActorsByEvidence(String text, String ids) {
    assertThat(ids(text)).isEqualTo(ids);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The Tall Tower of Norrland was painted.",
        "On Friday Morning the market opened.",
        "It rained in Great Britain and in the United States.",
        "Prandel Bushell",
        "the un-named town",
        "Follow us on Twitter.",
      })
  void abstainsWithoutEvidence(String text) {
    assertThat(tag(text)).isEmpty();
  }

  @Test
  void headlineInTitleCaseMakesNoPeopleButNamesThoseOfTheText() {
    List<ActorTag> tags =
        TAGGER.tag(
            "Venn Warns Lower Valley Over Broken Dam",
            "Orsolya Venn said the dam may break.",
            "en");
    assertThat(tags).extracting(ActorTag::name).containsExactly("Orsolya Venn");
    assertThat(tags.get(0).mentions())
        .extracting(Mention::in)
        .containsExactly(Part.TITLE, Part.TEXT);
  }

  @Test
  void surnameIsTiedToTheOnePersonWhoHasIt() {
    ActorTag tag = tag("Orsolya Venn said no. Later Venn left. Mr. Venn's car broke down.").get(0);
    assertThat(tag.mentions())
        .extracting(Mention::text)
        .containsExactly("Orsolya Venn", "Venn", "Venn");
  }

  @Test
  void surnameThatTwoShareIsTiedToNeither() {
    List<ActorTag> tags =
        tag("Orsolya Venn said no. Tomas Venn said yes. Then Venn left, and Mr. Venn wept.");
    assertThat(tags).extracting(ActorTag::name).containsExactly("Orsolya Venn", "Tomas Venn");
    assertThat(tags).allSatisfy(tag -> assertThat(tag.mentions()).hasSize(1));
  }

  @Test
  void abbreviationInBracketsIsTiedToItsBody() {
    ActorTag tag = tag("The Riverside Growers' Union (RGU) met. The RGU called for rain.").get(0);
    assertThat(tag.mentions())
        .extracting(Mention::text)
        .containsExactly("Riverside Growers' Union", "RGU", "RGU");
  }

  @Test
  void discoveredPersonGetsCountryAndSectorFromTheTitle() {
    ActorTag tag = tag("Peruvian Interior Minister Orsolya Venn said no.").get(0);
    assertThat(tag.type()).isEqualTo(ActorTag.Type.PERSON);
    assertThat(tag.name()).isEqualTo("Orsolya Venn");
    assertThat(tag.country()).isEqualTo("PE");
    assertThat(tag.role()).isEqualTo("GOV");
  }

  @Test
  void longerNameReplacesTheShorterOne() {
    List<ActorTag> tags = tag("President Venn spoke. Later Orsolya Venn said she was tired.");
    assertThat(tags).extracting(ActorTag::name).containsExactly("Orsolya Venn");
  }

  @Test
  void mentionsAreInOrderWithOffsets() {
    String text = "The UN waited.\nOrsolya Venn told NATO that the UN had waited.";
    List<ActorTag> tags = tag(text);
    assertThat(tags)
        .extracting(ActorTag::name)
        .containsExactly("United Nations", "Orsolya Venn", "NATO");
    assertThat(tags)
        .flatExtracting(ActorTag::mentions)
        .allSatisfy(m -> assertThat(text.substring(m.start(), m.end())).isEqualTo(m.text()));
  }
}
