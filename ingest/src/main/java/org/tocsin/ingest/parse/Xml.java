package org.tocsin.ingest.parse;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Lenient reading of XML that may be none. jsoup reads on where tags are wrong, and it resolves no
 * external or self-made entity at all, so that no document can make it read files or grow.
 */
final class Xml {
  /** Prefixes whose title and description belong to a picture or a podcast, not to the article. */
  private static final Set<String> FOREIGN =
      Set.of("media", "itunes", "podcast", "g", "thr", "psc", "content");

  /**
   * Deeper elements stand beside one another: whoever asks an element for its ancestors or its text
   * would otherwise ask without end.
   */
  private static final int MAX_DEPTH = 100;

  private Xml() {}

  static Element parse(String text) {
    return Parser.xmlParser().setMaxDepth(MAX_DEPTH).parseInput(text, "");
  }

  /** The name without prefix, in lower case: {@code encoded}. */
  static String name(Element element) {
    String tag = element.tagName();
    return tag.substring(tag.indexOf(':') + 1).toLowerCase(Locale.ROOT);
  }

  /** Whether an element only shares its name with a part of a feed. */
  static boolean foreign(Element element) {
    return FOREIGN.contains(prefix(element));
  }

  private static String prefix(Element element) {
    String tag = element.tagName();
    return tag.substring(0, Math.max(0, tag.indexOf(':'))).toLowerCase(Locale.ROOT);
  }

  /** The children of a name, those without prefix first. */
  static List<Element> children(Element parent, String name) {
    List<Element> plain = new ArrayList<>();
    List<Element> prefixed = new ArrayList<>();
    for (Element child = parent.firstElementChild();
        child != null;
        child = child.nextElementSibling()) {
      if (name(child).equals(name) && (!foreign(child) || name.equals("encoded"))) {
        (prefix(child).isEmpty() ? plain : prefixed).add(child);
      }
    }
    plain.addAll(prefixed);
    return plain;
  }

  /** The text of the first child of one of these names that has any. */
  static @Nullable String text(Element parent, String... names) {
    for (String name : names) {
      for (Element child : children(parent, name)) {
        String text = content(child);
        if (!text.isBlank()) {
          return text.strip();
        }
      }
    }
    return null;
  }

  /** What an element holds: its characters, or its markup where it has any. */
  static String content(Element element) {
    if (element.childrenSize() > 0) {
      return element.html();
    }
    String text = ownText(element);
    return element.attr("mode").equalsIgnoreCase("base64")
            || element.attr("type").equalsIgnoreCase("application/octet-stream")
        ? decoded(text)
        : text;
  }

  /** Atom 0.3 lets text travel as base64; what is none stays as it is. */
  private static String decoded(String text) {
    try {
      return new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private static String ownText(Element element) {
    StringBuilder text = new StringBuilder();
    for (Node node : element.childNodes()) {
      text.append(node instanceof TextNode words ? words.getWholeText() : "");
    }
    return text.toString();
  }
}
