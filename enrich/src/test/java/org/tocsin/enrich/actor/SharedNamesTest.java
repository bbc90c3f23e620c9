package org.tocsin.enrich.actor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose name {@code the Alliance} is, in articles written for this test; {@code -} is nobody's. */
class SharedNamesTest {
  private static final ActorTagger TAGGER = new ActorTagger();

  private static String bearer(String name, String text) {
    String ids =
        TAGGER.tag(null, text, "en").stream()
            .filter(tag -> tag.mentions().stream().anyMatch(m -> m.text().equals(name)))
            .filter(tag -> !tag.id().startsWith("x:"))
            .map(tag -> tag.id())
            .collect(Collectors.joining(" "));
    return ids.isEmpty() ? "-" : ids;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "igo:cis; Commonwealth; Presidents of Russia, Kazakhstan and Tajikistan met in Minsk. Militants threaten the Commonwealth, the Kazakh leader said.",
        "igo:commonwealth; Commonwealth; Ministers from Australia, Kenya, Jamaica and India gathered. The next summit of the Commonwealth will be held in Nairobi.",
        "-; Commonwealth; The governor of Virginia signed the bill. Residents of the Commonwealth will pay less tax next year, he said.",
        "-; Commonwealth; Ministers from Russia, Armenia, Canada and Malta met. Nobody spoke for the Commonwealth at the fair.",
        "igo:cis; Commonwealth; Russia wants Russian guards on the border. Russian and Afghan envoys met, and a Russian general warned of attacks on the Commonwealth from there.",
        "-; Commonwealth; A Russian singer came to the opening. The fair is the largest in the Commonwealth, its owner said.",
        "igo:nato; Alliance; NATO will send more ships to the Baltic. Members of the Alliance agreed on it on Friday.",
        "-; Alliance; The party wants a place in the Alliance, its leader Tomas Venn said on Monday.",
        "igo:icc; Court; The International Criminal Court opened its hearing. Lawyers said the Court would rule in May.",
        "-; Council; The Tarn City Council met on Monday with UN Security Council envoys. The vote of the Council was close.",
        "igo:european-union; Union; France, Poland and Malta asked for more time. The rules of the Union do not allow it, Danish diplomats said.",
        "-; Union; Workers marched in Ohio on Monday. The leaders of the Union want higher wages, Ann Roe said.",
        "igo:arab-league; League; The Arab League sent two envoys. A statement of the League is expected tonight.",
        "-; League; Tarn Rovers won again. Nobody in the League has scored more often this year.",
      })
  void isToldByTheArticle(String expected, String name, String text) {
    assertThat(bearer(name, text)).isEqualTo(expected);
  }
}
