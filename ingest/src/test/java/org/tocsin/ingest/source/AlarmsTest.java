package org.tocsin.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tocsin.contract.FetchState;
import org.tocsin.contract.FetchState.Status;
import org.tocsin.service.Metrics;

class AlarmsTest {
  private static final Instant NOON = Instant.parse("2031-03-03T12:00:00Z");

  private final Metrics metrics = new Metrics("ingest");
  private final Alarms alarms = new Alarms(Duration.ofHours(1), metrics);

  @AfterEach
  void close() {
    metrics.close();
  }

  @Test
  void repeatsUntilItIsAcknowledged() {
    FetchState gone = state(Status.GONE);
    alarms.look(gone, NOON);
    alarms.look(gone, NOON.plus(Duration.ofMinutes(59)));
    assertThat(rung()).isEqualTo(1);

    alarms.look(gone, NOON.plus(Duration.ofMinutes(60)));
    alarms.look(gone, NOON.plus(Duration.ofMinutes(121)));
    assertThat(rung()).isEqualTo(3);

    FetchState known = Change.of(gone).acknowledged(NOON).by("me");
    alarms.look(known, NOON.plus(Duration.ofHours(5)));
    assertThat(rung()).isEqualTo(3);
  }

  @Test
  void ringsAtOnceForAnotherTrouble() {
    alarms.look(state(Status.GONE), NOON);
    alarms.look(state(Status.HEALTHY), NOON.plusSeconds(1));
    alarms.look(state(Status.SILENT), NOON.plusSeconds(2));

    assertThat(rung()).isEqualTo(2);
  }

  @Test
  void takesOneFailureForEverydayLife() {
    FetchState once = Change.of(state(Status.FAILING)).failed(NOON).by("me");
    FetchState thrice = Change.of(once).failed(NOON).failed(NOON).by("me");

    assertThat(Alarms.due(once)).isFalse();
    assertThat(Alarms.due(thrice)).isTrue();
  }

  private static FetchState state(Status status) {
    return Change.of(OnePoll.before("courier")).status(status, "because").by("me");
  }

  private double rung() {
    return metrics.registry().get("tocsin.ingest.source.alarms").counter().count();
  }
}
