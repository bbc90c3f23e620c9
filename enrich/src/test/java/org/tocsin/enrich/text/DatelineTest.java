package org.tocsin.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatelineTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "TARN, May 4 (Herald Wire) - Rain fell.",
        "TARN FELL'S, Westmark, May 4 (Herald) - Rain fell.",
        "  TARN – Rain fell.",
        "Tarn (Herald Wire) -- Rain fell.",
        "Tarn, May 4 — Rain fell.",
        "نهر الوادي – Rain fell."
      })
  void endsBehindTheDash(String text) {
    assertThat(text.substring(Dateline.end(text))).isEqualTo("Rain fell.");
    assertThat(Dateline.blanked(text)).hasSameSizeAs(text).endsWith("Rain fell.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "Rain fell - and it fell long.",
        "Tarn - a town of rain",
        "Ann Roe – the mayor of Tarn – came late.",
        "TARN\n\nRain - at last",
        "The 4 roads (all wet) - closed on Friday."
      })
  void leavesAnOrdinaryBeginningAlone(String text) {
    assertThat(Dateline.end(text)).isZero();
  }

  @Test
  void looksNoFurtherThanALine() {
    assertThat(Dateline.end("A".repeat(200) + " - b")).isZero();
  }
}
