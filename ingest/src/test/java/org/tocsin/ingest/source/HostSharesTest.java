package org.tocsin.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HostSharesTest {
  @Test
  void beginsInOneLookNoMoreThanMayAskTheHost() {
    HostShares shares = new HostShares(2, 16);
    shares.look();

    assertThat(shares.enter("slow.example")).isTrue();
    assertThat(shares.enter("slow.example")).isTrue();
    assertThat(shares.enter("slow.example")).isFalse();
    assertThat(shares.enter("other.example")).isTrue();
    shares.look();
    assertThat(shares.enter("slow.example")).isTrue();
  }

  @Test
  void givesNoHostMoreThanAQuarterOfTheThreads() {
    HostShares shares = new HostShares(1, 16);
    int begun = 0;
    for (int look = 0; look < 20; look++) {
      shares.look();
      begun += shares.enter("slow.example") ? 1 : 0;
    }

    assertThat(begun).isEqualTo(4);
    shares.leave("slow.example");
    shares.look();
    assertThat(shares.enter("slow.example")).isTrue();
  }

  @Test
  void letsOneThreadPollEverybody() {
    HostShares shares = new HostShares(1, 1);
    for (int i = 0; i < 3; i++) {
      shares.look();
      assertThat(shares.enter("slow.example")).isTrue();
      shares.leave("slow.example");
    }
  }
}
