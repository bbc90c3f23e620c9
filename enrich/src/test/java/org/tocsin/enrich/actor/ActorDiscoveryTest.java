package org.tocsin.enrich.actor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.contract.ActorTag;

/** Names that no dictionary has, in sentences written for this test. */
class ActorDiscoveryTest {
  private static final ActorTagger TAGGER = new ActorTagger();

  private static String found(String text, String language) {
    return TAGGER.tag(null, text, language).stream()
        .map(tag -> (tag.type() == ActorTag.Type.PERSON ? "P " : "O ") + tag.name())
        .collect(Collectors.joining(", "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Yesterday Marguerite Osei resigned after nine years.; P Marguerite Osei",
        "Critics such as Tomasz Brandl and Wiktor Nagy stayed away.; P Tomasz Brandl, P Wiktor Nagy",
        "The bridge was designed by Olga van der Meulen (1911-1987).; P Olga van der Meulen",
        "It was J. R. Hollister who opened the door.; P J. R. Hollister",
        "In 1302 King Haldor III signed the letter.; P Haldor III",
        "Kerstin Wahlberg, 34, said her brother had left.; P Kerstin Wahlberg",
        "Bergqvist resigned because he was ill.; P Bergqvist",
        "General de Marmande lost the battle.; P de Marmande",
        "Ohio Senator Philippa Crane wrote the bill.; P Philippa Crane",
        "A judge fined the Drift and Tide Company on Friday.; O Drift and Tide Company",
        "She works for the Food and Harbour Administration.; O Food and Harbour Administration",
        "The Women's Orchard League met.; O Women's Orchard League",
        "Shares in Kolmberg fell after the Kolmberg Steel Company cut jobs.; O Kolmberg, O Kolmberg Steel Company",
        "Members of the Lanterns walked out.; O Lanterns",
        "The Fair Harvest (FH) movement grew.; O Fair Harvest",
        "Co-operative Dairy Union officials left.; O Co-operative Dairy Union",
        "He left the Party of Quiet Reform and joined the Rally for the Coast.; O Party of Quiet Reform, O Rally for the Coast",
        "They ran on the list of Parti du Lac.; O Parti du Lac",
        "A spokesman for Brightwater Holdings Ltd declined to comment.; O Brightwater Holdings Ltd",
        "The rebels took the town and the Army withdrew.; O rebels, O Army",
        "Norwegian security forces fired at the guerrillas.; O Norwegian security forces, O guerrillas",
        "OPAQ said the report was false.; O OPAQ",
        "The mayor of Tarn, Oluk Bessaro, said the bridge was safe.; P Oluk Bessaro",
        "Its chairman, Tavo Brimm, stayed away.; P Tavo Brimm",
        "A spokeswoman for the union, Jorun Veske, told reporters nothing.; P Jorun Veske",
        "The plant in Salt Fork, Ohio, said it would close.; ''",
        "He lives in North Tarn, said neighbours.; ''",
        "Hong Kong rose and Costa Rica fell.; ''",
        "Cholera on Lake Victoria travels.; ''",
        "Tanners complained of delays.; ''",
        "Norwegian Lighthouse Minister Ann Wessbak left.; P Ann Wessbak",
        "They walked along the Danube towards Vienna.; ''",
        "In April the Baltic States met in Tallinn.; ''",
        "Her novel Winter Orchard won the Lake Prize.; ''",
        "Later, Tuesday, Christmas and Friday were named.; ''",
        "The 2011 Norwegian local elections were held in Bergen.; ''",
      })
  void findsPeopleAndBodiesByWhatTheyAre(String text, String names) {
    assertThat(found(text, "en")).isEqualTo(names);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "MEMBERS OF THE TAMBOA LIBERATION FRONT KILLED MAYOR ANSELMO TABARES NEAR THE BRIDGE ON MONDAY.; O TAMBOA LIBERATION FRONT, P ANSELMO TABARES",
        "TROOPS WHO CROSSED THE BORDER SAID THAT THE ARMY HAD FLED FROM THE VILLAGE BEFORE DAWN.; O ARMY",
      })
  void readsTextsInCapitals(String text, String names) {
    assertThat(found(text, "en")).isEqualTo(names);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Der Umweltminister Torben Wiegand lobte die Arbeit der Gemeinde.; P Torben Wiegand",
        "Die Bewohner der Stadt feierten das Fest im Park mit Kuchen und Musik.; ''",
        "Der Sprecher der Feuerwehr dankte Annika Lorenz für die Hilfe.; P Annika Lorenz",
      })
  void takesGermanNounsForNoNames(String text, String names) {
    assertThat(found(text, "de")).isEqualTo(names);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Orsolya Venn opened the session. Venn thanked her brother Tomas Venn. Venn smiled.; 3; 1",
        "Orsolya Venn spoke. Venn left. Then Tomas Venn came. Venn wept.; 2; 1",
      })
  void surnameBelongsToTheOneWhoHasIt(String text, int first, int second) {
    assertThat(TAGGER.tag(null, text, "en"))
        .extracting(tag -> tag.mentions().size())
        .containsExactly(first, second);
  }
}
