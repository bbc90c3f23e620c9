package org.tocsin.enrich.actor;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.ActorTag;
import org.tocsin.contract.Part;
import org.tocsin.enrich.text.Dateline;

/**
 * Says who acts or speaks in an article, with every mention: {@code "Ines Roth said … Roth left"}
 * is {@code x:ines-roth} twice. Immutable and safe for many threads.
 */
public final class ActorTagger {
  private static final Set<String> NOUNS_WITH_CAPITALS = Set.of("de", "lb", "als");

  private final ActorDictionary dictionary = new ActorDictionary();
  private final Lexicon lexicon = new Lexicon();

  /**
   * The actors in order of first mention. The headline is read last: in it, capitals make no names,
   * but it may name those whom the text introduces.
   *
   * @param language ISO 639-1; German nouns are not taken for names
   */
  public List<ActorTag> tag(@Nullable String title, String text, String language) {
    boolean nouns = NOUNS_WITH_CAPITALS.contains(language);
    Cast cast = new Cast();
    ActorReader body =
        new ActorReader(dictionary, new Reading(Part.TEXT, Dateline.blanked(text), lexicon, nouns), cast);
    body.readNames();
    body.readShortForms();
    if (title != null) {
      ActorReader headline =
          new ActorReader(dictionary, new Reading(Part.TITLE, title, lexicon, nouns), cast);
      headline.readKnown();
      headline.readShortForms();
    }
    return cast.tags();
  }
}
