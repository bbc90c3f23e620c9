package org.tocsin.ingest.source;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.tocsin.ingest.parse.ArticleDraft;
import org.tocsin.ingest.parse.ArticleReader;
import org.tocsin.ingest.parse.Origin;
import org.tocsin.ingest.parse.Parsed;
import org.tocsin.ingest.parse.Rejection;
import org.tocsin.ingest.source.FeedFetcher.Fetched;
import org.tocsin.ingest.source.FeedFetcher.Validators;

/** A feed on the web. Its answer counts as read only when Kafka has all of it. */
final class FeedSource implements Source {
  private final SourceSettings settings;
  private final FeedFetcher fetcher;
  private final ArticleReader reader;
  private final SeenItems seen = new SeenItems();
  private final List<String> pending = new ArrayList<>();
  private Validators known = Validators.NONE;
  private Validators next = Validators.NONE;
  private int size;

  FeedSource(SourceSettings settings, FeedFetcher fetcher, ArticleReader reader) {
    this.settings = settings;
    this.fetcher = fetcher;
    this.reader = reader;
  }

  @Override
  public int poll(Consumer<Parsed> sink) throws IOException, InterruptedException {
    pending.clear();
    Fetched fetched = fetcher.fetch(address(), known);
    if (fetched != null) {
      next = fetched.validators();
      size = read(fetched, sink);
    }
    return size;
  }

  private URI address() throws IOException {
    try {
      return URI.create(settings.location());
    } catch (IllegalArgumentException e) {
      throw new IOException("not an address: " + settings.location(), e);
    }
  }

  private int read(Fetched fetched, Consumer<Parsed> sink) throws IOException {
    List<Parsed> found = new ArrayList<>();
    String address = fetched.address().toString();
    Origin origin = new Origin(settings.location(), address, fetched.type(), settings.name());
    reader.read(fetched.stream(), origin, found::add);
    if (found.size() == 1 && isEmptyFeed(found.get(0))) {
      return 0;
    }
    if (!found.isEmpty() && found.stream().allMatch(Rejection.class::isInstance)) {
      found.forEach(sink);
      throw new IOException("no items could be read: " + found.get(0));
    }
    found.forEach(parsed -> offer(parsed, sink));
    return found.size();
  }

  private static boolean isEmptyFeed(Parsed parsed) {
    return parsed instanceof Rejection rejection
        && rejection.reason().equals(ArticleReader.NO_ITEMS);
  }

  private void offer(Parsed parsed, Consumer<Parsed> sink) {
    String fingerprint =
        parsed instanceof Rejection rejection
            ? SeenItems.fingerprint(rejection)
            : SeenItems.fingerprint((ArticleDraft) parsed);
    if (!seen.contains(fingerprint)) {
      pending.add(fingerprint);
      sink.accept(parsed);
    }
  }

  @Override
  public void accepted() {
    pending.forEach(seen::add);
    pending.clear();
    known = next;
  }
}
