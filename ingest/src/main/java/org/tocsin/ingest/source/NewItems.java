package org.tocsin.ingest.source;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.tocsin.contract.FetchState;
import org.tocsin.ingest.fetch.Answer.Validators;
import org.tocsin.ingest.parse.ArticleDraft;
import org.tocsin.ingest.parse.Parsed;
import org.tocsin.ingest.state.SourceStore.LostSourceException;

/**
 * The new among the entries of a feed or a sitemap on their way, with their pages, in parts, so
 * that ten thousand pages neither fill the memory nor are lost half way. Only the last part is
 * written with what the server said about the version: whoever takes over in the middle is given
 * the document again, not "nothing changed".
 */
final class NewItems {
  private static final int PART_INPUTS = 50;
  private static final int PART_CHARS = 4 << 20;

  private final Pages pages;
  private final int remembered;
  private final Source.Batches out;
  private final Remembered items;
  private Change change;
  private List<Parsed> part = new ArrayList<>();
  private long chars;

  /**
   * New items after a state.
   *
   * @param first the change that the first part is written with
   * @param remembered most entries to know at the next poll
   */
  NewItems(FetchState before, Change first, Pages pages, int remembered, Source.Batches out) {
    this.pages = pages;
    this.remembered = remembered;
    this.out = out;
    this.items = new Remembered(before.seen());
    this.change = first;
  }

  /**
   * Hands on what is new.
   *
   * @param inputs how many there were at all, new or not
   * @param version what the server said about it
   * @param last what else the last part is written with
   */
  void take(List<Parsed> entries, int inputs, Validators version, UnaryOperator<Change> last)
      throws InterruptedException, LostSourceException {
    for (Parsed entry : entries) {
      if (items.isNew(entry)) {
        Parsed whole = pages.complete(entry);
        if (whole != null) {
          makeRoom(inputs); // Before this one is remembered: it is not in that part.
          part.add(whole);
          chars += length(whole);
        }
        items.taken(entry, whole != null);
      }
    }
    Validators known = items.complete() ? version : Validators.NONE;
    write(inputs, last.apply(change.validators(known)));
  }

  private void makeRoom(int inputs) throws InterruptedException, LostSourceException {
    if (part.size() >= PART_INPUTS || chars >= PART_CHARS) {
      change = Change.of(write(inputs, change.validators(Validators.NONE)));
    }
  }

  private FetchState write(int inputs, Change with)
      throws InterruptedException, LostSourceException {
    FetchState written = out.take(part, inputs, with.remember(items.all(remembered)));
    part = new ArrayList<>();
    chars = 0;
    return written;
  }

  private static int length(Parsed parsed) {
    String text = parsed instanceof ArticleDraft draft ? draft.text() : null;
    return text == null ? 0 : text.length();
  }
}
