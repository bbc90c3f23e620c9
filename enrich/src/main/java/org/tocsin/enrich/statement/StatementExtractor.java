package org.tocsin.enrich.statement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.ActorTag;
import org.tocsin.contract.Part;
import org.tocsin.enrich.text.Dateline;
import org.tocsin.enrich.text.Furniture;
import org.tocsin.enrich.text.Layout;
import org.tocsin.enrich.text.Paragraph;
import org.tocsin.enrich.text.QuotationReader;

/**
 * Finds the statements of an article: {@code “We stay,” Ann Roe said.} gives a direct statement by
 * Ann Roe with the cue {@code said}. A pure function of its arguments, safe to share.
 */
public final class StatementExtractor {
  private final Furniture furniture = Furniture.standard();

  /**
   * The statements in order of their places, those of the title first. Their novelty is open.
   *
   * @param language ISO 639-1 as detected
   * @param actors found in the same article
   */
  public List<Extracted> extract(
      String articleId,
      @Nullable String title,
      String text,
      String language,
      List<ActorTag> actors) {
    LanguagePack pack = LanguagePacks.of(language);
    SmallWords small = new SmallWords();
    List<PartReader.Cut> body = cut(behindDatelines(text), pack, small);
    List<PartReader.Cut> head =
        title == null || title.isBlank()
            ? List.of()
            : cut(List.of(new Paragraph(0, title, true)), pack, small);
    People people = new People(actors);
    Roles roles = new Roles(pack);
    PeopleReader reader = new PeopleReader(people, pack, roles, small);
    body.forEach(cut -> reader.learn(cut.paragraph(), cut.sentences()));
    Statements statements = new Statements(articleId);
    statements.add(
        Part.TITLE, title == null ? "" : title, read(Part.TITLE, head, pack, people, roles));
    statements.add(Part.TEXT, text, read(Part.TEXT, body, pack, people, roles));
    return statements.all();
  }

  /**
   * The paragraphs without datelines, of which a page with furniture before its text has one late.
   */
  private List<Paragraph> behindDatelines(String text) {
    int end = Dateline.end(text);
    List<Paragraph> paragraphs = new ArrayList<>(Layout.paragraphs(text, furniture));
    paragraphs.replaceAll(
        paragraph ->
            paragraph.start() < end && end < paragraph.end()
                ? behind(paragraph, end - paragraph.start())
                : behind(paragraph, placed(paragraph.text())));
    return paragraphs;
  }

  /** The end of a dateline whose place is in capitals; 0 where there is none. */
  private static int placed(String paragraph) {
    boolean loud =
        paragraph.length() > 1
            && Character.isUpperCase(paragraph.charAt(0))
            && Character.isUpperCase(paragraph.charAt(1));
    return loud ? Dateline.end(paragraph) : 0;
  }

  private static Paragraph behind(Paragraph paragraph, int end) {
    return end == 0 || end == paragraph.text().length()
        ? paragraph
        : new Paragraph(
            paragraph.start() + end, paragraph.text().substring(end), paragraph.heading());
  }

  private static List<Draft> read(
      Part part, List<PartReader.Cut> paragraphs, LanguagePack pack, People people, Roles roles) {
    Discourse discourse = new Discourse(pack);
    Naming naming = new Naming(pack, people, roles, discourse);
    Speakers speakers = new Speakers(pack, naming, discourse);
    Focus focus = new Focus(pack, naming, discourse);
    List<Draft> drafts = new PartReader(part, pack, speakers, focus, discourse).read(paragraphs);
    List<Draft> sorted = new ArrayList<>(drafts);
    sorted.sort(Comparator.comparingInt(Draft::start));
    return sorted;
  }

  private static List<PartReader.Cut> cut(
      List<Paragraph> paragraphs, LanguagePack pack, SmallWords small) {
    List<PartReader.Cut> cuts = new ArrayList<>(paragraphs.size());
    for (Paragraph paragraph : paragraphs) {
      Pieces pieces =
          PieceReader.read(paragraph.text(), QuotationReader.read(paragraph.text()), pack, small);
      cuts.add(new PartReader.Cut(paragraph, SentenceReader.read(pieces, pack)));
    }
    return cuts;
  }
}
