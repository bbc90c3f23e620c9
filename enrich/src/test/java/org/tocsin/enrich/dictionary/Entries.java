package org.tocsin.enrich.dictionary;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.tocsin.contract.ActorTag;
import org.tocsin.contract.DictionaryEntry;
import org.tocsin.contract.DictionaryEntry.Kind;
import org.tocsin.contract.DictionaryEntry.State;
import org.tocsin.contract.Json;

/** Made-up entries, and the records that carry them. */
final class Entries {
  static final Instant TIME = Instant.parse("2031-03-03T06:30:00Z");

  private Entries() {}

  static EntryDraft draft(String id, String name, String... aliases) {
    return new EntryDraft(
        id,
        Kind.ACTOR,
        name,
        List.of(aliases),
        ActorTag.Type.ORGANISATION,
        "NO",
        "NGO",
        List.of(),
        null);
  }

  static DictionaryEntry entry(String id, String name, String... aliases) {
    return draft(id, name, aliases).after(null, State.IN_FORCE, "test", TIME);
  }

  static DictionaryEntry again(DictionaryEntry before, State state) {
    return EntryDraft.of(before).after(before, state, "test", TIME);
  }

  static byte[] key(String id) {
    return id.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] value(DictionaryEntry entry) {
    return Json.write(entry).getBytes(StandardCharsets.UTF_8);
  }
}
