package org.tocsin.ingest.page;

import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** HTML in places where it is only decoration: the bodies and titles of feed items. */
public final class HtmlText {
  private HtmlText() {}

  /** The text of a fragment, its paragraphs parted by empty lines: {@code <p>a</p><p>b</p>}. */
  public static String of(String html) {
    if (!marked(html)) {
      return html.strip();
    }
    Element body = Jsoup.parseBodyFragment(html).body();
    body.select("script,style,iframe,noscript").remove();
    return TextBlocks.of(body).stream().map(Block::text).collect(Collectors.joining("\n\n"));
  }

  /** A fragment on one line; null where nothing is left. */
  public static @Nullable String line(@Nullable String html) {
    if (html == null) {
      return null;
    }
    String text = marked(html) ? Jsoup.parseBodyFragment(html).text() : html;
    String line = text.replaceAll("[\\p{Cntrl}&&[^\\s]]", "").replaceAll("\\s+", " ").strip();
    return line.isEmpty() ? null : line;
  }

  /** Whether there is markup at all: "5 < 6 & 7" is text. */
  private static boolean marked(String text) {
    return text.matches("(?s).*(<[a-zA-Z!/]|&#?[a-zA-Z0-9]{1,31};).*");
  }
}
