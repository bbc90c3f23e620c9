package org.tocsin.ingest.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.FetchState;
import org.tocsin.contract.Lane;
import org.tocsin.ingest.parse.ArticleDraft;
import org.tocsin.ingest.parse.Limits;
import org.tocsin.ingest.parse.Parsed;
import org.tocsin.ingest.publish.Ending;
import org.tocsin.service.Metrics;

/** States and inputs in memory, for whoever owns all sources and needs no Kafka. */
public final class MemoryStore implements SourceStore {
  private static final Instant NOW = Instant.parse("2026-03-03T12:00:00Z");

  public final Metrics metrics = new Metrics("ingest");
  private final Map<String, FetchState> states;
  private final List<Parsed> taken = new CopyOnWriteArrayList<>();
  private final Predicate<String> owned;

  public MemoryStore() {
    this(new ConcurrentHashMap<>(), source -> true);
  }

  private MemoryStore(Map<String, FetchState> states, Predicate<String> owned) {
    this.states = states;
    this.owned = owned;
  }

  /** The store of another instance, which owns these sources and knows all. */
  public MemoryStore other(Predicate<String> owns) {
    return new MemoryStore(states, owns);
  }

  @Override
  public void start() {}

  @Override
  public boolean owns(String source) {
    return owned.test(source);
  }

  @Override
  public @Nullable FetchState state(String source) {
    return states.get(source);
  }

  @Override
  public void commit(List<Parsed> found, Lane lane, FetchState after) {
    taken.addAll(found);
    states.put(after.source(), after);
    found.forEach(p -> Ending.of(p, lane, Limits.DEFAULT, "t-", NOW).count(metrics));
  }

  /** All inputs so far, in order. */
  public List<Parsed> taken() {
    return List.copyOf(taken);
  }

  /** Ids of the articles so far, in order. */
  public List<String> ids() {
    List<String> ids = new ArrayList<>();
    taken.forEach(p -> ids.add(p instanceof ArticleDraft draft ? draft.stableId() : "?"));
    return ids;
  }

  /** Inputs that ended so. */
  public double count(String outcome) {
    return metrics.registry().get("tocsin.articles").tag("outcome", outcome).counter().count();
  }

  @Override
  public void close() {}
}
