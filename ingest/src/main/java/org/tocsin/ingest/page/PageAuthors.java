package org.tocsin.ingest.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.lists.WordList;

/**
 * Who wrote a page's article: asked in order are JSON-LD, meta tags and marked elements, and at
 * last a short stretch behind the headline that begins with "by". The outlet is nobody.
 */
final class PageAuthors {
  private static final List<String> DECLARED = WordList.read("author-selectors.txt");
  private static final Pattern SHOWN =
      Pattern.compile("(?iu)^(by|von|par|por|di|автор:?)\\s+\\p{L}.*");
  private static final String ASIDE = "nav,aside,footer,[class*=related],[class*=recirc]";
  private static final int SHORT = 120;
  private static final int LINE = 300;
  private static final int MOST = 30;
  private static final int LOOKED_AT = 200;

  private final Document page;
  private final StructuredData data;
  private final String outlet;

  PageAuthors(Document page, StructuredData data, @Nullable String site) {
    this.page = page;
    this.data = data;
    this.outlet = squeeze(site == null ? "" : site);
  }

  /** Names in their order; empty where nobody is named. */
  List<String> find() {
    List<String> names = names(data.authors());
    for (int i = 0; i < DECLARED.size() && names.isEmpty(); i++) {
      names = names(lines(page.select(DECLARED.get(i))));
    }
    return names.isEmpty() ? names(shown()) : names;
  }

  /** Names stand beside one another; farther away stand those of other articles. */
  private static List<String> lines(List<Element> elements) {
    List<String> lines = new ArrayList<>();
    Element beside = null;
    for (Element element : elements.subList(0, Math.min(MOST, elements.size()))) {
      boolean meta = element.hasAttr("content");
      String line = meta ? element.attr("content") : ShortText.of(element, LINE);
      boolean away = beside != null && !element.parents().contains(beside);
      if (line == null || line.isBlank() || away || element.closest(ASIDE) != null) {
        continue;
      }
      lines.add(line);
      Element parent = element.parent();
      beside = meta || parent == null ? beside : parent.parent() == null ? parent : parent.parent();
    }
    return lines;
  }

  private List<String> names(List<String> lines) {
    Map<String, String> names = new LinkedHashMap<>();
    for (String line : lines) {
      for (String name : Byline.names(line)) {
        String squeezed = squeeze(name);
        if (!squeezed.equals(outlet)) {
          names.putIfAbsent(squeezed, name);
        }
      }
    }
    return List.copyOf(names.values());
  }

  private List<String> shown() {
    boolean behind = false;
    int looked = 0;
    for (Element element : page.getAllElements()) {
      behind |= element.nameIs("h1");
      if (behind && !element.ownText().isBlank() && ++looked <= LOOKED_AT) {
        String text = ShortText.of(element, SHORT);
        if (text != null && SHOWN.matcher(text).matches()) {
          return List.of(text);
        }
      }
    }
    return List.of();
  }

  private static String squeeze(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
