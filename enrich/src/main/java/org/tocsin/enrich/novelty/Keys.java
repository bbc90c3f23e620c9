package org.tocsin.enrich.novelty;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tocsin.enrich.sketch.Hashes;
import org.tocsin.enrich.sketch.SpeakerKey;

/**
 * Under which hashes a statement is kept, and looked for. By speaker and content word: half of the
 * words are enough to keep it by, the rarest first, since all are looked for. And by runs of three
 * words, for statements whose speaker is unknown: of eight neighbouring runs the one of the
 * smallest hash, so that any ten words in common have one in common, and most shorter stretches
 * too.
 */
final class Keys {
  private static final int FEWEST_WORDS = 3;
  private static final int MOST_WORDS = 5;
  private static final int RUN = 3;
  private static final int NEIGHBOURS = 8;

  /** Content words that a run must have to be worth keeping: {@code in the old} is everywhere. */
  private static final int TELLING_RUN = 2;

  private Keys() {}

  /** What a statement is kept under. */
  static Set<Integer> kept(@Nullable SpeakerKey speaker, int[] words) {
    Set<Integer> keys = new HashSet<>(runs(words));
    if (speaker != null) {
      int[] content = content(words);
      int most = Math.max(FEWEST_WORDS, Math.min(MOST_WORDS, (content.length + 1) / 2));
      Arrays.stream(content).limit(most).forEach(word -> keys.add(key(speaker, word)));
    }
    return keys;
  }

  /** What it is looked for under. */
  static Set<Integer> sought(@Nullable SpeakerKey speaker, int[] words) {
    Set<Integer> keys = new HashSet<>(runs(words));
    if (speaker != null) {
      Arrays.stream(content(words)).forEach(word -> keys.add(key(speaker, word)));
    }
    return keys;
  }

  private static int key(SpeakerKey speaker, int word) {
    return (int) Hashes.join(speaker.last(), Term.family(word));
  }

  /** The content words, each once, the weightiest first; all words where there are hardly any. */
  private static int[] content(int[] words) {
    boolean all = Run.content(words) < 2;
    return IntStream.of(words)
        .filter(word -> all || WordClass.of(word).isContent())
        .mapToObj(Keys::ranked)
        .distinct()
        .sorted()
        .mapToInt(ranked -> (int) (long) ranked)
        .toArray();
  }

  /** A word by its rank: weight first, then an order that means nothing. */
  private static long ranked(int word) {
    int family = Term.family(word);
    long order = Hashes.mix(family) >>> 36;
    return ((3L - rank(word)) << 60) | (order << 32) | (word & 0xFFFF_FFFFL);
  }

  /** Numbers change; what is looked for in spite of that is found by its words. */
  private static int rank(int word) {
    return WordClass.of(word) == WordClass.NUMBER ? Term.COMMON : Term.band(word);
  }

  private static Set<Integer> runs(int[] words) {
    int count = words.length - RUN + 1;
    Set<Integer> keys = new HashSet<>();
    int[] hashes = new int[Math.max(0, count)];
    for (int i = 0; i < count; i++) {
      hashes[i] = run(words, i);
    }
    for (int from = 0; from < Math.max(1, count - NEIGHBOURS + 1) && count > 0; from++) {
      int to = Math.min(count, from + NEIGHBOURS);
      int least = IntStream.range(from, to).map(i -> hashes[i]).min().orElse(0);
      keys.add(least);
    }
    keys.remove(Integer.MAX_VALUE);
    return keys;
  }

  private static int run(int[] words, int at) {
    int content = 0;
    long hash = 0;
    for (int i = at; i < at + RUN; i++) {
      content += Term.band(words[i]) > Term.EMPTY ? 1 : 0;
      hash = Hashes.join(hash, Term.form(words[i]));
    }
    return content < TELLING_RUN ? Integer.MAX_VALUE : (int) hash;
  }
}
