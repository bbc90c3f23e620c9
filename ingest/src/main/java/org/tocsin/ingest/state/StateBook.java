package org.tocsin.ingest.state;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.FetchState;
import org.tocsin.contract.Topics;
import org.tocsin.service.Settings;

/** Knows the last state of every source, whichever instance wrote it. */
final class StateBook implements AutoCloseable {
  private final Map<String, FetchState> states = new ConcurrentHashMap<>();
  private final TopicFollower<FetchState> follower;

  StateBook(Settings settings) {
    this.follower =
        new TopicFollower<>(
            settings, Topics.SOURCE_STATES, state -> states.put(state.source(), state));
  }

  void start() {
    follower.start();
  }

  @Nullable FetchState get(String source) {
    return states.get(source);
  }

  /** Done when everything is read that the partition holds by now. */
  CompletableFuture<Void> upToDate(int partition) {
    return follower.upToDate(partition);
  }

  @Override
  public void close() {
    follower.close();
  }
}
