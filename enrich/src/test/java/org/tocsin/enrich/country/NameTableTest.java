package org.tocsin.enrich.country;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tocsin.enrich.country.Place.Kind;
import org.tocsin.enrich.text.Words;

class NameTableTest {
  private final NameTable table = new NameTable();

  @Test
  void findsTheLongestNameOverALineBreakButNotOverAParagraph() {
    put("New", new Place("US", Kind.STATE));
    put("New Zealand", new Place("NZ", Kind.NAME));
    for (int i = 0; i < 5_000; i++) {
      put("filler number " + i, new Place("FI", Kind.TOWN));
    }
    assertThat(found("New\nZealand")).isEqualTo("name:NZ");
    assertThat(found("new zealand lamb")).isEqualTo("name:NZ");
    assertThat(found("New\n\nZealand")).isEqualTo("state:US");
    assertThat(found("Zealand")).isEqualTo("nothing");
    assertThat(found("Filler Number 4711")).isEqualTo("town:FI");
    assertThat(found("Filler Number")).isEqualTo("nothing");
  }

  @Test
  void tellsTheGistOfAMeaningAndKeepsTheMeaning() {
    Place place = new Place("DE", Kind.CITY, 300_000);
    put("Halle", place);
    table.put("Halle", known -> Meaning.or(known, new Place("BE", Kind.TOWN, 40_000), false));
    NameTable.Match match = Objects.requireNonNull(table.longest(Words.of("in Halle"), 1));
    assertThat(match.meaning()).isSameAs(table.get("Halle"));
    assertThat(match.meaning().likeliest()).isSameAs(place);
    assertThat(match.country()).isEqualTo(Place.country("DE"));
    assertThat(match.kind()).isEqualTo(Kind.CITY);
    assertThat(match.settlement()).isTrue();
    assertThat(match.nation()).isFalse();
    assertThat(match.stop()).isFalse();
    assertThat(match.has(Gist.AMBIGUOUS)).isTrue();
    assertThat(match.has(Gist.DOMINANT)).isFalse();
    assertThat(match.has(Gist.MIDDLING)).isTrue();
    assertThat(match.has(Gist.LARGE | Gist.EXACT | Gist.WORD | Gist.DOUBTFUL)).isFalse();
  }

  @Test
  void namesAPlaceByWhereAnOwnNameComesFrom() {
    put("Azawad", Place.own("ML", "country:ml-azawad@3"));
    put("Mali", new Place("ML", Kind.NAME));
    assertThat(found("Azawad")).isEqualTo("country:ml-azawad@3");
    assertThat(found("Mali")).isEqualTo("name:ML");
  }

  @Test
  void knowsAPhraseThatHidesAName() {
    table.put("Paris Hilton", known -> Meaning.NOTHING);
    NameTable.Match match = Objects.requireNonNull(table.longest(Words.of("Paris Hilton"), 0));
    assertThat(match.stop()).isTrue();
    assertThat(match.single()).isFalse();
  }

  @Test
  void letsEveryFirstWordPassThoughItGrewAndWasCopied() {
    for (int i = 0; i < 5_000; i++) {
      put("first" + i + " second", new Place("FI", Kind.TOWN));
    }
    NameTable copy = table.copy();
    copy.put("another", known -> Meaning.of(new Place("SE", Kind.TOWN)));
    for (int i = 0; i < 5_000; i++) {
      long key = Words.key("first" + i);
      assertThat(table.begins(key) & table.holds(key)).isOne();
      assertThat(copy.begins(key) & copy.holds(key)).isOne();
    }
    assertThat(copy.holds(Words.key("another"))).isOne();
    assertThat(table.get("another")).isNull();
    long others = IntStream.range(0, 10_000).map(i -> passes("other" + i)).sum();
    assertThat(others).isLessThan(10_000 / 50);
  }

  private int passes(String word) {
    return table.begins(Words.key(word)) & table.holds(Words.key(word));
  }

  @Test
  void hasRoomForAllKindsAndCountriesInAGist() {
    for (Kind kind : Kind.values()) {
      assertThat(kind.bit() & ~Gist.KINDS).as(kind.name()).isZero();
    }
    for (String code : List.of("AA", "ZZ")) {
      int country = Place.country(code);
      assertThat(Gist.country(Meaning.of(new Place(code, Kind.NAME)).gist())).isEqualTo(country);
    }
  }

  private void put(String name, Place place) {
    table.put(name, known -> Meaning.of(place));
  }

  private String found(String text) {
    NameTable.Match match = table.longest(Words.of(text), 0);
    return match == null ? "nothing" : match.likeliest().entry();
  }
}
