package org.tocsin.ingest.source;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tocsin.contract.ArticleId;
import org.tocsin.ingest.parse.ArticleDraft;
import org.tocsin.ingest.parse.Rejection;

/**
 * The items of a feed that were published or rejected already, word for word: a feed gives its last
 * items at every poll. Remembers the last {@value #MOST}; what it forgets is published again and
 * ends as a duplicate.
 */
final class SeenItems {
  private static final int MOST = 5_000;

  private final Map<String, Boolean> seen =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > MOST;
        }
      };

  /** What an item is known by: its identity and its words. */
  static String fingerprint(ArticleDraft draft) {
    String title = draft.title() == null ? "" : draft.title();
    String text = draft.text() == null ? "" : draft.text();
    return ArticleId.hash(draft.stableId(), title, text);
  }

  /**
   * What a rejection is known by: the bytes nobody could read, wherever they stand by now; without
   * them its place and reason.
   */
  static String fingerprint(Rejection rejection) {
    byte[] raw = rejection.raw();
    String what = raw == null ? rejection.name() : new String(raw, StandardCharsets.ISO_8859_1);
    return ArticleId.hash("rejection", raw == null ? rejection.reason() : "", what);
  }

  boolean contains(String fingerprint) {
    return seen.get(fingerprint) != null;
  }

  void add(String fingerprint) {
    seen.put(fingerprint, true);
  }
}
