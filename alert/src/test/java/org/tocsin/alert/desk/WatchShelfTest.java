package org.tocsin.alert.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tocsin.alert.Samples;
import org.tocsin.contract.Watch;

class WatchShelfTest {
  private final WatchShelf shelf = new WatchShelf();

  private static Watch version(int version) {
    return Samples.watch("p", "port", true, version);
  }

  private int shown() {
    return shelf.watch("p").map(Watch::version).orElse(0);
  }

  @Test
  void isNotTakenBackByWhatTheTopicBringsLater() {
    shelf.confirmed(version(2));
    shelf.confirmed(version(3));
    shelf.put(version(2));
    assertThat(shown()).isEqualTo(3);
    shelf.put(version(3));
    shelf.put(version(4));
    assertThat(shown()).isEqualTo(4);
  }

  @Test
  void showsNoWatchThatWasRemovedHere() {
    shelf.confirmed(version(2));
    shelf.confirmedRemoval("p", 3);
    shelf.put(version(2));
    assertThat(shown()).isZero();
    shelf.confirmed(version(4));
    shelf.remove("p");
    assertThat(shown()).isEqualTo(4);
    shelf.put(version(4));
    shelf.remove("p");
    assertThat(shown()).isZero();
    assertThat(shelf.last("p")).isEqualTo(4);
  }
}
