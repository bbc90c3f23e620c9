package org.tocsin.ingest.push;

import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.tocsin.contract.Lane;
import org.tocsin.ingest.parse.Parsed;
import org.tocsin.ingest.publish.ArticlePublisher;
import org.tocsin.ingest.publish.Receipt;

/**
 * The inputs of one push on their way, in input order. Waits for the oldest while many are on the
 * way, and names only so many in its answer, so that a push of millions takes no more memory than
 * one of thousands.
 */
final class PushBatch implements Consumer<Parsed> {
  private static final int WINDOW = 2_000;

  private final ArticlePublisher publisher;
  private final Lane lane;
  private final int named;
  private final Deque<CompletableFuture<Receipt>> open = new ArrayDeque<>();
  private final List<PushAnswer.Refusal> rejected = new ArrayList<>();
  private final List<String> ids = new ArrayList<>();
  private int received;
  private int published;
  private int rejectedCount;
  private int deadLettered;

  PushBatch(ArticlePublisher publisher, Lane lane, int named) {
    this.publisher = publisher;
    this.lane = lane;
    this.named = named;
  }

  @Override
  public void accept(Parsed parsed) {
    try {
      open.add(publisher.publish(parsed, lane));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new InterruptedIOException("stopped while publishing"));
    }
    if (open.size() > WINDOW) {
      settle(open.remove().join());
    }
  }

  private void settle(Receipt receipt) {
    int index = received++;
    switch (receipt.end()) {
      case PUBLISHED -> {
        published++;
        if (ids.size() < named) {
          ids.add(receipt.id());
        }
      }
      case REJECTED -> {
        rejectedCount++;
        if (rejected.size() < named) {
          rejected.add(new PushAnswer.Refusal(index, String.valueOf(receipt.reason())));
        }
      }
      case DEAD_LETTERED -> deadLettered++;
    }
  }

  /**
   * Waits for all.
   *
   * @throws java.util.concurrent.CompletionException where Kafka did not take one of them
   */
  PushAnswer await() {
    while (!open.isEmpty()) {
      settle(open.remove().join());
    }
    return new PushAnswer(received, published, rejected, rejectedCount, deadLettered, ids);
  }
}
