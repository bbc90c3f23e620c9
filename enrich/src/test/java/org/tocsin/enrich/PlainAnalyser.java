package org.tocsin.enrich;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tocsin.contract.ActorTag;
import org.tocsin.contract.Article;
import org.tocsin.contract.ArticleId;
import org.tocsin.contract.CountryTag;
import org.tocsin.contract.Mention;
import org.tocsin.contract.Novelty;
import org.tocsin.contract.Part;
import org.tocsin.contract.Sighting;
import org.tocsin.contract.Span;
import org.tocsin.contract.Speaker;
import org.tocsin.contract.Statement;

/**
 * The least that can be called an analyser, for tests of what comes after: every {@code "…," Name
 * said} is a statement, {@code Freedonia} is Norway, and a text with {@code POISON} is too much.
 */
public final class PlainAnalyser implements Analyser {
  private static final Pattern SAID =
      Pattern.compile("\"([^\"]{1,500})\" ([A-Z][a-z]+(?: [A-Z][a-z]+)?) said");

  private boolean healed;

  /** From now on poison does no harm. */
  public void heal() {
    healed = true;
  }

  @Override
  public Analysis analyse(Article article) {
    if (article.text().contains("POISON") && !healed) {
      throw new IllegalStateException("poisoned");
    }
    List<Analysis.Said> said = new ArrayList<>();
    List<ActorTag> actors = new ArrayList<>();
    Matcher m = SAID.matcher(article.text());
    while (m.find()) {
      Statement statement = statement(article, m);
      said.add(new Analysis.Said(statement, new Sighting.Context(m.start(), m.group())));
      actors.add(actor(m));
    }
    return new Analysis("en", null, countries(article.text()), actors, said);
  }

  private static Statement statement(Article article, Matcher m) {
    int end = m.end(1) + 1;
    String text = article.text().substring(m.start(), end);
    Speaker speaker =
        new Speaker(
            m.group(2), null, Part.TEXT, m.start(2), m.end(2), m.group(2), List.of(m.group(2)));
    return new Statement(
        ArticleId.hash("statement", article.id(), text, String.valueOf(m.start())),
        Statement.Kind.DIRECT,
        Part.TEXT,
        m.start(),
        end,
        text,
        List.of(new Span(m.start(1), m.end(1))),
        speaker,
        "said",
        "test",
        Novelty.NEW,
        null);
  }

  private static ActorTag actor(Matcher m) {
    return new ActorTag(
        ArticleId.hash("actor", m.group(2)),
        m.group(2),
        ActorTag.Type.PERSON,
        null,
        null,
        List.of(new Mention(Part.TEXT, m.start(2), m.end(2), m.group(2), null)));
  }

  private static List<CountryTag> countries(String text) {
    return text.contains("Freedonia")
        ? List.of(
            new CountryTag("SE", CountryTag.Role.MENTIONED, 0.2, List.of()),
            new CountryTag("NO", CountryTag.Role.ABOUT, 0.8, List.of()))
        : List.of();
  }
}
