package org.tocsin.deploy.command;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.tocsin.contract.Article;
import org.tocsin.enrich.Analyser;
import org.tocsin.enrich.Analysis;

/**
 * Analyses articles ahead of their turn on all cores, while they are decided about one after the
 * other in input order. Hands the {@link org.tocsin.enrich.Enricher} the analysis that is waiting.
 */
final class Ahead implements Analyser, AutoCloseable {
  private static final int MOST_WAITING = 64;

  /** An article that cannot be analysed. */
  static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unreadable(String message, Throwable cause) {
      super(message, cause);
    }
  }

  private record Waiting(Article article, CompletableFuture<Analysis> analysis) {}

  private final Analyser analyser;
  private final ExecutorService workers =
      Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
  private final Deque<Waiting> waiting = new ArrayDeque<>();

  Ahead(Analyser analyser) {
    this.analyser = analyser;
  }

  /** Takes an article in; hands on the oldest one where enough are waiting. */
  void add(Article article, Consumer<Article> turn) {
    waiting.add(
        new Waiting(
            article, CompletableFuture.supplyAsync(() -> analyser.analyse(article), workers)));
    if (waiting.size() >= MOST_WAITING) {
      next(turn);
    }
  }

  /** Hands on all that are waiting. */
  void finish(Consumer<Article> turn) {
    while (!waiting.isEmpty()) {
      next(turn);
    }
  }

  private void next(Consumer<Article> turn) {
    turn.accept(waiting.getFirst().article());
    waiting.removeFirst();
  }

  @Override
  public Analysis analyse(Article article) {
    try {
      return waiting.getFirst().analysis().join();
    } catch (CompletionException | CancellationException e) {
      throw new Unreadable("article " + article.id() + " cannot be analysed: " + e.getCause(), e);
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
