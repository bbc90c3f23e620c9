package org.tocsin.enrich;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.FirstSeen;
import org.tocsin.contract.Lane;
import org.tocsin.enrich.novelty.NoveltyIndex;
import org.tocsin.enrich.sketch.StatementSketch;

/**
 * What is remembered of one lane, oldest first, its statements, and the lane's own clock: the
 * latest event time seen in it. Only articles of the same lane move the clock, so history never
 * pushes the present out.
 */
final class LaneMemory {
  /** An article in the queues. */
  record Item(long sequence, Instant clock, String article, Set<String> statements) {
    static Item of(long sequence, Remembered remembered) {
      List<StatementSketch> said = remembered.sketch().statements();
      List<@Nullable FirstSeen> firsts = remembered.firsts();
      Set<String> fresh = new HashSet<>();
      for (int i = 0; i < said.size(); i++) {
        if (firsts.get(i) == null) {
          fresh.add(said.get(i).id());
        }
      }
      return new Item(sequence, remembered.clock(), remembered.sketch().article(), fresh);
    }
  }

  /** The statements to compare with. */
  final NoveltyIndex novelty;

  private final Deque<Item> forStories = new ArrayDeque<>();
  private final Deque<Item> forNovelty = new ArrayDeque<>();
  private final Set<Long> compared = new HashSet<>();
  private Instant clock = Instant.MIN;
  private int statements;

  LaneMemory(NoveltyIndex novelty) {
    this.novelty = novelty;
  }

  /** What the clock will show once an article of this time has come. */
  Instant clockAt(Instant time) {
    return time.isAfter(clock) ? time : clock;
  }

  /** Takes an article that came as the last one of the lane. */
  void add(long sequence, Remembered remembered) {
    Item item = Item.of(sequence, remembered);
    clock = clockAt(item.clock);
    if (remembered.lead() != null) {
      forStories.add(item);
    }
    if (!remembered.firsts().isEmpty()) {
      novelty.add(remembered.sketch(), remembered.firsts());
      forNovelty.add(item);
      compared.add(item.sequence);
      statements += item.statements.size();
    }
  }

  /** How full it is. */
  List<Fill> fills(Lane lane, Windows windows) {
    return List.of(
        new Fill(lane, Fill.Kind.ARTICLES, forStories.size(), windows.articles(), age(forStories)),
        new Fill(lane, Fill.Kind.STATEMENTS, statements, windows.statements(), age(forNovelty)));
  }

  private Duration age(Deque<Item> queue) {
    Item oldest = queue.peekFirst();
    return oldest == null ? Duration.ZERO : Duration.between(oldest.clock, clock);
  }

  /** Hands over the articles that have left the story window. */
  void forgetStories(Duration window, int capacity, Consumer<Item> forget) {
    while (!forStories.isEmpty()
        && (forStories.size() > capacity || left(forStories.getFirst(), window))) {
      forget.accept(forStories.removeFirst());
    }
  }

  /** Forgets the statements that have left the novelty window, and hands over their articles. */
  void forgetStatements(Duration window, int capacity, Consumer<Item> forget) {
    while (!forNovelty.isEmpty()
        && (statements > capacity || left(forNovelty.getFirst(), window))) {
      Item item = forNovelty.removeFirst();
      compared.remove(item.sequence);
      statements -= item.statements.size();
      novelty.remove(item.article, item.statements);
      forget.accept(item);
    }
  }

  private boolean left(Item item, Duration window) {
    return Duration.between(item.clock, clock).compareTo(window) > 0;
  }

  /** Whether the statements of an article are still compared with. */
  boolean needsStatements(long sequence) {
    return compared.contains(sequence);
  }
}
