package org.tocsin.ingest.source;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.FetchState;
import org.tocsin.ingest.fetch.Answer;
import org.tocsin.ingest.fetch.Answer.Validators;
import org.tocsin.ingest.fetch.FetchException;
import org.tocsin.ingest.fetch.Fetcher;
import org.tocsin.ingest.parse.ArticleDraft;
import org.tocsin.ingest.parse.ArticleReader;
import org.tocsin.ingest.parse.Origin;
import org.tocsin.ingest.parse.Parsed;
import org.tocsin.ingest.parse.SitemapLinks;
import org.tocsin.ingest.state.SourceStore.LostSourceException;

/**
 * A news sitemap, or an index of sitemaps: the pages it names that are young enough, in parts, so
 * that an archive of ten thousand pages neither fills the memory nor is lost half way.
 */
final class SitemapSource implements Source {
  private static final int PART = 50;
  private static final int REMEMBERED = 20_000;

  private final SourceSettings settings;
  private final Fetcher fetcher;
  private final ArticleReader reader;
  private final Pages pages;
  private final Duration window;
  private final int maxSitemaps;
  private final Clock clock;

  SitemapSource(
      SourceSettings settings,
      Fetcher fetcher,
      ArticleReader reader,
      Duration window,
      int maxSitemaps,
      Clock clock) {
    this.settings = settings;
    this.fetcher = fetcher;
    this.reader = reader;
    this.pages = new Pages(fetcher, reader, Integer.MAX_VALUE);
    this.window = window;
    this.maxSitemaps = maxSitemaps;
    this.clock = clock;
  }

  @Override
  public void poll(FetchState before, Batches out)
      throws IOException, InterruptedException, LostSourceException {
    String address = before.address() == null ? settings.location() : before.address();
    Answer answer = fetcher.fetch(uri(address), validators(before));
    Change change = Change.of(before).address(answer.moved());
    if (answer.body() == null) {
      out.take(List.of(), Health.UNCHANGED, change);
      return;
    }
    List<String> children = SitemapLinks.children(answer.stream(), answer.type(), reader.limits());
    List<Parsed> entries = new ArrayList<>();
    if (children.isEmpty()) {
      entries.addAll(entries(answer));
      change.validators(answer.validators());
    }
    // Each once, itself not at all, and an index in an index is not followed: nothing goes round.
    for (String child : children.stream().distinct().limit(maxSitemaps).toList()) {
      if (!child.equals(address) && !child.equals(answer.address().toString())) {
        entries.addAll(child(child));
      }
    }
    take(entries, before, change, out);
  }

  /** One sitemap of an index that cannot be had does not keep the others from being read. */
  private List<Parsed> child(String address) throws InterruptedException {
    try {
      return entries(fetcher.fetch(uri(address), Validators.NONE));
    } catch (FetchException e) {
      return List.of(); // Counted by the fetcher; the index is asked again at the next poll.
    } catch (IOException e) {
      return List.of();
    }
  }

  private void take(List<Parsed> entries, FetchState before, Change first, Batches out)
      throws InterruptedException, LostSourceException {
    Remembered items = new Remembered(before.seen());
    List<Parsed> part = new ArrayList<>();
    Change change = first;
    for (Parsed entry : entries) {
      if (young(entry) && items.isNew(entry)) {
        Parsed whole = pages.complete(entry);
        items.taken(entry, whole != null);
        if (whole != null) {
          part.add(whole);
        }
      }
      if (part.size() >= PART) {
        FetchState written = out.take(part, entries.size(), change.remember(items.all(REMEMBERED)));
        change = Change.of(written);
        part = new ArrayList<>();
      }
    }
    if (!items.complete()) {
      change.validators(Validators.NONE);
    }
    out.take(part, entries.size(), change.remember(items.all(REMEMBERED)));
  }

  private boolean young(Parsed entry) {
    OffsetDateTime time = entry instanceof ArticleDraft draft ? draft.published() : null;
    return time == null || time.toInstant().isAfter(clock.instant().minus(window));
  }

  private List<Parsed> entries(Answer answer) {
    List<Parsed> found = new ArrayList<>();
    String at = answer.address().toString();
    reader.read(
        answer.stream(),
        new Origin(settings.location(), at, answer.type(), settings.name()),
        found::add);
    found.removeIf(parsed -> url(parsed) == null);
    return found;
  }

  private static @Nullable String url(Parsed parsed) {
    return parsed instanceof ArticleDraft draft ? draft.url() : null;
  }

  private static Validators validators(FetchState before) {
    return new Validators(before.etag(), before.lastModified());
  }

  private static URI uri(String address) throws IOException {
    try {
      return URI.create(address.strip());
    } catch (IllegalArgumentException e) {
      throw new IOException("not an address: " + address, e);
    }
  }
}
