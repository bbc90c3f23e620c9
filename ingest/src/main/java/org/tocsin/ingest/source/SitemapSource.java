package org.tocsin.ingest.source;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.contract.FetchState;
import org.tocsin.ingest.IngestSettings;
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
import org.tocsin.service.Settings;

/**
 * A news sitemap, or an index of sitemaps: the pages it names that are young enough. One that fills
 * its memory with pages without a date is read no further.
 */
final class SitemapSource implements Source {
  private static final Logger LOG = LoggerFactory.getLogger(SitemapSource.class);

  private final SourceSettings settings;
  private final Fetcher fetcher;
  private final ArticleReader reader;
  private final Pages pages;
  private final Bounds bounds;
  private final Clock clock;

  SitemapSource(
      SourceSettings settings, Fetcher fetcher, ArticleReader reader, Bounds bounds, Clock clock) {
    this.settings = settings;
    this.fetcher = fetcher;
    this.reader = reader;
    this.pages = new Pages(fetcher, reader, Integer.MAX_VALUE);
    this.bounds = bounds;
    this.clock = clock;
  }

  @Override
  public void poll(FetchState before, Batches out)
      throws IOException, InterruptedException, LostSourceException {
    Asked asked = Asked.of(settings.location(), before);
    Answer answer = fetcher.fetch(asked.address(), asked.known());
    Change change = asked.answered(before, answer);
    if (answer.body() == null) {
      out.take(List.of(), Health.UNCHANGED, change);
      return;
    }
    List<String> children = SitemapLinks.children(answer.stream(), answer.type(), reader.limits());
    boolean index = !children.isEmpty();
    List<Parsed> entries = index ? ofIndex(children, asked, answer) : entries(answer);
    new NewItems(before, change, pages, bounds.remembered(), out)
        .take(
            wanted(entries),
            entries.size(),
            index ? Validators.NONE : answer.validators(),
            last -> last);
  }

  /**
   * Each sitemap once, the index itself not at all, and an index in an index is not followed:
   * nothing goes round. One sitemap that cannot be had does not keep the others from being read.
   *
   * @throws IOException where none of them can be had
   */
  private List<Parsed> ofIndex(List<String> children, Asked asked, Answer answer)
      throws IOException, InterruptedException {
    Set<String> sitemaps = new LinkedHashSet<>(children);
    sitemaps.removeAll(List.of(asked.address(), answer.address().toString()));
    List<Parsed> entries = new ArrayList<>();
    int read = 0;
    FetchException fault = null;
    for (String sitemap : sitemaps.stream().limit(bounds.sitemaps()).toList()) {
      try {
        entries.addAll(entries(fetcher.fetch(sitemap, Validators.NONE)));
        read++;
      } catch (FetchException e) {
        LOG.info("Source {}: {} cannot be read: {}", settings.name(), sitemap, e.getMessage());
        fault = e;
      }
    }
    if (read == 0 && fault != null) {
      throw new IOException("none of its sitemaps can be read: " + fault.getMessage(), fault);
    }
    return entries;
  }

  /** Young pages, as many as are remembered: of more some would be fetched at every poll anew. */
  private List<Parsed> wanted(List<Parsed> entries) {
    List<Parsed> wanted = new ArrayList<>(entries);
    wanted.removeIf(entry -> !young(entry));
    if (wanted.size() > bounds.remembered()) {
      LOG.warn(
          "Source {}: {} of its {} pages are left alone; those that say their date come first",
          settings.name(),
          wanted.size() - bounds.remembered(),
          wanted.size());
      wanted.sort(Comparator.comparing(entry -> published(entry) == null));
      return wanted.subList(0, bounds.remembered());
    }
    return wanted;
  }

  private boolean young(Parsed entry) {
    OffsetDateTime time = published(entry);
    return time == null || time.toInstant().isAfter(clock.instant().minus(bounds.window()));
  }

  private static @Nullable OffsetDateTime published(Parsed entry) {
    return entry instanceof ArticleDraft draft ? draft.published() : null;
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

  /**
   * How much of a sitemap is read.
   *
   * @param window age up to which its pages are young
   * @param sitemaps of one index
   * @param remembered pages that are known at the next poll
   */
  record Bounds(Duration window, int sitemaps, int remembered) {
    static Bounds of(Settings settings) {
      return new Bounds(
          settings.get(IngestSettings.SITEMAP_WINDOW),
          settings.get(IngestSettings.SITEMAP_CHILDREN),
          REMEMBERED);
    }

    private static final int REMEMBERED = 20_000;
  }
}
