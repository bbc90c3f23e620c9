package org.tocsin.enrich.actor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.contract.ActorTag;
import org.tocsin.enrich.actor.ActorEntry.Term;

class ImportersTest {
  private static Import phoenix(String... lines) throws IOException {
    return PhoenixImporter.read(new StringReader(String.join("\n", lines)));
  }

  @Test
  void readsAPhoenixActorWithItsNamesAndTerms() throws IOException {
    Import read =
        phoenix(
            "# a comment",
            "ANSELMO_TABARES_  ; from a list",
            "+A.J._TABARES",
            "\t[PERELI <900728]",
            "\t[PERGOV 900728-20050728]",
            "\t[PERELI]");
    assertThat(read.refusals()).isEmpty();
    ActorEntry actor = read.actors().get(0);
    assertThat(actor.id()).isEqualTo("cameo:anselmo-tabares");
    assertThat(actor.name()).isEqualTo("Anselmo Tabares");
    assertThat(actor.aliases()).containsExactly("A.J. Tabares");
    assertThat(actor.type()).isEqualTo(ActorTag.Type.PERSON);
    assertThat(actor.country()).isEqualTo("PE");
    assertThat(actor.terms()).contains(new Term("GOV", "PERGOV", "PE", 1990, 2005));
    assertThat(actor.roleIn(2000)).isEqualTo("GOV");
    assertThat(actor.role()).isEqualTo("ELI");
  }

  @Test
  void readsAPhoenixGroupCodedOnItsOwnLine() throws IOException {
    Import read = phoenix("QUIET_RIVER_BRIGADE [COLREB]", "+QRB");
    assertThat(read.actors())
        .extracting(ActorEntry::type, ActorEntry::country, ActorEntry::aliases)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(ActorTag.Type.ARMED_GROUP, "CO", List.of("Qrb")));
  }

  @Test
  void reportsPhoenixLinesItDoesNotUnderstand() throws IOException {
    Import read =
        phoenix(
            "+NOBODY",
            "ANA_ROE",
            "\t[PERGOV",
            "BO_VENN",
            "\t[NORGOV 17th-century]",
            "NORLAND [NOR]");
    assertThat(read.actors()).isEmpty();
    assertThat(read.refusals())
        .extracting(Import.Refusal::line, Import.Refusal::reason)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1, "a further name without a first one"),
            org.assertj.core.groups.Tuple.tuple(3, "not a code in brackets"),
            org.assertj.core.groups.Tuple.tuple(2, "a name without a code"),
            org.assertj.core.groups.Tuple.tuple(5, "not a date"),
            org.assertj.core.groups.Tuple.tuple(4, "a name without a code"),
            org.assertj.core.groups.Tuple.tuple(6, "a country, not an actor"));
    assertThat(read.report(1)).contains("0 actors", "line 1").doesNotContain("line 3");
  }

  @Test
  void joinsTheRowsOfAWikidataResult() throws IOException {
    String json =
        """
        {"results":{"bindings":[
          {"item":{"value":"http://www.wikidata.org/entity/Q901"},"itemLabel":{"value":"Ana Roe"},
           "alias":{"value":"A. Roe"},"country":{"value":"pe"},"role":{"value":"GOV"},
           "office":{"value":"Mayor"},"start":{"value":"2001-05-01T00:00:00Z"},"end":{"value":"2005-01-01T00:00:00Z"}},
          {"item":{"value":"http://www.wikidata.org/entity/Q901"},"itemLabel":{"value":"Ana Roe"},
           "alias":{"value":"Ana Lena Roe"}},
          {"item":{"value":"http://www.wikidata.org/entity/Q902"},"itemLabel":{"value":"Q902"}},
          {"itemLabel":{"value":"Nobody"}},
          {"item":{"value":"x/Q903"},"itemLabel":{"value":"Bo"},"type":{"value":"giant"}}
        ]}}""";
    Import read = WikidataImporter.read(new StringReader(json));
    assertThat(read.actors()).hasSize(1);
    ActorEntry ana = read.actors().get(0);
    assertThat(ana.id()).isEqualTo("wikidata:q901");
    assertThat(ana.country()).isEqualTo("PE");
    assertThat(ana.aliases()).containsExactly("A. Roe", "Ana Lena Roe");
    assertThat(ana.terms()).containsExactly(new Term("GOV", "Mayor", "PE", 2001, 2005));
    assertThat(read.refusals()).extracting(Import.Refusal::line).containsExactly(3, 4, 5);
  }

  @Test
  void readsTheListThatTheQueryPageDownloads() throws IOException {
    Import read =
        WikidataImporter.read(
            new StringReader(
                "[{\"item\":\"http://www.wikidata.org/entity/Q7\",\"itemLabel\":\"Lake Guard\",\"type\":\"armed-group\"}]"));
    assertThat(read.actors())
        .extracting(ActorEntry::type)
        .containsExactly(ActorTag.Type.ARMED_GROUP);
    assertThat(WikidataImporter.read(new StringReader("{}")).refusals()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"RUSGOV,RU,GOV", "FRA,FR,", "IGOUNO,,IGO", "MNC,,MNC", "KSVGOV,XK,GOV", "X,,"})
  void takesCameoCodesApart(String code, String country, String sector) {
    assertThat(CameoCode.country(code)).isEqualTo(country);
    assertThat(CameoCode.sector(code)).isEqualTo(sector);
  }

  @Test
  void writesCameoCodes() {
    ActorTag tag = new ActorTag("x:a", "A", ActorTag.Type.PERSON, "RU", "GOV", List.of());
    assertThat(CameoCode.of(tag)).isEqualTo("RUSGOV");
  }
}
