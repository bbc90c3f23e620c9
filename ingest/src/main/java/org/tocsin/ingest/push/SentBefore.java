package org.tocsin.ingest.push;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Iterator;
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
 * another instance. So many of the last day are known, and so many ids in all of them; the ids of
 * the articles still make an older repetition end as duplicates.
 */
final class SentBefore {
  private static final Logger LOG = LoggerFactory.getLogger(SentBefore.class);

  /** Ids and refusals in all answers: some tens of megabytes. */
  private static final int MOST_NAMED = 250_000;

  private final int most;
  private final int mostNamed;
  private final Notes notes;
  private final Clock clock;
  private final Map<String, Known> answers = new LinkedHashMap<>(16, 0.75f, true);
  private int named;

  SentBefore(int most, Notes notes, Clock clock) {
    this(most, MOST_NAMED, notes, clock);
  }

  SentBefore(int most, int mostNamed, Notes notes, Clock clock) {
    this.most = most;
    this.mostNamed = mostNamed;
    this.notes = notes;
    this.clock = clock;
    notes.follow(this::heard);
  }

  private void heard(IngestNote note) {
    if (note.kind() == IngestNote.Kind.ANSWER) {
      try {
        put(note.name(), Json.read(note.body(), Known.class));
      } catch (UncheckedIOException e) {
        LOG.warn("The answer that is kept for {} cannot be read", note.name(), e);
      }
    }
  }

  private synchronized void put(String key, Known known) {
    forget(key);
    answers.put(key, known);
    named += known.named();
    Iterator<Map.Entry<String, Known>> eldest = answers.entrySet().iterator();
    while (eldest.hasNext() && (answers.size() > most || named > mostNamed)) {
      Map.Entry<String, Known> old = eldest.next();
      boolean workedOn = old.getValue().answer() == null; // Ends by itself.
      if (!workedOn && !old.getKey().equals(key)) {
        named -= old.getValue().named();
        eldest.remove();
      }
    }
  }

  /** Whether what was answered before this instance started is known by now. */
  boolean ready() {
    return notes.upToDate();
  }

  /** What is known of a key; null where it is new, and from now on being worked on. */
  synchronized @Nullable Known begin(String key) {
    Known known = answers.get(key);
    if (known == null) {
      put(key, Known.WORKED_ON);
    }
    return known;
  }

  /** The push is answered. Kept before its client is told. */
  void end(String key, PushAnswer answer, String digest) {
    Known known = new Known(answer, digest);
    notes.write(new IngestNote(IngestNote.Kind.ANSWER, key, clock.instant(), Json.write(known)));
    put(key, known);
  }

  /** The push failed and may be sent again. */
  synchronized void forget(String key) {
    Known known = answers.remove(key);
    named -= known == null ? 0 : known.named();
  }

  /** How many ids and refusals are known in all. */
  synchronized int named() {
    return named;
  }

  /**
   * A push that was sent before.
   *
   * @param answer null while it is worked on
   * @param digest of what was sent
   */
  record Known(@Nullable PushAnswer answer, @Nullable String digest) {
    private static final Known WORKED_ON = new Known(null, null);

    private int named() {
      return answer == null ? 0 : answer.ids().size() + answer.rejected().size();
    }
  }
}
