package org.tocsin.enrich.text;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A dictionary of phrases looked up by the keys of {@link Words}: one flat table from the path of a
 * phrase, a hash of its words so far, to its value. {@code "saudi arabia"} has two paths, {@code
 * saudi} and {@code saudi arabia}; each takes some 30 bytes and no object but the value, and is
 * found where its hash says, whatever came before. Built once, then only read.
 *
 * @param <V> what a phrase means
 */
public final class PhraseTable<V> {
  private static final int ORDER = 19;
  private static final int SMALL_ORDER = 15;
  private static final long NEXT = 0x9e3779b97f4a7c15L;

  private long[] paths = new long[1 << 12];
  private @Nullable Object[] values = new Object[1 << 12];
  private int used;

  /** All paths: most words of a text begin no phrase, and most phrases go on no longer. */
  private final Sieve sieve;

  /** The longest phrase found at a place: words {@code from} to {@code to}, exclusive. */
  public record Match<V>(V value, int from, int to) {}

  /** For some ten thousand phrases. */
  public PhraseTable() {
    this(ORDER);
  }

  private PhraseTable(int order) {
    sieve = Sieve.ofOrder(order);
  }

  private PhraseTable(PhraseTable<V> other) {
    paths = other.paths.clone();
    values = other.values.clone();
    used = other.used;
    sieve = other.sieve.copy();
  }

  /** For some thousand phrases, to which a smaller sieve does. */
  public static <V> PhraseTable<V> small() {
    return new PhraseTable<>(SMALL_ORDER);
  }

  /** Another table with the same phrases so far. */
  public PhraseTable<V> copy() {
    return new PhraseTable<>(this);
  }

  /** Puts a phrase in; {@code change} gets what the phrase meant so far, or null. */
  public void put(String phrase, UnaryOperator<@Nullable V> change) {
    Words words = Words.of(phrase);
    if (words.size() == 0) {
      return;
    }
    long path = words.key(0);
    int slot = place(path);
    for (int i = 1; i < words.size(); i++) {
      path = next(path, words.key(i));
      slot = place(path);
    }
    values[slot] = change.apply(value(slot));
  }

  /** What just this phrase means, or null. */
  public @Nullable V get(String phrase) {
    Words words = Words.of(phrase);
    if (words.size() == 0) {
      return null;
    }
    long path = words.key(0);
    for (int i = 1; i < words.size(); i++) {
      path = next(path, words.key(i));
    }
    return value(slot(path));
  }

  /** 1 where a phrase may begin with the word of this key, 0 where none does. */
  public int begins(long key) {
    return sieve.passes(key);
  }

  /** The longest phrase that starts with word {@code from}. */
  public @Nullable Match<V> longest(Words words, int from) {
    return longest(words, from, words.key(from));
  }

  /** The same with another key for the first word, from which a particle was cut. */
  public @Nullable Match<V> longest(Words words, int from, long firstKey) {
    if (begins(firstKey) == 0) {
      return null;
    }
    long path = firstKey;
    V best = value(slot(path));
    int to = from + 1;
    for (int at = to; at < words.size(); at++) {
      path = next(path, words.key(at));
      if (sieve.passes(path) == 0 || !words.joined(at - 1)) {
        break;
      }
      V longer = value(slot(path));
      if (longer != null) {
        best = longer;
        to = at + 1;
      }
    }
    return best == null ? null : new Match<>(best, from, to);
  }

  /** How many bytes the table takes, its values aside. */
  public long bytes() {
    return paths.length * 12L + sieve.bytes();
  }

  private static long next(long path, long key) {
    return path * NEXT + key;
  }

  @SuppressWarnings("unchecked") // only put writes values
  private @Nullable V value(int slot) {
    return (V) values[slot];
  }

  /** Where a path stands, or would be put and has no value. */
  private int slot(long path) {
    int mask = paths.length - 1;
    int slot = (int) (path >>> 32) & mask;
    while (paths[slot] != 0 && paths[slot] != path) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** Where a path stands from now on. */
  private int place(long path) {
    int known = slot(path);
    if (paths[known] != 0) {
      return known;
    }
    if (++used * 2 > paths.length) {
      grow();
    }
    int slot = slot(path);
    paths[slot] = path;
    sieve.add(path);
    return slot;
  }

  private void grow() {
    long[] oldPaths = paths;
    @Nullable Object[] oldValues = values;
    paths = new long[oldPaths.length * 2];
    values = new Object[oldPaths.length * 2];
    for (int i = 0; i < oldPaths.length; i++) {
      if (oldPaths[i] != 0) {
        int slot = slot(oldPaths[i]);
        paths[slot] = oldPaths[i];
        values[slot] = oldValues[i];
      }
    }
  }
}
