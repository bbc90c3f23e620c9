package org.tocsin.alert.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.alert.Samples;
import org.tocsin.contract.Calm;
import org.tocsin.contract.Watch;
import org.tocsin.service.OperatorException;

class WatchFileTest {
  private static final Clock CLOCK = Clock.fixed(Samples.NOON, ZoneOffset.UTC);

  private static List<WatchDraft> read(String text) {
    return WatchFile.read(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "watches.yaml");
  }

  @Test
  void readsYamlAndJsonAlike() {
    List<WatchDraft> yaml =
        read("- id: ports\n  name: Ports\n  query: 'port* AND country:NO'\n  severity: high\n");
    List<WatchDraft> json =
        read(
            "[{\"id\":\"ports\",\"name\":\"Ports\",\"query\":\"port* AND country:NO\","
                + "\"severity\":\"high\"}]");
    assertThat(yaml).isEqualTo(json).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "- {id: ports, query: 'port speeker:x'}|watch 1 'ports', query, position 5",
        "- {id: ports}|watch 1 'ports' has no query",
        "- {query: port}|watch 1 has no id",
        "- {id: ports, query: port, sevrity: high}|unknown key 'sevrity'",
        "- {id: ports, query: port, severity: loud}|watch 1 'ports'",
        "- {id: PORTS, query: port}|watch 1 'PORTS'",
        "- {id: ok, query: port}\\n- id: ports\\n  query: port\\n  sevrity: high|line 4, watch 2",
        "- {id: ports, query: port, calm: {perHour: 0}}|watch 1 'ports', calm",
        "- {id: ports, query: port, calm: {quiet: {from: '22:00', to: '06:00'}}}|quiet hours have a",
        "- {id: ports, query: port, calm: {coolDown: 2h}}|watch 1 'ports', calm",
        "id: ports|is not a list of watches",
        "- {id: [|line 1"
      })
  void namesTheWatchAtFault(String text, String message) {
    assertThatThrownBy(() -> read(text.replace("\\n", "\n")))
        .isInstanceOf(OperatorException.class)
        .hasMessageContaining(message);
  }

  @Test
  void refusesTwoWatchesWithOneId() {
    assertThatThrownBy(() -> read("- {id: a, query: x}\n- {id: a, query: y}"))
        .hasMessageContaining("two watches 'a'");
  }

  @Test
  void saysWhichFileIsMissing() {
    assertThatThrownBy(() -> WatchFile.read(Path.of("no-such-file.yaml")))
        .isInstanceOf(OperatorException.class)
        .hasMessageContaining("no-such-file.yaml");
  }

  @Test
  void writesOnlyWhatIsNewOrChanged() {
    Watch same = Samples.watch("same", "port");
    Watch other = Samples.watch("other", "port");
    List<WatchDraft> drafts =
        List.of(
            new WatchDraft("same", "Watch same", "port", Watch.Severity.HIGH, null, true),
            new WatchDraft("other", "Watch other", "ship", Watch.Severity.HIGH, null, true),
            new WatchDraft("fresh", null, "boat", null, null, null));
    List<Watch> changes =
        WatchSeeder.changes(drafts, Map.of("same", same, "other", other), Map.of(), CLOCK);
    assertThat(changes).extracting(Watch::id).containsExactly("other", "fresh");
    assertThat(changes).extracting(Watch::version).containsExactly(2, 1);
    assertThat(changes.get(1).name()).isEqualTo("fresh");
    assertThat(changes.get(1).severity()).isEqualTo(Watch.Severity.MEDIUM);
  }

  private static Watch full(String id, String name) {
    Calm.Quiet night =
        new Calm.Quiet(LocalTime.of(22, 0), LocalTime.of(6, 30), ZoneId.of("Europe/Oslo"), true);
    return new Watch(
        id,
        name,
        "port AND (\"state of emergency\" OR harbo*)",
        Watch.Severity.LOW,
        false,
        7,
        "ada",
        "# yes: no\n  - two \"lines\" \u0007 and\ttab, éß中",
        Samples.NOON,
        new Calm(Duration.ofHours(2), 10, null, night, Duration.ofMinutes(30)),
        Samples.NOON,
        List.of("newsroom", "no"));
  }

  @Test
  void readsBackExactlyWhatItExports() {
    List<Watch> watches =
        List.of(full("a", "null"), full("b", " 1e3 "), Samples.watch("plain", "port"));
    String yaml = WatchExport.yaml(watches);
    List<WatchDraft> back = read(yaml);
    assertThat(back).isEqualTo(watches.stream().map(WatchDraft::of).toList());
    Map<String, Watch> current = new TreeMap<>();
    watches.forEach(watch -> current.put(watch.id(), watch));
    WatchDifference difference = WatchDifference.of(back, current);
    assertThat(difference.unchanged()).isEqualTo(3);
    assertThat(difference.changed()).isEmpty();
    List<Watch> again =
        back.stream().map(d -> d.after(current.get(d.id()), "x", Samples.NOON)).toList();
    assertThat(WatchExport.yaml(again)).isEqualTo(yaml);
    assertThat(yaml).doesNotContain("version", "author", "updated", "null:", "perDay");
  }

  @Test
  void saysWhatAFileChanges() {
    Map<String, Watch> current =
        Map.of(
            "same", Samples.watch("same", "port"),
            "other", Samples.watch("other", "port"),
            "gone", Samples.watch("gone", "port"));
    WatchDifference difference =
        WatchDifference.of(
            List.of(
                new WatchDraft("same", "Watch same", "port", Watch.Severity.HIGH, null, true),
                new WatchDraft("other", "Watch other", "ship", Watch.Severity.HIGH, null, true),
                new WatchDraft("fresh", null, "boat", null, null, null)),
            current);
    assertThat(difference.added()).containsExactly("fresh");
    assertThat(difference.removed()).containsExactly("gone");
    assertThat(difference.unchanged()).isEqualTo(1);
    WatchDifference.Change change = difference.changed().get(0);
    assertThat(change.id()).isEqualTo("other");
    assertThat(change.fields())
        .extracting(turn -> turn.field() + " " + turn.from() + " " + turn.to())
        .containsExactly("query \"port\" \"ship\"");
  }

  @Test
  @SuppressWarnings("NullAway") // An entry without a fault fails the test.
  void readsAllThatCanBeReadAndSaysWhereTheRestIsWrong() {
    String text =
        """
        # the desk's
        - id: good
          query: port
        - id: bad
          name: Bad
          query: >-
            port
            speeker:x
        - id: lost
          query: port
          notifiers: [newsroom, nobody]
        """;
    List<WatchFile.Entry> entries =
        WatchFile.entries(text.getBytes(StandardCharsets.UTF_8), "w.yaml", Set.of("newsroom"));
    assertThat(entries).extracting(WatchFile.Entry::line).containsExactly(2, 6, 9);
    assertThat(entries.get(0).draft()).isNotNull();
    assertThat(entries.get(1).fault().error())
        .startsWith("w.yaml, line 6, watch 2 'bad', query, position 5: ");
    assertThat(entries.get(2).fault().error())
        .isEqualTo(
            "w.yaml, line 9, watch 3 'lost': there is no notifier 'nobody'; there are newsroom");
  }

  @Test
  void hasTemplatesThatCanBePutIntoForce() {
    assertThat(WatchTemplates.all())
        .extracting(WatchTemplates.Template::id)
        .contains("regional-security", "elections", "sanctions", "disasters", "health", "energy");
    for (WatchTemplates.Template t : WatchTemplates.all()) {
      WatchDraft draft = new WatchDraft(t.id(), t.name(), t.query(), t.severity(), null, true);
      assertThat(draft.after(null, "x", Samples.NOON).version()).isEqualTo(1);
      assertThat(t.about()).isNotBlank();
    }
  }
}
