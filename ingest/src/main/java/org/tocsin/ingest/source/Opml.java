package org.tocsin.ingest.source;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.tocsin.ingest.parse.Feeds;

/**
 * Lists of feeds as other readers keep them: {@code <outline text="Courier" xmlUrl="https://…"/>}.
 */
public final class Opml {
  private static final int LONGEST_NAME = 100;

  private Opml() {}

  /** Addresses of feeds by names that are fit for settings; a name that is taken gets a number. */
  static Map<String, String> read(byte[] bytes) {
    Document list = Parser.xmlParser().parseInput(Feeds.text(bytes), "");
    Map<String, String> feeds = new TreeMap<>();
    for (Element outline : list.getElementsByTag("outline")) {
      String address = outline.attributes().getIgnoreCase("xmlUrl").strip();
      if (!address.isEmpty() && !feeds.containsValue(address)) {
        String title = outline.attributes().getIgnoreCase("title");
        String name = name(title.isBlank() ? outline.attributes().getIgnoreCase("text") : title);
        int number = 2;
        String unique = name;
        while (feeds.containsKey(unique)) {
          unique = name + "-" + number++;
        }
        feeds.put(unique, address);
      }
    }
    return feeds;
  }

  private static String name(String title) {
    String plain = title.strip().replaceAll("[\\s.]+", "-");
    String cut = plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
    return cut.isEmpty() ? "feed" : cut;
  }

  /** The feeds among the sources as a list that other readers take. */
  public static String write(List<SourceSettings> sources) {
    Document list = new Document("");
    list.outputSettings()
        .syntax(Document.OutputSettings.Syntax.xml)
        .escapeMode(org.jsoup.nodes.Entities.EscapeMode.xhtml);
    Element opml = list.appendElement("opml").attr("version", "2.0");
    opml.appendElement("head").appendElement("title").text("Tocsin sources");
    Element body = opml.appendElement("body");
    for (SourceSettings source : sources) {
      if (source.kind() == SourceSettings.Kind.FEED) {
        body.appendElement("outline")
            .attr("type", "rss")
            .attr("text", source.name())
            .attr("title", source.name())
            .attr("xmlUrl", source.location());
      }
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + list.outerHtml() + "\n";
  }
}
