package org.tocsin.ingest.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.tocsin.ingest.page.Byline;
import org.tocsin.ingest.page.HtmlText;

/** Who wrote an item: Atom names people, Dublin Core creators, RSS their mailboxes. */
final class FeedAuthors {
  /** {@code quill@courier.example (Marta Quill)}. */
  private static final Pattern MAILBOX = Pattern.compile("\\S+@\\S+\\s*\\((.*)\\)");

  private static final int LONGEST = 300;

  private FeedAuthors() {}

  static List<String> of(Element item) {
    List<String> names = names(item, "creator");
    return names.isEmpty() ? names(item, "author") : names;
  }

  private static List<String> names(Element item, String tag) {
    List<String> names = new ArrayList<>();
    for (Element author : Xml.children(item, tag)) {
      String name = Xml.text(author, "name");
      String line = HtmlText.line(name == null ? Xml.content(author) : name);
      if (line != null && line.length() <= LONGEST) {
        Matcher mailbox = MAILBOX.matcher(line);
        names.addAll(Byline.names(mailbox.matches() ? mailbox.group(1) : line));
      }
    }
    return names.stream().distinct().toList();
  }
}
