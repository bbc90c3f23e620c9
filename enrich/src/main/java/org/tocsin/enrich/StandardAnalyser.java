package org.tocsin.enrich;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.ActorTag;
import org.tocsin.contract.Article;
import org.tocsin.contract.CountryTag;
import org.tocsin.enrich.actor.ActorTagger;
import org.tocsin.enrich.country.CountryTagger;
import org.tocsin.enrich.dictionary.LiveDictionary;
import org.tocsin.enrich.language.LanguageDetector;
import org.tocsin.enrich.language.LanguageGuess;
import org.tocsin.enrich.statement.StatementExtractor;
import org.tocsin.enrich.text.Words;

/**
 * The analysis that Tocsin ships: language, then countries and actors, then statements, whose
 * speakers are looked for among the actors. Safe for concurrent use; dear to make, so made once.
 */
public final class StandardAnalyser implements Analyser {
  private final LanguageDetector languages = new LanguageDetector();
  private final CountryTagger countries = new CountryTagger();
  private final ActorTagger actors = new ActorTagger();
  private final StatementExtractor statements = new StatementExtractor();
  private final LiveDictionary dictionary = new LiveDictionary(actors, countries::use);

  /** What operators say about the dictionaries; takes effect from the next article on. */
  public LiveDictionary dictionary() {
    return dictionary;
  }

  @Override
  public Analysis analyse(Article article) {
    String text = article.text();
    LanguageGuess guess = languages.guess(text, article.language());
    String language = guess.language();
    Instant day = day(article);
    String publisher = article.url() == null ? article.source() : article.url();
    Words title = article.title() == null ? null : Words.of(article.title());
    Words words = Words.of(text);
    List<CountryTag> countryTags = countries.tag(title, words, language, publisher, day);
    List<ActorTag> actorTags = actors.tag(title, words, language, day);
    List<Analysis.Said> said =
        statements.extract(article.id(), article.title(), text, language, actorTags).stream()
            .map(e -> new Analysis.Said(e.statement(), e.context()))
            .toList();
    return new Analysis(language, guess.confidence(), countryTags, actorTags, said);
  }

  /** When an article was published; null where nobody knows, as in a file without dates. */
  private static @Nullable Instant day(Article article) {
    Instant time = EventTime.of(article);
    return time.equals(Instant.EPOCH) ? null : time;
  }
}
