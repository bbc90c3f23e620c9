package org.tocsin.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DictionaryEntryTest {
  private static final String GOOD = Json.write(Samples.dictionaryEntry());

  private static DictionaryEntry read(String json) {
    return Topics.DICTIONARY_ENTRIES
        .valueSerde()
        .deserializer()
        .deserialize("dictionary-entries", json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  /** Each turns one part of a good record into a bad one. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "person:ine-dahl|ine dahl|kind and a slug",
        "\"Ine Dahl\"|\"  \"|empty",
        "\"Ine Marie Dahl\"|\"Ine\\nDahl\"|one line",
        "\"country\":\"NO\"|\"country\":\"Norway\"|two capitals",
        "\"role\":\"GOV\"|\"role\":\"governor\"|three capitals",
        "2029|2029999|not a time in office",
        "\"version\":3|\"version\":0|count from 1",
        "\"type\":\"person\"|\"type\":null|an actor has a type",
        "\"type\":\"person\"|\"type\":\"giant\"|giant",
        "\"kind\":\"actor\"|\"kind\":\"country\"|neither type nor role",
        "\"role\":\"GOV\"|\"role\":null|a term has a role",
        "\"state\":|\"states\":|an entry has a state",
        "\"terms\":|\"times\":|not a readable DictionaryEntry"
      })
  void refusesWhatIsNotAnEntry(String part, String bad, String reason) {
    assertThat(GOOD).contains(part);
    assertThatThrownBy(() -> read(GOOD.replace(part, bad)))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining(reason);
  }

  @Test
  @SuppressWarnings(
      "NullAway") // javac drops @Nullable of a qualified type in compact constructors.
  void aNameOfACountryHasACountryAlone() {
    DictionaryEntry good = Samples.dictionaryEntry();
    DictionaryEntry name =
        new DictionaryEntry(
            "country:no-norge",
            DictionaryEntry.Kind.COUNTRY,
            DictionaryEntry.State.IN_FORCE,
            "Norge",
            List.of(),
            null,
            "NO",
            null,
            List.of(),
            1,
            "api",
            null,
            good.updated());
    assertThat(read(Json.write(name))).isEqualTo(name);
  }
}
