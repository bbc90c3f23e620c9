package org.tocsin.alert.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tocsin.alert.Samples;
import org.tocsin.contract.Lane;
import org.tocsin.contract.Sighting;

class WatchIndexTest {
  private static final String[] VOCABULARY = {
    "port",
    "ships",
    "closing",
    "harbour",
    "warned",
    "threats",
    "city",
    "storm",
    "选举",
    "Ivoire",
    "oldenburg",
    "minister",
    "government",
    "elections",
    "peace",
    "Wahlen",
    "الحكومة"
  };
  private static final String[] FIELDED = {
    "country:NO",
    "country:SE",
    "about:DK",
    "language:en",
    "language:de",
    "kind:direct",
    "speaker:oldenburg",
    "speaker:olde*",
    "source:gazette",
    "actor:VALPORT",
    "actor:castellane",
    "har*",
    "thre*",
    "gov*",
    "\"port closing\"",
    "\"storm warned city\""
  };

  private final Random random = new Random(7);

  @Test
  void findsWhatTryingEveryWatchFinds() {
    List<WatchIndex.Entry> entries = new ArrayList<>();
    while (entries.size() < 400) {
      String query = query(3);
      if (accepted(query)) {
        entries.add(WatchIndex.Entry.of(Samples.watch("w" + entries.size(), query)));
      }
    }
    WatchIndex index = WatchIndex.of(entries);
    int hits = 0;
    for (int i = 0; i < 300; i++) {
      Sighting sighting = statement(i);
      List<String> found = index.match(sighting).stream().map(h -> h.watch().id()).toList();
      assertThat(found).isEqualTo(byTryingAll(entries, sighting));
      hits += found.size();
    }
    assertThat(hits).isGreaterThan(1_000);
  }

  @Test
  void leavesMostWatchesAlone() {
    List<WatchIndex.Entry> entries = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      entries.add(
          WatchIndex.Entry.of(Samples.watch("w" + i, "name" + i + " AND country:NO AND port")));
    }
    WatchIndex index = WatchIndex.of(entries);
    Subject subject = Subject.of(Samples.sighting("s", "the port, said name17"));
    assertThat(index.candidates(subject)).hasSizeLessThan(20);
    assertThat(index.match(Samples.sighting("s", "the port, said name17"))).hasSize(1);
  }

  @Test
  void leavesDisabledWatchesOut() {
    WatchIndex index =
        WatchIndex.of(List.of(WatchIndex.Entry.of(Samples.watch("w", "port", false, 1))));
    assertThat(index.size()).isZero();
    assertThat(index.match(Samples.sighting("s", "the port"))).isEmpty();
  }

  private static List<String> byTryingAll(List<WatchIndex.Entry> entries, Sighting sighting) {
    return entries.stream()
        .filter(e -> e.query().match(sighting).isPresent())
        .map(e -> e.watch().id())
        .sorted()
        .toList();
  }

  private Sighting statement(int i) {
    StringBuilder text = new StringBuilder();
    for (int n = 0; n < 6; n++) {
      text.append(VOCABULARY[random.nextInt(VOCABULARY.length)]).append(' ');
    }
    String language = random.nextBoolean() ? "en" : "de";
    @Nullable String speaker = random.nextBoolean() ? "Mira Oldenburg" : null;
    return Samples.sighting("s" + i, text.toString(), language, speaker, Lane.LIVE, Samples.NOON);
  }

  private String query(int depth) {
    int choice = random.nextInt(depth == 0 ? 2 : 6);
    return switch (choice) {
      case 0 -> VOCABULARY[random.nextInt(VOCABULARY.length)];
      case 1 -> FIELDED[random.nextInt(FIELDED.length)];
      case 2 -> "(" + query(depth - 1) + " OR " + query(depth - 1) + ")";
      case 3 -> "(" + query(depth - 1) + " AND NOT " + query(depth - 1) + ")";
      default -> "(" + query(depth - 1) + " AND " + query(depth - 1) + ")";
    };
  }

  private static boolean accepted(String query) {
    try {
      Query.parse(query);
      return true;
    } catch (QueryException e) {
      return false;
    }
  }
}
