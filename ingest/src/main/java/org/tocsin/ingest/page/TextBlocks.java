package org.tocsin.ingest.page;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a tree into {@link Block}s: at every block element, and at two line breaks. Walks without
 * recursion, so that the depth of a page does no harm.
 */
final class TextBlocks implements NodeVisitor {
  /** More blocks than any article has; what stands behind them is not read. */
  private static final int MOST = 50_000;

  private final List<Block> blocks = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private @Nullable Element element;
  private int linked;
  private int linkDepth;

  private TextBlocks() {}

  static List<Block> of(Element root) {
    TextBlocks collector = new TextBlocks();
    NodeTraversor.traverse(collector, root);
    collector.flush();
    return collector.blocks;
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode words) {
      append(words);
    } else if (node instanceof Element opened) {
      if (opened.nameIs("br")) {
        lineBreak();
      } else if (opened.isBlock() || opened.nameIs("td") || opened.nameIs("body")) {
        flush();
      }
      linkDepth += opened.nameIs("a") ? 1 : 0;
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element closed) {
      linkDepth -= closed.nameIs("a") ? 1 : 0;
      if (closed.isBlock() || closed.nameIs("td")) {
        flush();
      }
    }
  }

  private void append(TextNode words) {
    String raw = words.getWholeText();
    int before = text.length();
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      boolean blank = Character.isWhitespace(c) || c == '\u00A0';
      if (!blank) {
        text.append(c == '\u00AD' || c == '\u200B' ? "" : String.valueOf(c));
      } else if (text.length() > 0 && !endsBlank()) {
        text.append(' ');
      }
    }
    if (text.length() > before && element == null) {
      element = blockOf(words);
    }
    linked += linkDepth > 0 ? text.length() - before : 0;
  }

  private boolean endsBlank() {
    return Character.isWhitespace(text.charAt(text.length() - 1));
  }

  private void lineBreak() {
    if (text.length() > 0 && text.charAt(text.length() - 1) == '\n') {
      flush();
    } else if (text.length() > 0) {
      text.append('\n');
    }
  }

  private static @Nullable Element blockOf(Node node) {
    Node up = node.parent();
    while (up instanceof Element inline && !inline.isBlock() && inline.parent() != null) {
      up = inline.parent();
    }
    return up instanceof Element block ? block : null;
  }

  private void flush() {
    String stretch = text.toString().strip();
    if (!stretch.isEmpty() && element != null && blocks.size() < MOST) {
      blocks.add(new Block(element, stretch, Math.min(linked, stretch.length())));
    }
    text.setLength(0);
    linked = 0;
    element = null;
  }
}
