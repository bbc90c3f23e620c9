package org.tocsin.ingest.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.tocsin.ingest.lists.WordList;

/**
 * Finds the element that holds the article: one that says so in its markup and holds enough of the
 * page's prose, else the innermost one that still holds nearly all of it.
 */
final class MainElement {
  private static final List<String> HINTS = WordList.read("article-selectors.txt");
  private static final int LONG = 60;
  private static final int ENOUGH = 600;
  private static final double LINKS = 0.4;
  private static final double HINTED = 0.4;
  private static final double NEARLY_ALL = 0.7;

  private final Map<Element, Integer> prose = new HashMap<>();

  private MainElement(List<Block> blocks) {
    for (Block block : blocks) {
      int weight = block.weight();
      if (weight >= LONG && block.linkShare() < LINKS && !block.heading()) {
        spread(block.element(), Math.min(weight, ENOUGH));
      }
    }
  }

  static Element of(Element body, List<Block> blocks) {
    MainElement pages = new MainElement(blocks);
    return pages.descend(pages.hinted(body));
  }

  private void spread(Element element, int weight) {
    for (Element up = element; up != null; up = up.parent()) {
      prose.merge(up, weight, Integer::sum);
    }
  }

  private int prose(Element element) {
    return prose.getOrDefault(element, 0);
  }

  private Element hinted(Element body) {
    for (String hint : HINTS) {
      for (Element element : body.select(hint)) {
        if (prose(element) > 0 && prose(element) >= HINTED * prose(body)) {
          return element;
        }
      }
    }
    return body;
  }

  private Element descend(Element from) {
    Element at = from;
    for (Element next = richest(at);
        !next.equals(at) && prose(next) >= NEARLY_ALL * prose(at) && prose(next) > 0;
        next = richest(at)) {
      if (!next.isBlock() || next.nameIs("p")) {
        return at;
      }
      at = next;
    }
    return at;
  }

  private Element richest(Element parent) {
    Element best = parent;
    int most = -1;
    for (Element child : parent.children()) {
      if (prose(child) > most) {
        most = prose(child);
        best = child;
      }
    }
    return best;
  }
}
