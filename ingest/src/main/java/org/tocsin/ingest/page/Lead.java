package org.tocsin.ingest.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The opening of an article that stands between its headline and the element that holds the rest:
 * many sites set the standfirst apart.
 */
final class Lead {
  private static final int SENTENCE = 60;
  private static final int NEAR = 12;
  private static final int MOST = 3;
  private static final double LINKS = 0.2;

  private Lead() {}

  /** The blocks of the opening, in order; none where the headline stands inside the rest. */
  static List<Block> of(List<Block> blocks, Predicate<Block> main) {
    int first = 0;
    while (first < blocks.size() && !main.test(blocks.get(first))) {
      first++;
    }
    int headline = first - 1;
    while (headline >= Math.max(0, first - NEAR) && !headline(blocks.get(headline))) {
      headline--;
    }
    if (first == blocks.size() || headline < Math.max(0, first - NEAR)) {
      return List.of();
    }
    return sentences(blocks.subList(headline + 1, first));
  }

  private static boolean headline(Block block) {
    return block.element().nameIs("h1");
  }

  private static List<Block> sentences(List<Block> between) {
    List<Block> found = new ArrayList<>();
    for (Block block : between) {
      if (found.size() < MOST && Prose.sentence(block, SENTENCE) && block.linkShare() < LINKS) {
        found.add(block);
      }
    }
    return found;
  }
}
