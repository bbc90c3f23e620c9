package org.tocsin.ingest.source;

import java.nio.charset.StandardCharsets;
import org.tocsin.contract.ArticleId;
import org.tocsin.ingest.parse.ArticleDraft;
import org.tocsin.ingest.parse.Parsed;
import org.tocsin.ingest.parse.Rejection;

/** What items are known by, word for word: a feed gives its last items at every poll. */
final class SeenItems {
  private SeenItems() {}

  static String fingerprint(Parsed parsed) {
    return parsed instanceof Rejection rejection
        ? fingerprint(rejection)
        : fingerprint((ArticleDraft) parsed);
  }

  /** What an item is known by: its identity and its words. */
  private static String fingerprint(ArticleDraft draft) {
    String title = draft.title() == null ? "" : draft.title();
    String text = draft.text() == null ? "" : draft.text();
    return ArticleId.hash(draft.stableId(), title, text);
  }

  /**
   * What a rejection is known by: the bytes nobody could read, wherever they stand by now; without
   * them its place and reason.
   */
  private static String fingerprint(Rejection rejection) {
    byte[] raw = rejection.raw();
    String what = raw == null ? rejection.name() : new String(raw, StandardCharsets.ISO_8859_1);
    return ArticleId.hash("rejection", raw == null ? rejection.reason() : "", what);
  }
}
