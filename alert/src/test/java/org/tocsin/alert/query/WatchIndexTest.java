package org.tocsin.alert.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
    "\"storm warned city\"",
    "\"city storm\"~3",
    "port NEAR/2 (storm OR \"harbour warned\")",
    "=ships",
    "por?s",
    "har?ou*"
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
  void followsChangesWhileItLearns() {
    Map<String, WatchIndex.Entry> inForce = new TreeMap<>();
    WatchIndex index = new WatchIndex();
    for (int i = 0; i < 3_000; i++) {
      String id = "w" + random.nextInt(200);
      String query = query(2);
      if (random.nextInt(4) == 0) {
        index.remove(id);
        inForce.remove(id);
      } else if (accepted(query)) {
        boolean enabled = random.nextInt(10) > 0;
        WatchIndex.Entry entry = WatchIndex.Entry.of(Samples.watch(id, query, enabled, i + 1));
        index.put(entry);
        inForce.remove(id);
        if (enabled) {
          inForce.put(id, entry);
        }
      }
      Sighting sighting = statement(i);
      assertThat(index.match(sighting).stream().map(h -> h.watch().id()).toList())
          .isEqualTo(byTryingAll(List.copyOf(inForce.values()), sighting));
    }
    assertThat(index.size()).isEqualTo(inForce.size()).isPositive();
    index.clear();
    assertThat(index.wants()).as("what nobody wants any more").isZero();
  }

  @Test
  void matchesWhileWatchesChange() throws Exception {
    WatchIndex index = new WatchIndex();
    index.put(WatchIndex.Entry.of(Samples.watch("steady", "port AND country:NO")));
    List<Sighting> statements =
        IntStream.range(0, 400)
            .mapToObj(i -> Samples.sighting("s" + i, "port storm " + i))
            .toList();
    ExecutorService threads = Executors.newFixedThreadPool(3);
    Future<?> changing =
        threads.submit(
            () -> {
              for (int i = 0; i < 4_000; i++) {
                index.put(
                    WatchIndex.Entry.of(Samples.watch("w" + i % 50, "storm OR port NOT " + i)));
                index.remove("w" + (i + 25) % 50);
              }
            });
    List<Future<Boolean>> matching =
        IntStream.range(0, 2)
            .mapToObj(
                t ->
                    threads.submit(
                        () ->
                            statements.stream()
                                .allMatch(
                                    s ->
                                        index.match(s).stream()
                                            .anyMatch(h -> h.watch().id().equals("steady")))))
            .toList();
    for (Future<Boolean> future : matching) {
      assertThat(future.get(60, TimeUnit.SECONDS)).isTrue();
    }
    changing.get(60, TimeUnit.SECONDS);
    threads.shutdown();
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
