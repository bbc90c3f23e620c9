package org.tocsin.ingest.page;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/** The text of an element where that is short; a page nested in itself costs no more to look at. */
final class ShortText {
  private static final int MOST_NODES = 200;

  private ShortText() {}

  /** The text on one line; null where it is longer, or of too many parts. */
  static @Nullable String of(Element element, int longest) {
    StringBuilder text = new StringBuilder();
    int[] nodes = {0};
    NodeFilter reading =
        new NodeFilter() {
          @Override
          public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode words) {
              String whole = words.getWholeText();
              text.append(whole, 0, Math.min(whole.length(), 4 * longest));
            } else if (node instanceof Element inner && inner.isBlock()) {
              text.append(' ');
            }
            boolean enough = ++nodes[0] > MOST_NODES || text.length() > 4 * longest;
            return enough ? FilterResult.STOP : FilterResult.CONTINUE;
          }
        };
    element.filter(reading);
    String line = text.toString().replaceAll("\\s+", " ").strip();
    boolean whole = nodes[0] <= MOST_NODES && line.length() <= longest;
    return whole ? line : null;
  }
}
