package org.tocsin.ingest.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.ArticleId;
import org.tocsin.contract.FetchState;
import org.tocsin.ingest.fetch.Answer;
import org.tocsin.ingest.fetch.Fetcher;
import org.tocsin.ingest.parse.ArticleDraft;
import org.tocsin.ingest.parse.ArticleReader;
import org.tocsin.ingest.parse.Origin;
import org.tocsin.ingest.parse.Parsed;
import org.tocsin.ingest.parse.Rejection;
import org.tocsin.ingest.state.SourceStore.LostSourceException;

/** A feed or a page on the web. */
final class FeedSource implements Source {
  /** A feed's items are remembered this many times over: some drop out and come back. */
  private static final int TIMES = 4;

  private static final int LEAST_REMEMBERED = 500;

  private final SourceSettings settings;
  private final Fetcher fetcher;
  private final ArticleReader reader;
  private final Pages pages;
  private final Twins twins;

  FeedSource(
      SourceSettings settings, Fetcher fetcher, ArticleReader reader, Pages pages, Twins twins) {
    this.settings = settings;
    this.fetcher = fetcher;
    this.reader = reader;
    this.pages = pages;
    this.twins = twins;
  }

  @Override
  public void poll(FetchState before, Batches out)
      throws IOException, InterruptedException, LostSourceException {
    Asked asked = Asked.of(settings.location(), before);
    Answer answer = fetcher.fetch(asked.address(), asked.known());
    Change change = asked.answered(before, answer);
    if (answer.body() == null) {
      change.digest(before.digest(), twins.of(settings.name(), before.digest()));
      out.take(List.of(), Health.UNCHANGED, change);
      return;
    }
    List<Parsed> found = read(answer);
    String digest = digest(found);
    int remembered = Math.max(LEAST_REMEMBERED, TIMES * found.size());
    new NewItems(before, change, pages, remembered, out)
        .take(
            found,
            found.size(),
            answer.validators(),
            last -> last.digest(digest, twins.of(settings.name(), digest)));
  }

  /** What the items are, in any order; empty where there are too few to tell. */
  private static String digest(List<Parsed> found) {
    List<String> ids =
        found.stream()
            .filter(p -> p instanceof ArticleDraft)
            .map(p -> ((ArticleDraft) p).stableId())
            .sorted()
            .toList();
    return ids.isEmpty() ? "" : ArticleId.hash(ids.toArray(String[]::new));
  }

  private List<Parsed> read(Answer answer) throws IOException {
    List<Parsed> found = new ArrayList<>();
    String address = answer.address().toString();
    Origin origin = new Origin(settings.location(), address, answer.type(), settings.name());
    reader.read(answer.stream(), origin, found::add);
    if (found.size() == 1 && isEmptyFeed(found.get(0))) {
      return List.of();
    }
    if (!found.isEmpty() && found.stream().allMatch(Rejection.class::isInstance)) {
      throw new IOException("no items could be read: " + reason(found.get(0)));
    }
    return found;
  }

  private static @Nullable String reason(Parsed parsed) {
    return parsed instanceof Rejection rejection ? rejection.reason() : null;
  }

  private static boolean isEmptyFeed(Parsed parsed) {
    return parsed instanceof Rejection rejection
        && rejection.reason().equals(ArticleReader.NO_ITEMS);
  }
}
