package org.tocsin.alert.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.alert.Samples;
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
        "id: ports|is not a list of watches",
        "- {id: [|line 1"
      })
  void namesTheWatchAtFault(String text, String message) {
    assertThatThrownBy(() -> read(text))
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
    List<Watch> changes = WatchSeeder.changes(drafts, Map.of("same", same, "other", other), CLOCK);
    assertThat(changes).extracting(Watch::id).containsExactly("other", "fresh");
    assertThat(changes).extracting(Watch::version).containsExactly(2, 1);
    assertThat(changes.get(1).name()).isEqualTo("fresh");
    assertThat(changes.get(1).severity()).isEqualTo(Watch.Severity.MEDIUM);
  }
}
