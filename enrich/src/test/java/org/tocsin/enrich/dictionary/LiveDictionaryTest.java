package org.tocsin.enrich.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tocsin.contract.ActorTag;
import org.tocsin.contract.DictionaryEntry;
import org.tocsin.contract.DictionaryEntry.State;
import org.tocsin.enrich.actor.ActorBook;
import org.tocsin.enrich.actor.ActorTagger;

class LiveDictionaryTest {
  private static final ActorBook SHIPPED = ActorBook.shipped();
  private static final String UN = "igo:united-nations";

  private final ActorTagger tagger = new ActorTagger(SHIPPED);
  private final LiveDictionary dictionary = new LiveDictionary(tagger, names -> {});
  private long offset;

  private void take(DictionaryEntry entry) {
    take(entry.id(), Entries.value(entry));
  }

  private void take(String id, byte @Nullable [] value) {
    dictionary.take(0, offset++, Entries.key(id), value);
  }

  private List<String> found(String text) {
    return tagger.tag(null, text, "en").stream()
        .flatMap(tag -> tag.mentions().stream())
        .map(mention -> String.valueOf(mention.entry()))
        .toList();
  }

  @Test
  void everyTagNamesTheEntryAndItsVersion() {
    DictionaryEntry first = Entries.entry("ngo:quorn", "Zelmar Quorn");
    DictionaryEntry second = Entries.again(first, State.IN_FORCE);
    take(first);
    take(Entries.entry("ngo:other", "Obrim Veld"));
    take(second);
    dictionary.publish();
    String edition = SHIPPED.version();
    assertThat(found("Zelmar Quorn met Obrim Veld and the United Nations."))
        .containsExactly(
            "actor:ngo:quorn@" + edition + "+2",
            "actor:ngo:other@" + edition + "+1",
            "actor:" + UN + "@" + edition);
  }

  @Test
  void nothingIsInUseBeforeItIsPublished() {
    take(Entries.entry("ngo:quorn", "Zelmar Quorn"));
    assertThat(found("A note from quiet Zelmar Quorn.")).noneMatch(e -> e.contains("ngo:quorn"));
    dictionary.publish();
    assertThat(found("A note from quiet Zelmar Quorn.")).anyMatch(e -> e.contains("ngo:quorn"));
  }

  @Test
  void removesWhatIsShippedAndPutsItBack() {
    DictionaryEntry changed = Entries.entry(UN, "Assembly of the World", "UN");
    DictionaryEntry removed = Entries.again(changed, State.REMOVED);
    take(removed);
    dictionary.publish();
    assertThat(found("The United Nations met.")).noneMatch(e -> e.contains(UN));
    assertThat(dictionary.edition().book().entry(UN)).isNull();
    assertThat(dictionary.edition().find(UN)).extracting(EntryView::version).isEqualTo(2);
    take(Entries.again(removed, State.AS_SHIPPED));
    dictionary.publish();
    assertThat(found("The United Nations met."))
        .containsExactly("actor:" + UN + "@" + SHIPPED.version());
    assertThat(dictionary.edition().find(UN))
        .extracting(EntryView::name, EntryView::version)
        .containsExactly("United Nations", 3);
  }

  @Test
  void tombstoneTakesBackWhatWasSaid() {
    take(Entries.entry("ngo:quorn", "Zelmar Quorn"));
    take("ngo:quorn", null);
    dictionary.publish();
    assertThat(dictionary.edition().said()).isEmpty();
    assertThat(dictionary.edition().book()).isSameAs(SHIPPED);
  }

  @Test
  void recordThatIsNoEntryTakesItsEntryOutOfForceAndIsNamed() {
    take(Entries.entry("ngo:quorn", "Zelmar Quorn"));
    take(Entries.entry("ngo:other", "Obrim Veld"));
    take("ngo:quorn", "{\"id\":".getBytes(StandardCharsets.UTF_8));
    take("ngo:third", Entries.value(Entries.entry("ngo:fourth", "Third")));
    dictionary.take(1, 7, null, new byte[0]);
    dictionary.publish();
    assertThat(dictionary.edition().said())
        .extracting(DictionaryEntry::id)
        .containsExactly("ngo:other");
    assertThat(dictionary.edition().refusals())
        .extracting(Edition.Refusal::id)
        .containsExactly("(no key)", "ngo:quorn", "ngo:third");
    assertThat(dictionary.edition().refusals().get(1).reason()).contains("DictionaryEntry");
    take(Entries.entry("ngo:quorn", "Zelmar Quorn"));
    dictionary.publish();
    assertThat(dictionary.edition().refusals()).hasSize(2);
  }

  @Test
  void orderOfArrivalDoesNotDecideWhoHasAName() {
    DictionaryEntry a = Entries.entry("ngo:a", "Zelmar Quorn");
    DictionaryEntry b = Entries.entry("ngo:b", "Zelmar Quorn");
    take(b);
    take(a);
    dictionary.publish();
    String one = found("Zelmar Quorn left.").get(0);
    dictionary.restart();
    take(a);
    take(b);
    dictionary.publish();
    assertThat(found("Zelmar Quorn left.")).containsExactly(one);
    assertThat(one).contains("ngo:a");
  }

  @Test
  void staysInUseWhileTheTopicIsReadAnew() {
    take(Entries.entry("ngo:quorn", "Zelmar Quorn"));
    dictionary.publish();
    dictionary.restart();
    assertThat(found("Zelmar Quorn left.")).anyMatch(e -> e.contains("ngo:quorn"));
    dictionary.publish();
    assertThat(found("Zelmar Quorn left.")).noneMatch(e -> e.contains("ngo:quorn"));
  }

  @Test
  void rolesFollowTheTerms() {
    EntryDraft minister =
        new EntryDraft(
            "person:ana-venn",
            null,
            "Ana Venn",
            null,
            ActorTag.Type.PERSON,
            "NO",
            null,
            List.of(new DictionaryEntry.Term("GOV", "Minister of Ports", "NO", 2010, 2014)),
            null);
    take(minister.after(null, State.IN_FORCE, "test", Entries.TIME));
    dictionary.publish();
    assertThat(role("2012-05-01")).isEqualTo("GOV");
    assertThat(role("2020-05-01")).isEqualTo("ELI");
  }

  private String role(String day) {
    var time = java.time.Instant.parse(day + "T00:00:00Z");
    return String.valueOf(tagger.tag(null, "Ana Venn left.", "en", time).get(0).role());
  }

  @Test
  void awaitsWhatIsInUse() {
    take(Entries.entry("ngo:quorn", "Zelmar Quorn"));
    assertThat(dictionary.await(0, 0, Duration.ofMillis(20))).isFalse();
    dictionary.publish();
    assertThat(dictionary.await(0, 0, Duration.ofMillis(20))).isTrue();
    assertThat(dictionary.await(0, 1, Duration.ofMillis(20))).isFalse();
  }

  /** Prints what a change costs where operators have said much. */
  @Test
  void oneEditionTakesALargeImport() {
    for (int i = 0; i < 100_000; i++) {
      take(Entries.entry("ngo:n" + i, "Quorn" + i + " Velmar" + i % 997));
    }
    long before = System.nanoTime();
    dictionary.publish();
    System.out.printf(
        "an edition of 100,000 entries is built in %d ms%n",
        (System.nanoTime() - before) / 1_000_000);
    assertThat(dictionary.edition().book().size()).isEqualTo(SHIPPED.size() + 100_000);
    assertThat(found("Quorn99999 Velmar299 came.")).anyMatch(e -> e.contains("ngo:n99999@"));
  }
}
