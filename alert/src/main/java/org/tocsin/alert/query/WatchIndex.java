package org.tocsin.alert.query;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Alert;
import org.tocsin.contract.Sighting;
import org.tocsin.contract.Watch;

/**
 * The watches in force, filed so that a statement meets only those it may concern: each under the
 * two rarest of the things it needs, such as a name and one of its words. What "rare" means it
 * learns from the statements that come by, and files watches anew as it learns.
 *
 * <p>Many threads may match while one changes watches; a change costs some microseconds and holds
 * for every statement matched after it returns.
 */
public final class WatchIndex {
  /** Watches filed anew after one statement: few, for every statement bears the cost. */
  private static final int FILED_AT_ONCE = 2;

  /** Statements after which watches are filed anew; then each time ten times as many. */
  private static final int FIRST_LESSON = 1_000;

  private static final int LAST_LESSON = 100_000;

  private static final OptionalInt AT_FIRST = OptionalInt.of(1);

  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final Map<String, Integer> places = new HashMap<>();
  private final WantBook wants = new WantBook();
  private final Commonness commonness = new Commonness();
  private @Nullable Filed[] watches = new Filed[16];
  private final Deque<Integer> freePlaces = new ArrayDeque<>();
  private int top;
  private volatile int toFile;
  private volatile int nextLesson = FIRST_LESSON;

  /** A watch with its query read. */
  public record Entry(Watch watch, Query query) {
    /**
     * Reads the query of a watch.
     *
     * @throws QueryException where the query is refused
     */
    public static Entry of(Watch watch) {
      return new Entry(watch, Query.parse(watch.query()));
    }
  }

  /** A watch that matched, and why. */
  public record Hit(Watch watch, List<Alert.Reason> why) {
    public Hit {
      why = List.copyOf(why);
    }
  }

  /** A watch that will match once so many outlets carry the statement. */
  public record Waiting(String watch, int outlets) {}

  /** What a statement meets, each list in the order of the watches' ids. */
  public record Answer(List<Hit> hits, List<Waiting> waiting) {
    public Answer {
      hits = List.copyOf(hits);
      waiting = List.copyOf(waiting);
    }
  }

  /**
   * A watch in its place, with what it is filed under.
   *
   * @param counts whether it asks for a number of outlets
   */
  record Filed(Entry entry, Sieve sieve, boolean counts, List<Place> places) {}

  /** Where a watch stands: under a want, with the number of a second one. */
  record Place(WantBook.Entry first, int second) {}

  /** Files the enabled ones among these watches. */
  public static WatchIndex of(Collection<Entry> watches) {
    WatchIndex index = new WatchIndex();
    watches.forEach(index::put);
    return index;
  }

