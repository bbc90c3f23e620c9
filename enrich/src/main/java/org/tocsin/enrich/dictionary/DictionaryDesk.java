package org.tocsin.enrich.dictionary;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.contract.DictionaryEntry;
import org.tocsin.contract.DictionaryEntry.State;
import org.tocsin.enrich.actor.ActorEntry;

/**
 * Changes entries, one change at a time, each as the next version of what is in use here.
 * Everything is checked before anything is written. A change is answered when it is in use on this
 * instance.
 *
 * <p>Two instances that change one entry at the same moment may give both changes one version; the
 * later record counts everywhere.
 */
final class DictionaryDesk {
  private static final Logger LOG = LoggerFactory.getLogger(DictionaryDesk.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final LiveDictionary dictionary;
  private final EntryWriter writer;
  private final Clock clock;

  DictionaryDesk(LiveDictionary dictionary, EntryWriter writer, Clock clock) {
    this.dictionary = dictionary;
    this.writer = writer;
    this.clock = clock;
  }

  /**
   * Puts entries into force; those that already say the same are left as they are.
   *
   * @return the new versions
   * @throws IllegalArgumentException naming the first entry that is not as it must be
   */
  synchronized List<DictionaryEntry> put(List<EntryDraft> drafts, String author) {
    return write(changes(drafts, author));
  }

  /**
   * Makes the entries of an author these: puts those that are new or changed, and takes back those
   * of the same author that are not among them.
   */
  synchronized List<DictionaryEntry> replace(List<EntryDraft> drafts, String author) {
    List<DictionaryEntry> changes = changes(drafts, author);
    Set<String> kept = Set.copyOf(drafts.stream().map(EntryDraft::id).toList());
    for (DictionaryEntry entry : dictionary.edition().said()) {
      if (entry.author().equals(author)
          && entry.state() == State.IN_FORCE
          && !kept.contains(entry.id())) {
        changes.add(after(EntryDraft.of(entry), State.AS_SHIPPED, author));
      }
    }
    return write(changes);
  }

  private List<DictionaryEntry> changes(List<EntryDraft> drafts, String author) {
    Map<String, DictionaryEntry> changes = new LinkedHashMap<>();
    for (EntryDraft draft : drafts) {
      if (draft.sameAs(dictionary.edition().said(draft.id()))) {
        changes.remove(draft.id());
      } else {
        changes.put(draft.id(), after(draft, State.IN_FORCE, author));
      }
    }
    return new ArrayList<>(changes.values());
  }

  private DictionaryEntry after(EntryDraft draft, State state, String author) {
    try {
      return draft.after(dictionary.edition().said(draft.id()), state, author, clock.instant());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("entry '" + draft.id() + "': " + e.getMessage(), e);
    }
  }

  /**
   * Takes an entry out of force, a shipped one too.
   *
   * @return what was written; null where there is nothing under the id
   */
  synchronized @Nullable DictionaryEntry remove(String id, String author) {
    DictionaryEntry said = dictionary.edition().said(id);
    ActorEntry shipped = dictionary.edition().book().entry(id);
    if (said != null && said.state() == State.IN_FORCE) {
      return write(List.of(after(EntryDraft.of(said), State.REMOVED, author))).get(0);
    }
    boolean gone = said != null && said.state() == State.REMOVED;
    return gone || shipped == null
        ? null
        : write(List.of(after(EntryDraft.of(shipped), State.REMOVED, author))).get(0);
  }

  /**
   * Takes back whatever was said of an entry: what Tocsin ships counts again.
   *
   * @return what was written; null where nothing was said
   */
  synchronized @Nullable DictionaryEntry restore(String id, String author) {
    DictionaryEntry said = dictionary.edition().said(id);
    return said == null || said.state() == State.AS_SHIPPED
        ? null
        : write(List.of(after(EntryDraft.of(said), State.AS_SHIPPED, author))).get(0);
  }

  private List<DictionaryEntry> write(List<DictionaryEntry> changes) {
    List<EntryWriter.Written> written = changes.isEmpty() ? List.of() : writer.write(changes);
    for (EntryWriter.Written place : written) {
      if (!dictionary.await(place.partition(), place.offset(), PATIENCE)) {
        LOG.warn("A dictionary entry was written but is not in use here after {}", PATIENCE);
        break;
      }
    }
    return changes;
  }
}
