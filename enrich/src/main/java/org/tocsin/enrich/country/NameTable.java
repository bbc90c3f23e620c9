package org.tocsin.enrich.country;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tocsin.enrich.text.Sieve;
import org.tocsin.enrich.text.Words;

/**
 * A dictionary of names looked up by the keys of {@link Words}: one flat table from the path of a
 * name, a hash of its words so far, to the {@link Gist} of its meaning. {@code "saudi arabia"} has
 * two paths, {@code saudi} and {@code saudi arabia}; each takes some 50 bytes and no object but the
 * meaning, and is found where its hash says, whatever came before. Built once, then only read.
 */
final class NameTable {
  private static final int ORDER = 19;
  private static final int SMALL_ORDER = 15;
  private static final long NEXT = 0x9e3779b97f4a7c15L;

  /** Paths and gists in turn, so that both come with one look at memory. */
  private long[] slots = new long[1 << 13];

  private int used;

  // By number, the first for paths that are no names.
  private Meaning[] meanings = {Meaning.NOTHING};
  private int size = 1;

  /** All paths: most words of a text begin no name, and most names go on no longer. */
  private final Sieve sieve;

  /** The longest name found at a place: words {@code from} to {@code to}, exclusive. */
  record Match(long gist, Meaning[] meanings, int from, int to) implements Gist {
    /** With a meaning that is in no table. */
    static Match of(Meaning meaning, int from, int to) {
      return new Match(meaning.gist(), new Meaning[] {meaning}, from, to);
    }

    boolean single() {
      return to - from == 1;
    }
  }

  /** For some ten thousand names. */
  NameTable() {
    this(ORDER);
  }

  private NameTable(int order) {
    sieve = Sieve.ofOrder(order);
  }

  private NameTable(NameTable other) {
    slots = other.slots.clone();
    used = other.used;
    meanings = other.meanings.clone();
    size = other.size;
    sieve = other.sieve.copy();
  }

  /** For some thousand names, to which a smaller sieve does. */
  static NameTable small() {
    return new NameTable(SMALL_ORDER);
  }

  /** Another table with the same names so far. */
  NameTable copy() {
    return new NameTable(this);
  }

  /** Puts a name in; {@code change} gets what it meant so far, or null. */
  void put(String name, UnaryOperator<@Nullable Meaning> change) {
    Words words = Words.of(name);
    if (words.size() == 0) {
      return;
    }
    long path = words.key(0);
    int slot = place(path);
    for (int i = 1; i < words.size(); i++) {
      path = next(path, words.key(i));
      slot = place(path);
    }
    Meaning meaning = change.apply(meaning(slots[slot + 1]));
    if (meaning != null) {
      set(slot, meaning);
    }
  }

  private void set(int slot, Meaning meaning) {
    int number = slots[slot + 1] == 0 ? size++ : Gist.number(slots[slot + 1]);
    if (number == meanings.length) {
      meanings = Arrays.copyOf(meanings, 2 * number);
    }
    meanings[number] = meaning;
    slots[slot + 1] = Gist.numbered(meaning.gist(), number);
  }

  /** What just this name means, or null. */
  @Nullable Meaning get(String name) {
    Words words = Words.of(name);
    return words.size() == 0 ? null : meaning(gist(path(words, 0, words.size())));
  }

  private @Nullable Meaning meaning(long gist) {
    return gist == 0 ? null : meanings[Gist.number(gist)];
  }

  /** The same number for the same words from one to another, the last exclusive. */
  static long path(Words words, int from, int to) {
    long path = words.key(from);
    for (int i = from + 1; i < to; i++) {
      path = next(path, words.key(i));
    }
    return path;
  }

  /** Lets a word pass as one that a name may begin with. */
  void pass(String word) {
    place(Words.key(word));
  }

  /** 1 where a name may begin with the word of this key, 0 where none does. */
  int begins(long key) {
    return sieve.passes(key);
  }

  /**
   * 0 where no name begins with the word of this key; 1 where one does, and elsewhere in a quarter
   * to half of all cases, of which the {@linkplain #begins sieve} leaves few.
   */
  int holds(long key) {
    long path = slots[home(key)];
    return (int) ((path | -path) >>> (Long.SIZE - 1));
  }

  /** The longest name that starts with word {@code from}. */
  @Nullable Match longest(Words words, int from) {
    return longest(words, from, words.key(from));
  }

  /** The same with another key for the first word, from which a particle was cut. */
  @Nullable Match longest(Words words, int from, long firstKey) {
    if (begins(firstKey) == 0) {
      return null;
    }
    long path = firstKey;
    long best = gist(path);
    int to = from + 1;
    for (int at = to; at < words.size(); at++) {
      path = next(path, words.key(at));
      if (sieve.passes(path) == 0 || !words.joined(at - 1)) {
        break;
      }
      long longer = gist(path);
      if (longer != 0) {
        best = longer;
        to = at + 1;
      }
    }
    return best == 0 ? null : new Match(best, meanings, from, to);
  }

  /** How many bytes the table takes, its meanings aside. */
  long bytes() {
    return slots.length * (long) Long.BYTES + meanings.length * 4L + sieve.bytes();
  }

  private static long next(long path, long key) {
    return path * NEXT + key;
  }

  private long gist(long path) {
    return slots[slot(path) + 1];
  }

  /** Where a path stands unless others were there before. */
  private int home(long path) {
    return (int) (path >>> 31) & (slots.length - 2);
  }

  /** Where a path stands, or would be put and has no gist. */
  private int slot(long path) {
    int mask = slots.length - 2;
    int slot = home(path);
    while (slots[slot] != 0 && slots[slot] != path) {
      slot = (slot + 2) & mask;
    }
    return slot;
  }

  /** Where a path stands from now on. */
  private int place(long path) {
    int known = slot(path);
    if (slots[known] != 0) {
      return known;
    }
    if (++used * 4 > slots.length) {
      grow();
    }
    int slot = slot(path);
    slots[slot] = path;
    sieve.add(path);
    return slot;
  }

  private void grow() {
    long[] old = slots;
    slots = new long[old.length * 2];
    for (int i = 0; i < old.length; i += 2) {
      if (old[i] != 0) {
        int slot = slot(old[i]);
        slots[slot] = old[i];
        slots[slot + 1] = old[i + 1];
      }
    }
  }
}
