package org.tocsin.ingest.push;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.contract.IngestNote;
import org.tocsin.contract.Json;
import org.tocsin.ingest.state.Notes;

/**
 * Answers to pushes by their {@code Idempotency-Key}: one that is sent again, because its answer
 * was lost on the way, gets the same answer and publishes nothing, also after a restart and from
 * another instance. So many of the last day are known; the ids of the articles still make an older
 * repetition end as duplicates.
 */
final class SentBefore {
  private static final Logger LOG = LoggerFactory.getLogger(SentBefore.class);

  private final Map<String, Known> answers;
  private final Notes notes;
  private final Clock clock;

  SentBefore(int most, Notes notes, Clock clock) {
    this.notes = notes;
    this.clock = clock;
    this.answers =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > most;
          }
        };
    notes.follow(this::heard);
  }

  private void heard(IngestNote note) {
    if (note.kind() == IngestNote.Kind.ANSWER) {
      try {
        put(note.name(), Json.read(note.body(), PushAnswer.class));
      } catch (UncheckedIOException e) {
        LOG.warn("The answer that is kept for {} cannot be read", note.name(), e);
      }
    }
  }

  private synchronized void put(String key, PushAnswer answer) {
    answers.put(key, new Known(answer));
  }

  /** Whether what was answered before this instance started is known by now. */
  boolean ready() {
    return notes.upToDate();
  }

  /** What is known of a key; null where it is new, and from now on being worked on. */
  synchronized @Nullable Known begin(String key) {
    return answers.putIfAbsent(key, new Known(null));
  }

  /** The push is answered, or failed and may be sent again. Kept before its client is told. */
  void end(String key, @Nullable PushAnswer answer) {
    if (answer == null) {
      forget(key);
      return;
    }
    String body = Json.write(answer);
    notes.write(new IngestNote(IngestNote.Kind.ANSWER, key, clock.instant(), body));
    put(key, answer);
  }

  private synchronized void forget(String key) {
    answers.remove(key);
  }

  /** A push that was sent before; without an answer while it is worked on. */
  record Known(@Nullable PushAnswer answer) {}
}
