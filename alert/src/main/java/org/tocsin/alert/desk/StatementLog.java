package org.tocsin.alert.desk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Sighting;
import org.tocsin.contract.Speaker;

/** The latest statements, in the order they were read; bounded. */
final class StatementLog {
  private final int capacity;
  private final Deque<Sighting> statements = new ArrayDeque<>();

  StatementLog(int capacity) {
    this.capacity = capacity;
  }

  synchronized void take(Sighting sighting) {
    statements.addLast(sighting);
    if (statements.size() > capacity) {
      statements.removeFirst();
    }
  }

  /** The newest first. */
  synchronized List<Sighting> latest(
      int limit, @Nullable String speaker, @Nullable String country) {
    Predicate<Sighting> wanted = by(speaker).and(in(country));
    List<Sighting> found = new ArrayList<>();
    Iterator<Sighting> backwards = statements.descendingIterator();
    while (backwards.hasNext() && found.size() < limit) {
      Sighting sighting = backwards.next();
      if (wanted.test(sighting)) {
        found.add(sighting);
      }
    }
    return found;
  }

  private static Predicate<Sighting> by(@Nullable String speaker) {
    if (speaker == null) {
      return s -> true;
    }
    String part = speaker.toLowerCase(Locale.ROOT);
    return s -> {
      Speaker who = s.statement().speaker();
      return who != null && who.name().toLowerCase(Locale.ROOT).contains(part);
    };
  }

  private static Predicate<Sighting> in(@Nullable String country) {
    return country == null
        ? s -> true
        : s -> s.countries().stream().anyMatch(c -> c.code().equalsIgnoreCase(country));
  }
}
