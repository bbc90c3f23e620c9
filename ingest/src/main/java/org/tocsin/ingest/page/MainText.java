package org.tocsin.ingest.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The prose of a page's article, its paragraphs parted by empty lines. */
final class MainText {
  private MainText() {}

  /** Takes the page apart: the document is not the same afterwards. */
  static String of(Document page) {
    Furniture.remove(page);
    return best(page);
  }

  /** The same for a page whose article bears the name of furniture, or is hidden until paid for. */
  static String ofUnfurnished(Document page) {
    Furniture.removeUnread(page);
    return best(page);
  }

  private static String best(Document page) {
    List<Block> blocks = TextBlocks.of(page.body());
    Element main = MainElement.of(page.body(), blocks);
    List<Block> inside = new ArrayList<>(Lead.of(blocks, b -> within(b.element(), main)));
    blocks.stream().filter(b -> within(b.element(), main)).forEach(inside::add);
    return Prose.of(inside).stream().map(Block::text).collect(Collectors.joining("\n\n"));
  }

  private static boolean within(Element element, Element main) {
    for (Element up = element; up != null; up = up.parent()) {
      if (up.equals(main)) {
        return true;
      }
    }
    return false;
  }
}