  /** Number of watches in force. */
  public int size() {
    lock.readLock().lock();
    try {
      return places.size();
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Number of things that the watches in force want. */
  int wants() {
    lock.readLock().lock();
    try {
      return wants.used();
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Puts a watch into force in the place of its earlier version; takes a disabled one out. */
  public void put(Entry entry) {
    Need need = Need.of(entry.query().root());
    lock.writeLock().lock();
    try {
      take(entry.watch().id());
      if (entry.watch().enabled()) {
        int place = freePlaces.isEmpty() ? top++ : freePlaces.pop();
        watches = place < watches.length ? watches : Arrays.copyOf(watches, place * 2);
        watches[place] = filed(place, entry, need);
        places.put(entry.watch().id(), place);
      }
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Takes a watch out of force. */
  public void remove(String id) {
    lock.writeLock().lock();
    try {
      take(id);
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Takes all watches out of force. */
  public void clear() {
    lock.writeLock().lock();
    try {
      List.copyOf(places.keySet()).forEach(this::take);
    } finally {
      lock.writeLock().unlock();
    }
  }

  private Filed filed(int place, Entry entry, Need need) {
    Sieve sieve = Sieve.of(need, want -> wants.use(want).number);
    List<Place> places = places(need);
    places.forEach(p -> p.first().file(p.second(), place));
    return new Filed(entry, sieve, entry.query().counts(), places);
  }

  private List<Place> places(Need need) {
    return Filing.of(need, commonness).pairs().stream()
        .map(
            pair -> {
              Want second = pair.second();
              int number = second == null ? WantBook.ALWAYS : wants.get(second).number;
              return new Place(wants.get(pair.first()), number);
            })
        .toList();
  }

  private void take(String id) {
    Integer place = places.remove(id);
    if (place != null) {
      Filed old = at(place);
      old.places().forEach(p -> p.first().unfile(p.second(), place));
      Need.of(old.entry().query().root()).wants(wants::release);
      watches[place] = null;
      freePlaces.push(place);
    }
  }

  private Filed at(int place) {
    return Objects.requireNonNull(watches[place], "no watch in its place");
  }

  /** The watches that match a statement's first sighting. */
  public List<Hit> match(Sighting sighting) {
    return ask(sighting).hits();
  }

  /** The watches that match a statement at its first sighting, and those that may later. */
  public Answer ask(Sighting sighting) {
    Subject subject = Subject.of(sighting);
    List<Filed> candidates;
    lock.readLock().lock();
    try {
      candidates = candidates(subject);
    } finally {
      lock.readLock().unlock();
    }
    learn();
    return answer(subject, candidates);
  }

  /** Whether a watch in force matches a statement that so many outlets carry. */
  public Optional<Hit> match(String watch, Sighting first, int outlets) {
    Entry entry;
    lock.readLock().lock();
    try {
      Integer place = places.get(watch);
      if (place == null) {
        return Optional.empty();
      }
      entry = at(place).entry();
    } finally {
      lock.readLock().unlock();
    }
    return entry.query().match(Subject.of(first), outlets).map(why -> new Hit(entry.watch(), why));
  }

  private static Answer answer(Subject subject, List<Filed> candidates) {
    List<Hit> hits = new ArrayList<>();
    List<Waiting> waiting = new ArrayList<>();
    for (Filed filed : candidates) {
      Entry entry = filed.entry();
      OptionalInt outlets = filed.counts() ? entry.query().outlets(subject) : AT_FIRST;
      if (outlets.isPresent() && outlets.getAsInt() > 1) {
        waiting.add(new Waiting(entry.watch().id(), outlets.getAsInt()));
      } else if (outlets.isPresent()) {
        entry.query().match(subject).ifPresent(why -> hits.add(new Hit(entry.watch(), why)));
      }
    }
    hits.sort(Comparator.comparing(hit -> hit.watch().id()));
    waiting.sort(Comparator.comparing(Waiting::watch));
    return new Answer(hits, waiting);
  }

  /** The watches whose needs a subject meets. */
  List<Filed> candidates(Subject subject) {
    Presence present = new Presence(wants.numbers());
    boolean noted = commonness.wants();
    Traces.of(
        subject,
        hash -> {
          if (noted) {
            commonness.note(hash);
          }
          for (WantBook.Entry want : wants.find(hash)) {
            present.meet(want);
          }
        });
    if (noted) {
      commonness.noteStatement();
    }
    long[] tried = new long[(top >>> 6) + 1];
    List<Filed> candidates = new ArrayList<>();
    for (int i = 0; i < present.size(); i++) {
      present.get(i).visit(present, place -> consider(place, present, tried, candidates));
    }
    return candidates;
  }

  private void consider(int place, Presence present, long[] tried, List<Filed> candidates) {
    if ((tried[place >>> 6] & (1L << place)) == 0) {
      tried[place >>> 6] |= 1L << place;
      Filed filed = at(place);
      if (filed.sieve().passes(present)) {
        candidates.add(filed);
      }
    }
  }

  /** Files some watches anew where more is known now about what is rare. */
  private void learn() {
    if (toFile == 0 && commonness.statements() < nextLesson) {
      return;
    }
    if (!lock.writeLock().tryLock()) {
      return;
    }
    try {
      if (toFile == 0) {
        nextLesson = nextLesson == LAST_LESSON ? Integer.MAX_VALUE : nextLesson * 10;
        toFile = top;
      }
      int rest = Math.max(0, toFile - FILED_AT_ONCE);
      for (int place = rest; place < toFile; place++) {
        refile(place);
      }
      toFile = rest;
    } finally {
      lock.writeLock().unlock();
    }
  }

  private void refile(int place) {
    Filed old = watches[place];
    if (old == null) {
      return;
    }
    List<Place> places = places(Need.of(old.entry().query().root()));
    old.places().forEach(p -> p.first().unfile(p.second(), place));
    places.forEach(p -> p.first().file(p.second(), place));
    watches[place] = new Filed(old.entry(), old.sieve(), old.counts(), places);
  }
}
