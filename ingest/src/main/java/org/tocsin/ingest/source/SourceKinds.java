package org.tocsin.ingest.source;

import java.nio.file.Path;
import java.time.Clock;
import org.tocsin.ingest.IngestSettings;
import org.tocsin.ingest.fetch.Fetcher;
import org.tocsin.ingest.parse.ArticleReader;
import org.tocsin.service.Settings;

/** Makes of the settings of a source what reads it. */
final class SourceKinds {
  private final Settings settings;
  private final Fetcher fetcher;
  private final ArticleReader reader;
  private final Clock clock;
  private final Twins twins;

  SourceKinds(Settings settings, Fetcher fetcher, ArticleReader reader, Twins twins, Clock clock) {
    this.twins = twins;
    this.settings = settings;
    this.fetcher = fetcher;
    this.reader = reader;
    this.clock = clock;
  }

  Source of(SourceSettings source) {
    return switch (source.kind()) {
      case FEED -> new FeedSource(source, fetcher, reader, pages(source), twins);
      case SITEMAP ->
          new SitemapSource(source, fetcher, reader, SitemapSource.Bounds.of(settings), clock);
      case FOLDER -> new FolderSource(source.name(), Path.of(source.location()), reader);
    };
  }

  private Pages pages(SourceSettings source) {
    int shorter = source.pages() ? settings.get(IngestSettings.PAGES_BELOW) : 0;
    return new Pages(fetcher, reader, shorter);
  }
}
