package org.tocsin.ingest.meta;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedDateTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-03-03T10:15:00Z | 2026-03-03T10:15:00Z",
        "2026-03-03T10:15:00.123456+01:00 | 2026-03-03T09:15:00Z",
        "2026-03-03T10:15+0100 | 2026-03-03T09:15:00Z",
        "2026-03-03 10:15:00 | 2026-03-03T10:15:00Z",
        "2026-03-03 | 2026-03-03T00:00:00Z",
        "2026-03 | 2026-03-01T00:00:00Z",
        "20260303T101500Z | 2026-03-03T10:15:00Z",
        "2026/03/03 | 2026-03-03T00:00:00Z",
        "Tue, 03 Mar 2026 10:15:00 GMT | 2026-03-03T10:15:00Z",
        "Tue, 3 Mar 26 10:15 EST | 2026-03-03T15:15:00Z",
        "03 Mar 1999 10:15:00 -0500 | 1999-03-03T15:15:00Z",
        "mar., 3 Mar 2026 10:15:00 +0200 | 2026-03-03T08:15:00Z",
        "Tue Mar 3 10:15:00 PST 2026 | 2026-03-03T18:15:00Z",
        "March 3, 2026 7:30 pm | 2026-03-03T19:30:00Z",
        "March 3, 2026 at 12:05AM | 2026-03-03T00:05:00Z",
        "03-Mar-2026 10:15 | 2026-03-03T10:15:00Z",
        "Sept. 3, 2026 | 2026-09-03T00:00:00Z",
        "1772532900 | 2026-03-03T10:15:00Z",
        "1772532900000 | 2026-03-03T10:15:00Z",
        "202603031015 | 2026-03-03T10:15:00Z",
        "202603031015+0100 | 2026-03-03T10:15:00+01:00",
      })
  void readsTheDatesThatFeedsCarry(String written, String instant) {
    assertThat(PublishedDate.parse(written)).isEqualTo(OffsetDateTime.parse(instant));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-03-03T10:15:00+05:30 | +05:30",
        "Tue, 03 Mar 2026 10:15:00 -0500 | -05:00",
        "Tue, 03 Mar 2026 10:15 CET | +01:00",
        "2026-03-03T10:15:00Z | Z",
      })
  void keepsTheZone(String written, String zone) {
    assertThat(String.valueOf(PublishedDate.parse(written))).endsWith("10:15" + zone);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Veröffentlicht am 3. März 2026, 10:15 Uhr | 2026-03-03T10:15:00Z",
        "Publié le 3 août 2026 à 10:15 | 2026-08-03T10:15:00Z",
        "Опубликовано 3 марта 2026 | 2026-03-03T00:00:00Z",
        "3 de dezembro de 2026 | 2026-12-03T00:00:00Z",
        "Stand: 03.04.2026 10:15 | 2026-04-03T10:15:00Z",
        "Posted 04/03/2026 10:15 AM | 2026-04-03T10:15:00Z",
        "Posted 23/04/2026 | 2026-04-23T00:00:00Z",
        "2026-4-3, by the desk | 2026-04-03T00:00:00Z",
      })
  void readsTheDatesThatPeopleAreShown(String shown, String instant) {
    assertThat(PublishedDate.shown(shown, true)).isEqualTo(OffsetDateTime.parse(instant));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "31 Feb 2026",
        "0001-01-01T00:00:00Z",
        "2026-13-01",
        "2026-03-03T10:99:00+99:00",
        "Tue, 03 Mar 2026 10:15:00 +9999",
        "12345678901234567890",
        "Published on the third of the month by somebody who wrote a long sentence instead of one",
      })
  void takesNothingElseForADate(String written) {
    assertThat(PublishedDate.parse(written)).isNull();
  }
}
