package org.tocsin.ingest.push;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers to pushes by their {@code Idempotency-Key}: one that is sent again, because its answer
 * was lost on the way, gets the same answer and publishes nothing. Remembered in memory; after a
 * restart the articles' ids still make a repetition end as duplicates.
 */
final class SentBefore {
  private final Map<String, Known> answers;

  SentBefore(int most) {
    this.answers =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > most;
          }
        };
  }

  /** What is known of a key; null where it is new, and from now on being worked on. */
  synchronized @Nullable Known begin(String key) {
    return answers.putIfAbsent(key, new Known(null));
  }

  /** The push is answered, or failed and may be sent again. */
  synchronized void end(String key, @Nullable PushAnswer answer) {
    if (answer == null) {
      answers.remove(key);
    } else {
      answers.put(key, new Known(answer));
    }
  }

  /** A push that was sent before; without an answer while it is worked on. */
  record Known(@Nullable PushAnswer answer) {}
}
