package org.tocsin.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostsTest {
  private final Time time = new Time();

  @ParameterizedTest
  @CsvSource({
    "http://A.example/, a.example",
    "http://a.example:80/, a.example",
    "https://a.example:443/x, a.example",
    "https://a.example:80/x, a.example:80",
    "http://a.example:8080/x, a.example:8080",
  })
  void takesTurnsUnderOneNameForOneHost(String address, String name) {
    assertThat(Hosts.of(URI.create(address))).isEqualTo(name);
  }

  @Test
  void forgetsHostsThatNeedNoPatienceAnyMore() throws Exception {
    Hosts hosts = new Hosts(time, Duration.ofSeconds(1), 1, 3);
    for (int i = 0; i < 20; i++) {
      String name = "slow" + i + ".example";
      hosts.delay(name, Duration.ofSeconds(10));
      hosts.enter(name);
      hosts.leave(name);
      time.now = time.now.plusSeconds(10);
    }

    assertThat(hosts.size()).isLessThanOrEqualTo(4);
  }

  @Test
  void keepsTheDelayThatAHostWants() throws Exception {
    Hosts hosts = new Hosts(time, Duration.ofSeconds(1), 2);
    hosts.enter("a.example"); // For robots.txt, which says so.
    hosts.leave("a.example");
    hosts.delay("a.example", Duration.ofSeconds(10));

    time.now = time.now.plusSeconds(9);
    assertThat(hosts.ready("a.example")).isFalse();
    time.now = time.now.plusSeconds(1);
    assertThat(hosts.ready("a.example")).isTrue();
    hosts.enter("a.example");
    assertThat(hosts.ready("a.example")).isFalse();
  }

  @Test
  void letsPagesRestForAsLongAsAsked() {
    Hosts hosts = new Hosts(time, Duration.ofSeconds(1), 2);
    hosts.rest("a.example", Duration.ofMinutes(2));

    time.now = time.now.plusSeconds(30);

    assertThat(hosts.resting("a.example")).isEqualTo(Duration.ofSeconds(90));
    assertThat(hosts.resting("b.example")).isZero();
    time.now = time.now.plusSeconds(90);
    assertThat(hosts.resting("a.example")).isZero();
  }

  private static final class Time extends Clock {
    private Instant now = Instant.parse("2031-03-03T06:30:00Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
