package org.tocsin.enrich;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.ChangedFrom;
import org.tocsin.contract.EnrichedArticle;
import org.tocsin.contract.FirstSeen;
import org.tocsin.contract.Outcome;
import org.tocsin.contract.Sighting;
import org.tocsin.contract.Statement;

/** Puts an article's draft and its decision together. */
public final class Completer {
  private Completer() {}

  /**
   * The enriched article, its sightings and its outcome.
   *
   * @throws IllegalArgumentException where the decision is about another article
   */
  public static Completed complete(Draft draft, Decision decision) {
    List<Statement> statements = statements(draft, decision);
    EnrichedArticle article =
        new EnrichedArticle(
            draft.id(),
            draft.revision(),
            draft.url(),
            draft.source(),
            draft.title(),
            draft.analysis().language(),
            draft.analysis().languageConfidence(),
            draft.published(),
            draft.origin(),
            draft.lane(),
            decision.story(),
            draft.analysis().countries(),
            draft.analysis().actors(),
            statements);
    return new Completed(article, sightings(draft, article), outcome(draft));
  }

  private static List<Statement> statements(Draft draft, Decision decision) {
    int telling = draft.analysis().telling().size();
    if (telling != decision.firsts().size()) {
      throw new IllegalArgumentException(
          "a decision on " + decision.firsts().size() + " statements for " + telling);
    }
    List<Statement> statements = new ArrayList<>();
    int next = 0;
    for (Analysis.Said said : draft.analysis().statements()) {
      if (said.statement().faint()) {
        statements.add(said.statement());
      } else {
        statements.add(
            judged(said.statement(), decision.firsts().get(next), decision.change(next)));
        next++;
      }
    }
    return statements;
  }

  private static Statement judged(
      Statement statement, @Nullable FirstSeen first, @Nullable ChangedFrom change) {
    if (first != null) {
      return statement.asRepeatOf(first);
    }
    return change == null ? statement : statement.asChangeOf(change);
  }

  private static List<Sighting> sightings(Draft draft, EnrichedArticle article) {
    Sighting.Source source =
        new Sighting.Source(
            article.id(),
            article.revision(),
            article.url(),
            article.source(),
            article.title(),
            article.language(),
            draft.time(),
            draft.received(),
            draft.zone(),
            article.story().id());
    List<Sighting.Country> countries =
        article.countries().stream().map(c -> new Sighting.Country(c.code(), c.role())).toList();
    List<Sighting.Actor> actors =
        article.actors().stream().map(a -> new Sighting.Actor(a.id(), a.name())).toList();
    List<Sighting> sightings = new ArrayList<>();
    for (int i = 0; i < article.statements().size(); i++) {
      if (article.statements().get(i).faint()) {
        continue;
      }
      sightings.add(
          new Sighting(
              article.statements().get(i),
              source,
              draft.analysis().statements().get(i).context(),
              countries,
              actors,
              article.lane()));
    }
    return sightings;
  }

  private static Outcome outcome(Draft draft) {
    boolean first = draft.revision() == 0;
    return new Outcome(
        draft.id(),
        Outcome.Stage.ENRICH,
        first ? Outcome.Result.ENRICHED : Outcome.Result.REVISION,
        first ? null : "revision " + draft.revision(),
        first ? null : draft.id(),
        draft.partition(),
        draft.offset(),
        draft.time());
  }
}
