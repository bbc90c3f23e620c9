package org.tocsin.enrich.actor;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.ActorTag;
import org.tocsin.contract.Part;
import org.tocsin.enrich.text.Dateline;
import org.tocsin.enrich.text.Words;

/**
 * Says who acts or speaks in an article, with every mention: {@code "Ines Roth said … Roth left"}
 * is {@code x:ines-roth} twice. Safe for many threads; all that can change is the {@link
 * ActorBook}, which is exchanged as a whole between two articles.
 */
public final class ActorTagger {
  private static final Set<String> NOUNS_WITH_CAPITALS = Set.of("de", "lb", "als");

  private final Lexicon lexicon = new Lexicon();
  private volatile ActorBook book;

  /** With the dictionary that Tocsin ships. */
  public ActorTagger() {
    this(ActorBook.shipped());
  }

  public ActorTagger(ActorBook book) {
    this.book = book;
  }

  /** Takes another dictionary from the next article on. */
  public void use(ActorBook other) {
    book = other;
  }

  /** The dictionary in use. */
  public ActorBook book() {
    return book;
  }

  /** The actors of an article whose time is not known: roles are the last ones known. */
  public List<ActorTag> tag(@Nullable String title, String text, String language) {
    return tag(title, text, language, null);
  }

  /**
   * The actors in order of first mention. The headline is read last: in it, capitals make no names,
   * but it may name those whom the text introduces.
   *
   * @param language ISO 639-1; German nouns are not taken for names
   * @param published when; who held an office then has its role, who held it before is former
   */
  public List<ActorTag> tag(
      @Nullable String title, String text, String language, @Nullable Instant published) {
    return tag(title == null ? null : Words.of(title), Words.of(text), language, published);
  }

  /** The same, of words that others look at as well. */
  public List<ActorTag> tag(
      @Nullable Words title, Words text, String language, @Nullable Instant published) {
    boolean nouns = NOUNS_WITH_CAPITALS.contains(language);
    int year = published == null ? 0 : published.atZone(ZoneOffset.UTC).getYear();
    ActorBook edition = book;
    Cast cast = new Cast();
    Reading body = new Reading(Part.TEXT, text.from(Dateline.end(text.text())), lexicon, nouns);
    ActorReader reader = new ActorReader(edition, year, body, cast);
    reader.readNames();
    reader.readShortForms();
    if (title != null) {
      Reading line = new Reading(Part.TITLE, title, lexicon, nouns);
      ActorReader headline = new ActorReader(edition, year, line, cast);
      headline.readKnown();
      headline.readShortForms();
    }
    return cast.tags();
  }

  /** Bytes that dictionary and word lists take, without the entries themselves. */
  public long bytes() {
    return book.bytes() + lexicon.bytes();
  }
}
