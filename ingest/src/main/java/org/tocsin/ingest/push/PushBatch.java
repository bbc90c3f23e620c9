package org.tocsin.ingest.push;

import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.tocsin.contract.Lane;
import org.tocsin.ingest.parse.Parsed;
import org.tocsin.ingest.publish.ArticlePublisher;
import org.tocsin.ingest.publish.Receipt;

/** The inputs of one push on their way, in input order. */
final class PushBatch implements Consumer<Parsed> {
  private final ArticlePublisher publisher;
  private final Lane lane;
  private final List<CompletableFuture<Receipt>> receipts = new ArrayList<>();

  PushBatch(ArticlePublisher publisher, Lane lane) {
    this.publisher = publisher;
    this.lane = lane;
  }

  @Override
  public void accept(Parsed parsed) {
    try {
      receipts.add(publisher.publish(parsed, lane));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new InterruptedIOException("stopped while publishing"));
    }
  }

  /**
   * Waits for all.
   *
   * @throws java.util.concurrent.CompletionException where Kafka did not take one of them
   */
  PushAnswer await() {
    int deadLettered = 0;
    List<PushAnswer.Refusal> rejected = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < receipts.size(); i++) {
      Receipt receipt = receipts.get(i).join();
      switch (receipt.end()) {
        case PUBLISHED -> ids.add(receipt.id());
        case REJECTED -> rejected.add(new PushAnswer.Refusal(i, String.valueOf(receipt.reason())));
        case DEAD_LETTERED -> deadLettered++;
      }
    }
    return new PushAnswer(receipts.size(), ids.size(), rejected, deadLettered, ids);
  }
}
