package org.tocsin.alert.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.alert.Samples;
import org.tocsin.contract.Alert;
import org.tocsin.contract.Lane;
import org.tocsin.contract.Sighting;

class QueryTest {
  private static final String TEXT =
      "Militants' threats against the U.N. mission won't stop the port's re-opening, "
          + "and “new elections” were planned in Côte d'Ivoire.";

  private static boolean matches(String query, Sighting sighting) {
    return Query.parse(query).match(sighting).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "threat",
        "threats",
        "THREATS",
        "threatS",
        "militant",
        "militants",
        "election",
        "un",
        "U.N.",
        "port",
        "reopening OR re-opening",
        "re-opening",
        "cote",
        "côte",
        "ivoire",
        "\"cote d'ivoire\"",
        "\"new elections\"",
        "“new election”",
        "«new election»",
        "\"planned in\"",
        "plan",
        "plans",
        "planning",
        "stopping",
        "mission threat",
        "threat AND mission",
        "threat mission port",
        "threat NOT harbour",
        "threat AND NOT harbour",
        "NOT harbour threat",
        "threat AND (harbour OR mission)",
        "(harbour OR port) (river OR mission)",
        "((threat))",
        "thre*",
        "MILI*",
        "elec* AND miss*",
        "text:threat",
        "text:(threat AND mission)",
        "TEXT:threat",
        "text: threat",
        "speaker:oldenburg",
        "speaker:\"mira oldenburg\"",
        "speaker:\"harbour master\"",
        "speaker:(castellane OR oldenburg)",
        "speaker:olden*",
        "actor:castellane",
        "actor:\"port authority\"",
        "actor:VALPORT",
        "actor:actor-1",
        "country:NO",
        "country:dk",
        "country:(SE OR DK)",
        "country:\"NO\"",
        "about:NO",
        "about:NO AND NOT about:DK",
        "source:gazette",
        "source:\"harbour gazette\"",
        "source:harbour-gazette.example",
        "language:en",
        "language:EN threat",
        "kind:direct",
        "kind:(direct OR mixed)",
        "threat AND country:NO AND speaker:oldenburg AND kind:direct AND language:en",
        "threat AND (nothere OR NOT absent)",
        "=threats",
        "=\"new elections\"",
        "text:=mission",
        "\"port mission\"~4",
        "\"mission port\"~4",
        "\"threats militants\"~0",
        "mission NEAR/4 port",
        "port NEAR/4 mission",
        "threat port NEAR/4 mission election",
        "(ship OR port) NEAR/4 (\"UN mission\" OR fleet)",
        "mili* NEAR/0 threat",
        "text:(mission NEAR/4 port)",
        "NOT (mission NEAR/3 port) AND threat",
        "NOT mission NEAR/3 port AND threat",
        "mis?ion",
        "thr?ats",
        "mil?tan*",
        "threat?",
        "mission AND NOT near",
        "threat AND (port OR outlets:>=9)",
        "threat AND outlets:>0",
      })
  void finds(String query) {
    assertThat(matches(query, Samples.sighting("s", TEXT))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "threaten",
        "hreat",
        "elect",
        "harbour",
        "\"elections new\"",
        "\"threats mission\"",
        "threat NOT mission",
        "threat AND NOT (mission OR river)",
        "threat AND harbour",
        "(threat OR mission) AND river",
        "speaker:castellane",
        "speaker:threat",
        "actor:oldenburg",
        "actor:VALPOR",
        "country:SE",
        "about:DK",
        "source:tribune",
        "language:fr",
        "kind:indirect",
        "gazette",
        "s",
        "don",
        "threats AND language:de",
        "=threat",
        "=\"new election\"",
        "\"port mission\"~2",
        "mission NEAR/3 port",
        "(mission OR threat) NEAR/1 port",
        "\"new mission\" NEAR/9 port",
        "mis?ion?s",
        "mis?on",
        "publisherCountry:NO",
        "threat AND outlets:>=2",
      })
  void doesNotFind(String query) {
    assertThat(matches(query, Samples.sighting("s", TEXT))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "threat,threats",
    "warn,warns",
    "warn,warned",
    "warn,warning",
    "warnings,warned",
    "make,making",
    "make,made",
    "country,countries",
    "crisis,crises",
    "say,said",
    "say,says",
    "pay,pays",
    "try,tries",
    "spy,spies",
    "convoy,convoys",
    "fight,fought",
    "control,controlled",
    "increase,increasing",
    "agree,agreed",
    "virus,viruses",
    "ally,allied",
    "strike,strikes",
    "negotiate,negotiating",
    "attack,attacking",
    "force,forced",
    "note,noted"
  })
  void foldsEnglishEndings(String a, String b) {
    assertThat(matches(a, Samples.sighting("s", "They " + b + " again"))).isTrue();
    assertThat(matches(b, Samples.sighting("s", "They " + a + " again"))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "new,news",
    "not,note",
    "unit,united",
    "custom,customs",
    "nation,national",
    "police,policy",
    "thing,king",
    "hi,his",
    "general,generate"
  })
  void keepsEnglishWordsApart(String a, String b) {
    assertThat(matches(a, Samples.sighting("s", b + " today"))).isFalse();
    assertThat(matches(b, Samples.sighting("s", a + " today"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "de,Straße,STRASSE gesperrt,true",
    "de,Wahl,Die Wahlen kommen,true",
    "de,=Wahl,Die Wahlen kommen,false",
    "de,=Wahlen,Die Wahlen kommen,true",
    "de,Müller,Herr Muller sprach,true",
    "fr,election,les élections,true",
    "fr,=election,les élections,false",
    "tr,seçim,seçimler,false",
    "es,elección,las elecciones,true",
    "it,elezione,le elezioni,true",
    "pt,eleição,as eleições,true",
    "sv,regering,regeringen,true",
    "no,regjering,regjeringen,true",
    "nb,regjering,regjeringene,true",
    "fi,hallitus,hallituksen,true",
    "hu,kormány,kormányt,true",
    "cs,vláda,vlády,true",
    "bg,правителство,правителството,true",
    "ru,угроза,Новые угрозы,true",
    "ru,=угроза,Новые угрозы,false",
    "en,Wahl,Die Wahlen kommen,false",
    "fr,ukraine,la guerre en l'Ukraine,true",
    "ru,война,Война началась,true",
    "ru,елка,Зелёная ёлка,true",
    "tr,izmir,İzmir'de yangın,true",
    "pl,lodz,w mieście Łódź,true",
    "zh,选举,总统选举将于明天举行,true",
    "zh,举选,总统选举将于明天举行,false",
    "ja,首相,昨日首相が述べた,true",
    "ko,대통령,대통령은 말했다,true",
    "ar,حكومة,قالت الحكومة اليوم,true",
    "ar,الحكومة,والحكومة ترفض,true",
    "ar,حكومات,بين الحكومة والناس,true",
    "ar,مدرسة,قالت الحكومة اليوم,false"
  })
  void matchesOtherLanguages(String language, String query, String text, boolean expected) {
    Sighting sighting =
        Samples.sighting("s", text, language, "Mira Oldenburg", Lane.LIVE, Samples.NOON);
    assertThat(matches(query, sighting)).isEqualTo(expected);
  }

  static List<Object[]> refusals() {
    return List.of(
        row("", 0, "empty", null),
        row("   ", 0, "empty", null),
        row("port (", 5, "never closed", "add )"),
        row("speaker:(", 8, "never closed", "add )"),
        row("(port", 0, "never closed", "add )"),
        row("a AND (port OR (b)", 6, "never closed", "add )"),
        row("port)", 4, "closes nothing", "remove )"),
        row(")", 0, "closes nothing", "remove )"),
        row("port ()", 5, "nothing stands between", "remove ()"),
        row("port \"\"", 5, "phrase is empty", null),
        row("port \" - \"", 5, "phrase is empty", null),
        row("port \"new elections", 5, "never closed", "add \" at the end of the phrase"),
        row("port AND", 5, "nothing follows AND", null),
        row("port OR", 5, "nothing follows OR", null),
        row("port NOT", 5, "nothing follows NOT", null),
        row("port AND OR ship", 5, "nothing follows AND", null),
        row("AND port", 0, "nothing stands before AND", "put \"and\" in quotes if it is a word"),
        row("(OR port)", 1, "nothing stands before OR", "put \"or\" in quotes if it is a word"),
        row("port speeker:x", 5, "no field 'speeker'", "speaker:"),
        row("cuontry:NO", 0, "no field 'cuontry'", "country:"),
        row("https://x.example", 0, "no field 'https'", null),
        row("speaker:", 0, "nothing follows speaker:", null),
        row("port speaker: AND x", 5, "nothing follows speaker:", null),
        row("speaker:)", 0, "nothing follows speaker:", null),
        row("speaker:(a OR text:b)", 14, "cannot stand inside", "close the brackets first"),
        row("NOT port", 0, "lacks something", "wanted AND NOT unwanted"),
        row("ship OR NOT port", 8, "lacks something", "wanted AND NOT unwanted"),
        row("NOT a AND NOT b", 0, "lacks something", "wanted AND NOT unwanted"),
        row("NOT (a OR b)", 0, "lacks something", "wanted AND NOT unwanted"),
        row("country:ZZ", 8, "'ZZ' is not the code of a country", null),
        row("country:Norway", 8, "'Norway' is not the code", "NO"),
        row("country:UK", 8, "'UK' is not the code", "GB"),
        row("about:(NO OR Denmark)", 13, "'Denmark' is not the code", "DK"),
        row("country:NO*", 10, "takes a whole code", null),
        row("language:english", 9, "not the code of a language", "en"),
        row("kind:quoted", 5, "not a kind of statement", "one of direct, mixed, indirect"),
        row("th*", 0, "at least 3 letters", null),
        row("port *", 5, "at least 3 letters", null),
        row("publishercontry:NO", 0, "no field 'publishercontry'", "publisherCountry:"),
        row("po*rt", 2, "only at the end of a word", "word*"),
        row("\"new elec*\"", 9, "does not work inside quotes", null),
        row("cease-fir*", 0, "takes one word", "leave the asterisk out"),
        row("=th*", 0, "at least 3 letters", null),
        row("th?eat*?", 6, "only at the end of a word", "word*"),
        row("t?reat", 0, "at least 3 letters stand before a question mark", null),
        row("thr?a?s?r?x", 3, "at most 3 question marks", "thr*"),
        row("\"a b\"~", 5, "number of words between", "~8"),
        row("\"a b\"~51", 5, "number of words between", "~8"),
        row("\"port\"~8", 0, "two to 8 words", "\"port closure\"~8"),
        row("\"port ports\"~3", 0, "stands twice", "ports NEAR/3 ports"),
        row("speaker:\"a b\"~3", 8, "in the statement's words only", "leave the field out"),
        row("port NEAR/ ship", 5, "number of words between", "NEAR/8"),
        row("port NEAR/x ship", 5, "number of words between", "NEAR/8"),
        row("NEAR/8 port", 0, "nothing stands before NEAR", "word NEAR/8 word"),
        row("port NEAR/8", 5, "nothing follows NEAR", null),
        row("a NEAR/8 b NEAR/8 c", 11, "NEAR joins two", "\"word word word\"~8"),
        row("port NEAR/8 country:NO", 12, "in the statement's words only", "leave the field out"),
        row("port NEAR/8 (a AND b)", 13, "beside NEAR stand", "(ship OR vessel) NEAR/8 port"),
        row("port NEAR/8 NOT a", 12, "beside NEAR stand", "(ship OR vessel) NEAR/8 port"),
        row("port NEAR/8 \"a b\"~2", 12, "do not work together", "use one of them"),
        row(
            "(a OR b OR c OR d OR e OR f OR g OR h OR i OR j OR k) NEAR/2 "
                + "(a OR b OR c OR d OR e OR f OR g OR h OR i OR j)",
            54,
            "at most 100 pairs",
            "split the watch"),
        row("port outlets:3", 13, "takes a number at the least", ">=3"),
        row("port outlets:many", 13, "takes a number at the least", ">=3"),
        row("port outlets:>=0", 13, "between 1 and 100", ">=3"),
        row("outlets:>=3", 0, "does not say what is wanted", "add words, a speaker or a country"),
        row(
            "port OR outlets:>=3",
            8,
            "does not say what is wanted",
            "add words, a speaker or a country"),
        row("port NOT outlets:>=3", 9, "cannot stand behind NOT", "outlets:>=3"),
        row("publisherCountry:Norway", 17, "'Norway' is not the code", "NO"),
        row("storm or flood", 6, "'or' is a word like others", "write OR, or \"or\" for the word"),
        row("text:(storm and flood)", 12, "'and' is a word", "write AND, or \"and\" for the word"),
        row("(storm) not \"a drill\"", 8, "'not' is a word", "write NOT, or \"not\" for the word"),
        row("storm -drill", 6, "'-' does not exclude", "NOT drill, or \"drill\" to look for it"),
        row("storm speaker:!drill", 14, "'!' does not exclude", null),
        row("-harbo*", 0, "'-' does not exclude", null),
        row("harbo-*", 5, "'-' is no part of a word", "harbo*"),
        row("harbour's*", 7, "''s' is no part of a word", "harbour*"),
        row("port & ship", 5, "no letter or digit", null),
        row("(".repeat(21) + "a" + ")".repeat(21), 20, "nest at most 20", null),
        row("NOT ".repeat(30) + "a", 80, "nest at most 20", null),
        row("a ".repeat(201), 400, "at most 200 clauses", "split the watch"),
        row("a".repeat(2001), 2000, "at most 2000 characters", "split the watch"));
  }

  @SuppressWarnings("NullAway") // JUnit's rows may hold nulls.
  private static Object[] row(
      String query, int position, String reason, @Nullable String suggestion) {
    return new Object[] {query, position, reason, suggestion};
  }

  @ParameterizedTest
  @ValueSource(strings = {"#harbo*", "'harbo*", "#harb?ur", "harb?ur.", "Harb?ur,", "'harb?ur'"})
  void punctuationAroundAWordWithOpenLettersIsNoPartOfIt(String query) {
    assertThat(matches(query, Samples.sighting("s", "The harbour closes"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"storm \"or\" flood", "storm =or flood", "or", "text:or storm", "Or flood", "a-b"})
  void smallOperatorsAreWordsWhereTheyCanBeNothingElse(String query) {
    assertThatCode(() -> Query.parse(query)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void refusesWithThePosition(
      String query, int position, String reason, @Nullable String suggestion) {
    QueryException refusal = catchThrowableOfType(QueryException.class, () -> Query.parse(query));
    assertThat(refusal).as(query).isNotNull();
    assertThat(refusal.position()).isEqualTo(position);
    assertThat(refusal.reason()).contains(reason);
    if (suggestion != null) {
      assertThat(refusal.suggestion()).isEqualTo(suggestion);
    }
  }

  @Test
  void saysHowManyOutletsItWaitsFor() {
    Subject subject = Subject.of(Samples.sighting("s", "the port closes"));
    assertThat(Query.parse("port").outlets(subject)).hasValue(1);
    assertThat(Query.parse("port outlets:>=5").outlets(subject)).hasValue(5);
    assertThat(Query.parse("port (outlets:>=5 OR closes outlets:>2)").outlets(subject)).hasValue(3);
    assertThat(Query.parse("port outlets:>=5 outlets:>=2").outlets(subject)).hasValue(5);
    assertThat(Query.parse("ship outlets:>=5").outlets(subject)).isEmpty();
    assertThat(Query.parse("port outlets:>=5").match(subject, 4)).isEmpty();
    assertThat(Query.parse("port outlets:>=5").match(subject, 5))
        .contains(
            List.of(
                new Alert.Reason("port", "text", "port", 4, 8),
                new Alert.Reason("outlets:>=5", "outlets", "5", null, null)));
  }

  @ParameterizedTest
  @CsvSource({
    "language:en,0",
    "kind:direct AND language:en,0",
    "port OR language:en,8",
    "the,0",
    "=The,0",
    "\"of the\",0",
    "the NEAR/3 (port OR of),0",
    "kind:direct outlets:>=9,0",
    "the*,0",
    "sai*,0",
    "port OR whi?h,8",
    "wou?d NEAR/2 the,0",
    "speaker:he,0",
    "(port AND storm) OR (kind:direct AND the),21"
  })
  void refusesToPutWhatIsTooBroadIntoForce(String query, int position) {
    QueryException refusal =
        catchThrowableOfType(QueryException.class, () -> Breadth.check(Query.parse(query)));
    assertThat(refusal).as(query).isNotNull();
    assertThat(refusal.position()).isEqualTo(position);
    assertThat(refusal.reason()).contains("too broad");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "port",
        "country:NO",
        "the AND port",
        "the NEAR/3 port",
        "\"of the port\"",
        "U.N.",
        "WHO",
        "war",
        "speaker:oldenburg OR port",
        "harbo*",
        "the* port",
        "organi?ation",
        "language:en AND (port OR storm)"
      })
  void takesWhatIsNarrowEnough(String query) {
    assertThatCode(() -> Breadth.check(Query.parse(query))).doesNotThrowAnyException();
  }

  @Test
  void givesTheStretchThatIsCloseTogether() {
    Sighting sighting = Samples.sighting("s", "Ships left the old port before a ship came");
    assertThat(Query.parse("ship NEAR/3 port").match(sighting))
        .contains(
            List.of(
                new Alert.Reason("ship NEAR/3 port", "text", "Ships left the old port", 0, 23),
                new Alert.Reason("ship NEAR/3 port", "text", "port before a ship", 19, 37)));
    assertThat(Query.parse("\"port came ship\"~2").match(sighting))
        .contains(
            List.of(
                new Alert.Reason(
                    "\"port came ship\"~2", "text", "port before a ship came", 19, 42)));
  }

  @Test
  void givesEachReasonWithItsPlaceInTheStatement() {
    Sighting sighting = Samples.sighting("s", "Threats here, a threat there");
    assertThat(Query.parse("threat* AND country:(NO OR SE)").match(sighting))
        .contains(
            List.of(
                new Alert.Reason("threat*", "text", "Threats", 0, 7),
                new Alert.Reason("threat*", "text", "threat", 16, 22),
                new Alert.Reason("NO", "country", "NO", null, null)));
  }

  @Test
  void countsOffsetsInUtf16() {
    Sighting sighting = Samples.sighting("s", "😀 the port");
    assertThat(Query.parse("\"the port\"").match(sighting))
        .contains(List.of(new Alert.Reason("\"the port\"", "text", "the port", 3, 11)));
  }

  @Test
  void givesNoReasonForABranchThatFailed() {
    Sighting sighting = Samples.sighting("s", "the port closes");
    assertThat(Query.parse("closes OR (port AND ship)").match(sighting).orElseThrow())
        .extracting(Alert.Reason::matched)
        .containsExactly("closes");
  }

  @Test
  void matchesNoSpeakerWhereNoneIsKnown() {
    Sighting sighting = Samples.sighting("s", "x", "en", null, Lane.LIVE, Samples.NOON);
    assertThat(matches("speaker:oldenburg", sighting)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud800", "\u0000", "a\udfff b", "\u202e port", "...", "'s", "\u0301"})
  void standsStrangeText(String text) {
    assertThat(matches("nothing", Samples.sighting("s", text))).isFalse();
  }
}
