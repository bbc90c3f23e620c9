package org.tocsin.enrich.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.contract.DictionaryEntry;
import org.tocsin.contract.DictionaryEntry.State;
import org.tocsin.enrich.actor.ActorBook;
import org.tocsin.enrich.actor.ActorTagger;
import org.tocsin.service.OperatorException;

class FileFeedTest {
  private static final String TWO =
      """
      # Ours.
      - {id: ngo:a, name: Alpha Quorn, type: organisation, country: NO, aliases: [AQ]}
      - id: person:b
        name: Beta Venn
        type: person
        terms: [{role: GOV, office: Mayor, country: NO, from: 2019}]
      """;

  @TempDir Path folder;

  private final LiveDictionary dictionary =
      new LiveDictionary(new ActorTagger(ActorBook.of("1", List.of())), names -> {});
  private final TopicInMemory topic = new TopicInMemory(dictionary);
  private final AtomicInteger read = new AtomicInteger();

  private FileFeed feed(Path file) {
    Clock clock = Clock.fixed(Entries.TIME, ZoneOffset.UTC);
    return new FileFeed(file, new DictionaryDesk(dictionary, topic, clock), read::incrementAndGet);
  }

  /** As editors do it: another file under the same name. */
  private void write(Path file, String text) throws IOException {
    Path fresh = Files.writeString(folder.resolve("fresh"), text);
    Files.move(fresh, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  private List<String> inForce() {
    return dictionary.edition().said().stream()
        .filter(entry -> entry.state() == State.IN_FORCE)
        .map(DictionaryEntry::id)
        .toList();
  }

  @Test
  void putsEntriesInForceWithoutKafkaToo() throws IOException {
    Path file = Files.writeString(folder.resolve("ours.yaml"), TWO);
    dictionary.use(DictionaryFile.entries(file));
    assertThat(inForce()).containsExactlyInAnyOrder("ngo:a", "person:b");
    assertThat(dictionary.edition().said())
        .extracting(DictionaryEntry::author)
        .containsOnly("file ours.yaml");
  }

  @Test
  void putsIntoForceWhatIsNewOrChangedAndTakesBackWhatLeft() throws Exception {
    Path file = folder.resolve("ours.yaml");
    write(file, TWO);
    topic.write(List.of(Entries.entry("ngo:by-hand", "Gamma Quorn")));
    try (FileFeed feed = feed(file)) {
      feed.start();
      await().until(() -> feed.readiness().ready());
      assertThat(read).hasValue(1);
      assertThat(inForce()).containsExactly("ngo:a", "ngo:by-hand", "person:b");
      assertThat(topic.records().get(1).author()).isEqualTo("file ours.yaml");
      write(file, "- {id: ngo:a, name: Alpha Quorn Ltd, type: organisation}");
      await().until(() -> inForce().size() == 2);
      assertThat(inForce()).containsExactly("ngo:a", "ngo:by-hand");
      assertThat(dictionary.edition().said())
          .extracting(DictionaryEntry::version, DictionaryEntry::state)
          .containsExactly(
              tuple(2, State.IN_FORCE), tuple(1, State.IN_FORCE), tuple(2, State.AS_SHIPPED));
    }
    assertThat(topic.records()).hasSize(5);
  }

  @Test
  void startsAgainWithoutWritingAgain() throws Exception {
    Path file = folder.resolve("ours.yaml");
    write(file, TWO);
    for (int i = 0; i < 2; i++) {
      try (FileFeed feed = feed(file)) {
        feed.start();
        await().until(() -> feed.readiness().ready());
      }
    }
    assertThat(topic.records()).hasSize(2);
  }

  @Test
  void keepsWhatIsInUseWhileTheFileIsBad() throws Exception {
    Path file = folder.resolve("ours.yaml");
    write(file, TWO);
    try (FileFeed feed = feed(file)) {
      feed.start();
      await().until(() -> feed.readiness().ready());
      write(file, "- {id: ngo:a");
      await().until(() -> feed.readiness().detail().contains("line 1"));
      assertThat(inForce()).containsExactly("ngo:a", "person:b");
      write(file, "[]");
      await().until(() -> inForce().isEmpty());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "- {id: ngo:a|line 1",
        "- {id: ngo:a, name: A, type: giant}|entry 1 'ngo:a'",
        "- {id: ngo:a, name: A, type: party, nmae: B}|'nmae'",
        "- {id: ngo:a, name: A, type: party}\\n- {id: ngo:a, name: B, type: party}|two entries",
        "id: ngo:a|not a list",
        "' '|is empty"
      })
  void namesTheFileAndThePlaceOfAFault(String text, String words) throws IOException {
    Path file = Files.writeString(folder.resolve("bad.yaml"), text.replace("\\n", "\n"));
    assertThatThrownBy(() -> DictionaryFile.read(file))
        .isInstanceOf(OperatorException.class)
        .hasMessageContaining("bad.yaml")
        .hasMessageContaining(words);
  }

  @Test
  void namesAFileThatIsNotThere() {
    assertThatThrownBy(() -> DictionaryFile.read(folder.resolve("none.yaml")))
        .hasMessageContaining("there is no dictionary file");
  }
}
