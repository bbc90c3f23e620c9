package org.tocsin.deploy.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tocsin.contract.Json;

class VanishedNotifiersTest {
  private static JsonNode watches(String... lines) throws Exception {
    return Json.mapper().readTree("[" + String.join(",", lines) + "]");
  }

  @Test
  void namesTheWatchesThatRingForNobody() throws Exception {
    JsonNode watches =
        watches(
            "{\"id\":\"ports\",\"enabled\":true,\"notifiers\":[\"room\"]}",
            "{\"id\":\"storms\",\"enabled\":true,\"notifiers\":[\"desk\",\"room\"]}",
            "{\"id\":\"strikes\",\"enabled\":true,\"notifiers\":[\"desk\"]}",
            "{\"id\":\"floods\",\"enabled\":true,\"notifiers\":[]}",
            "{\"id\":\"drills\",\"enabled\":false,\"notifiers\":[\"room\"]}");
    assertThat(VanishedNotifiers.faults(watches, Set.of("log", "desk")))
        .containsExactly(
            "the watch ports names room, which alert.notifiers.file does not have: it rings for"
                + " nobody",
            "the watch storms names room, which alert.notifiers.file does not have");
  }
}
