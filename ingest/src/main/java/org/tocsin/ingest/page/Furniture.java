package org.tocsin.ingest.page;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.tocsin.ingest.lists.WordList;

/**
 * What stands on a page around its article: menus, shares, related links, comments, captions. Known
 * by its tag or by a word in its class or id, from {@code furniture-words.txt}. Whatever holds a
 * good part of the page's prose is no furniture, whatever it is called.
 */
final class Furniture {
  private static final String UNREAD = "script,style,noscript,template";

  private static final String TAGS =
      "script,style,noscript,template,iframe,object,embed,svg,canvas,form,button,select,input,"
          + "textarea,label,nav,footer,aside,menu,dialog,figure,figcaption,video,audio,"
          + "[hidden],[aria-hidden=true],[role=navigation],[role=complementary],[role=dialog],"
          + "[role=contentinfo],[role=banner],[style*=display:none],[style*=display: none]";

  private static final Set<String> NEVER = Set.of("html", "body", "article", "main", "p");
  private static final double GOOD_PART = 0.35;

  /** A page with less of its text in paragraphs than this does not use them. */
  private static final double FEW = 0.1;

  private static final Pattern WORD_END = Pattern.compile("(?<=[a-z])(?=[A-Z])|[^A-Za-z0-9]+");
  private static final List<String> WORDS =
      WordList.read("furniture-words.txt").stream().map(words -> " " + words + " ").toList();

  private Furniture() {}

  /** Takes out only what nobody ever reads or what leads elsewhere, whatever its name. */
  static void removeUnread(Element page) {
    Removal.of(page.select(UNREAD + ",nav,footer,form,button,figure"));
  }

  /** Takes the furniture out of a page. */
  static void remove(Element page) {
    Removal.of(page.select(UNREAD));
    ProseCount count = ProseCount.of(page);
    boolean paragraphs = count.paragraphs(page) > count.text(page) * FEW;
    int prose = prose(count, page, paragraphs);
    removeAll(page, page.select(TAGS), prose, paragraphs);
    Elements named = new Elements();
    for (Element element : page.select("[class],[id],[data-component],[role]")) {
      if (!NEVER.contains(element.normalName()) && named(element)) {
        named.add(element);
      }
    }
    removeAll(page, named, prose, paragraphs);
  }

  private static void removeAll(Element page, Elements elements, int prose, boolean paragraphs) {
    ProseCount count = ProseCount.of(page);
    Removal.of(
        elements.stream()
            .filter(element -> prose(count, element, paragraphs) <= prose * GOOD_PART)
            .toList());
  }

  /** Characters in paragraphs; on pages that have none, all characters. */
  private static int prose(ProseCount count, Element element, boolean paragraphs) {
    return paragraphs ? count.paragraphs(element) : count.text(element);
  }

  private static boolean named(Element element) {
    String names = element.className() + " " + element.id() + " " + element.attr("data-component");
    if (names.length() > 500) {
      return false;
    }
    String spaced =
        " " + WORD_END.matcher(names).replaceAll(" ").toLowerCase(Locale.ROOT).strip() + " ";
    return WORDS.stream().anyMatch(spaced::contains);
  }
}
