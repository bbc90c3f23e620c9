package org.tocsin.ingest.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tocsin.ingest.lists.WordList;

/**
 * Keeps of a list of blocks what reads as an article: no blocks of links, no calls to subscribe or
 * share, no headings with nothing under them.
 */
final class Prose {
  private static final double LINKS = 0.5;
  private static final int SHORT = 25;
  private static final int CALL = 160;
  private static final int STANDFIRST = 80;
  private static final String ENDS = ".!?…。！？»”\"";
  private static final List<String> CALLS = WordList.read("furniture-phrases.txt");

  private Prose() {}

  static List<Block> of(List<Block> blocks) {
    List<Block> kept = new ArrayList<>();
    for (Block block : blocks) {
      if (!block.element().nameIs("h1") && block.linkShare() < LINKS && !call(block)) {
        kept.add(block);
      }
    }
    dropLoose(kept);
    return kept;
  }

  private static boolean call(Block block) {
    if (block.text().length() > CALL) {
      return false;
    }
    String text = block.text().toLowerCase(Locale.ROOT);
    return CALLS.stream().anyMatch(text::startsWith);
  }

  /** Short stretches before the first and after the last sentence are bylines, dates and tags. */
  private static void dropLoose(List<Block> kept) {
    while (!kept.isEmpty() && loose(kept.get(kept.size() - 1))) {
      kept.remove(kept.size() - 1);
    }
    while (!kept.isEmpty() && loose(kept.get(0))) {
      kept.remove(0);
    }
  }

  /** A standfirst may be set as a heading; other headings want something under or over them. */
  private static boolean loose(Block block) {
    return block.heading()
        ? !sentence(block, STANDFIRST)
        : block.text().endsWith(":") || (block.weight() < SHORT && !ended(block));
  }

  /** Whether a block has the length and the end of a sentence. */
  static boolean sentence(Block block, int least) {
    return block.weight() >= least && ended(block);
  }

  private static boolean ended(Block block) {
    String text = block.text();
    return ENDS.indexOf(text.charAt(text.length() - 1)) >= 0;
  }
}
