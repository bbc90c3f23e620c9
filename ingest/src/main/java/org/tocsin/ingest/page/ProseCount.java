package org.tocsin.ingest.page;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * How many characters of prose each element of a tree holds, counted in one walk. To ask each
 * element by itself would take time by the square of a page that is nested deep.
 */
final class ProseCount implements NodeVisitor {
  private final IdentityHashMap<Node, Open> counts = new IdentityHashMap<>();
  private final List<Open> open = new ArrayList<>();

  /** How many of the open elements, from outside, hold a character that is no blank. */
  private int begun;

  private int position;
  private int lastEnd;

  private ProseCount() {}

  static ProseCount of(Element root) {
    ProseCount count = new ProseCount();
    NodeTraversor.traverse(count, root);
    return count;
  }

  /** Characters of all text in an element, without the blanks around it. */
  int text(Element element) {
    Open found = counts.get(element);
    return found == null ? 0 : found.text;
  }

  /** Characters in its paragraphs. */
  int paragraphs(Element element) {
    Open found = counts.get(element);
    return found == null ? 0 : found.paragraphs;
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode words) {
      read(words.getWholeText());
    } else if (node instanceof Element element) {
      position += element.nameIs("br") ? 1 : 0;
      open.add(new Open());
    }
  }

  private void read(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!Character.isWhitespace(text.charAt(i))) {
        for (; begun < open.size(); begun++) {
          open.get(begun).begin = position + i;
        }
        lastEnd = position + i + 1;
      }
    }
    position += text.length();
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element) {
      Open closed = open.remove(open.size() - 1);
      closed.text = closed.begin < 0 ? 0 : lastEnd - closed.begin;
      closed.paragraphs += element.nameIs("p") ? closed.text : 0;
      counts.put(element, closed);
      begun = Math.min(begun, open.size());
      if (!open.isEmpty()) {
        open.get(open.size() - 1).paragraphs += closed.paragraphs;
      }
    }
  }

  /** One element, open and then counted. */
  private static final class Open {
    private int begin = -1;
    private int text;
    private int paragraphs;
  }
}
