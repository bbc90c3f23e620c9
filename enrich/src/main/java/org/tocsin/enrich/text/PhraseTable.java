package org.tocsin.enrich.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A dictionary of phrases looked up by the keys of {@link Words}: one flat table of (place in the
 * phrase, key of the next word), about 30 bytes for each word, and no object but the values. {@code
 * "saudi arabia"} leads from {@code saudi} to {@code arabia}. Built once, then only read.
 *
 * @param <V> what a phrase means
 */
public final class PhraseTable<V> {
  private static final int NONE = 0;
  private static final int SIEVE_BITS = 19;
  private static final int SMALL_SIEVE_BITS = 15;

  private long[] edges = new long[1 << 12];
  private int[] targets = new int[1 << 12];
  private int used;

  /** Bits of the first words of phrases: most words of a text are none, and end here. */
  private final long[] sieve;

  private final int sieveShift;

  private boolean[] inner = new boolean[1 << 10];
  private final List<@Nullable V> values = new ArrayList<>(1 << 10);

  /** The longest phrase found at a place: words {@code from} to {@code to}, exclusive. */
  public record Match<V>(V value, int from, int to) {}

  /** For some ten thousand phrases. */
  public PhraseTable() {
    this(SIEVE_BITS);
  }

  private PhraseTable(int sieveBits) {
    sieve = new long[1 << (sieveBits - 6)];
    sieveShift = Long.SIZE - sieveBits;
    values.add(null);
  }

  /** For some thousand phrases, to which a smaller sieve does. */
  public static <V> PhraseTable<V> small() {
    return new PhraseTable<>(SMALL_SIEVE_BITS);
  }

  /** Puts a phrase in; {@code change} gets what the phrase meant so far, or null. */
  public void put(String phrase, UnaryOperator<@Nullable V> change) {
    Words words = Words.of(phrase);
    int node = 0;
    for (int i = 0; i < words.size(); i++) {
      node = child(node, words.key(i));
    }
    if (node != NONE) {
      values.set(node, change.apply(values.get(node)));
    }
  }

  /** What just this phrase means, or null. */
  public @Nullable V get(String phrase) {
    Words words = Words.of(phrase);
    int node = 0;
    for (int i = 0; i < words.size(); i++) {
      node = i == 0 || node != NONE ? next(node, words.key(i)) : NONE;
    }
    return values.get(node);
  }

  /** The longest phrase that starts with word {@code from}. */
  public @Nullable Match<V> longest(Words words, int from) {
    return longest(words, from, words.key(from));
  }

  /** The same with another key for the first word, from which a particle was cut. */
  public @Nullable Match<V> longest(Words words, int from, long firstKey) {
    if (!begins(firstKey)) {
      return null;
    }
    int node = next(0, firstKey);
    int bestNode = NONE;
    int bestEnd = from;
    for (int at = from; node != NONE; at++) {
      if (values.get(node) != null) {
        bestNode = node;
        bestEnd = at + 1;
      }
      if (!inner[node] || at + 1 == words.size() || !words.joined(at)) {
        break;
      }
      node = next(node, words.key(at + 1));
    }
    V value = values.get(bestNode);
    return value == null ? null : new Match<>(value, from, bestEnd);
  }

  private boolean begins(long key) {
    int bit = (int) (key >>> sieveShift);
    return (sieve[bit >>> 6] & (1L << bit)) != 0;
  }

  /** How many bytes the table takes, its values aside. */
  public long bytes() {
    return edges.length * 12L + sieve.length * 8L + inner.length + values.size() * 4L;
  }

  private int next(int node, long key) {
    long edge = edge(node, key);
    int mask = edges.length - 1;
    for (int slot = (int) (edge >>> 20) & mask; targets[slot] != NONE; slot = (slot + 1) & mask) {
      if (edges[slot] == edge) {
        return targets[slot];
      }
    }
    return NONE;
  }

  private static long edge(int node, long key) {
    return (key + node * 0x9e3779b97f4a7c15L) * 0xbf58476d1ce4e5b9L;
  }

  private int child(int node, long key) {
    int known = next(node, key);
    if (known != NONE) {
      return known;
    }
    if (++used * 2 > edges.length) {
      grow();
    }
    int fresh = values.size();
    values.add(null);
    if (fresh >= inner.length) {
      inner = Arrays.copyOf(inner, inner.length * 2);
    }
    inner[node] = true;
    if (node == 0) {
      int bit = (int) (key >>> sieveShift);
      sieve[bit >>> 6] |= 1L << bit;
    }
    place(edge(node, key), fresh);
    return fresh;
  }

  private void place(long edge, int target) {
    int mask = edges.length - 1;
    int slot = (int) (edge >>> 20) & mask;
    while (targets[slot] != NONE) {
      slot = (slot + 1) & mask;
    }
    edges[slot] = edge;
    targets[slot] = target;
  }

  private void grow() {
    long[] oldEdges = edges;
    int[] oldTargets = targets;
    edges = new long[oldEdges.length * 2];
    targets = new int[oldTargets.length * 2];
    for (int i = 0; i < oldTargets.length; i++) {
      if (oldTargets[i] != NONE) {
        place(oldEdges[i], oldTargets[i]);
      }
    }
  }
}
