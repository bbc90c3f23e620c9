package org.tocsin.alert.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.archive.StatementArchive;
import org.tocsin.alert.archive.TriagedAlert;
import org.tocsin.alert.dossier.Dossier.Descent;
import org.tocsin.alert.dossier.Dossier.Earlier;
import org.tocsin.alert.dossier.Dossier.Relation;
import org.tocsin.contract.Article;
import org.tocsin.contract.ChangedFrom;
import org.tocsin.contract.Sighting;
import org.tocsin.contract.Speaker;
import org.tocsin.contract.Statement;
import org.tocsin.contract.Story;

/** Writes dossiers from the archive of statements and single records of the topics. */
public final class DossierWriter {
  private static final int SIGHTINGS = 100;
  private static final int EARLIER = 10;
  private static final int ARTICLES = 50;

  /** From this likeness on two statements are about the same thing. */
  private static final double ALIKE = 0.5;

  private final StatementArchive statements;
  private final RecordSource records;

  public DossierWriter(StatementArchive statements, RecordSource records) {
    this.statements = statements;
    this.records = records;
  }

  /** The dossier of an alert. */
  public Dossier write(TriagedAlert triaged) {
    Sighting sighting = triaged.read().sighting();
    String article = sighting.article().id();
    Instant time = sighting.article().time();
    return new Dossier(
        triaged,
        records.enriched(article, time).orElse(null),
        records.article(article, time).map(Article::text).orElse(null),
        lineage(sighting),
        earlier(sighting),
        story(sighting.article().story(), time).orElse(null));
  }

  private List<Descent> lineage(Sighting first) {
    List<Descent> lineage = new ArrayList<>();
    lineage.add(descent(first, Relation.FIRST, WordDifference.between("", "")));
    for (Sighting later : statements.lineage(first.statement().originalId(), SIGHTINGS)) {
      if (!later.statement().id().equals(first.statement().id())) {
        WordDifference difference =
            WordDifference.between(first.statement().text(), later.statement().text());
        lineage.add(descent(later, relation(difference), difference));
      }
    }
    return lineage;
  }

  private static Relation relation(WordDifference difference) {
    boolean added = !difference.added().isEmpty();
    boolean removed = !difference.removed().isEmpty();
    if (added && removed) {
      return Relation.CHANGED;
    }
    return added ? Relation.EXTENDED : removed ? Relation.CUT : Relation.SAME;
  }

  private static Descent descent(Sighting sighting, Relation relation, WordDifference difference) {
    return new Descent(
        sighting.statement().id(),
        sighting.article().id(),
        sighting.article().url(),
        sighting.article().name(),
        sighting.article().title(),
        sighting.article().time(),
        sighting.statement().text(),
        relation,
        difference.added(),
        difference.removed());
  }

  private List<Earlier> earlier(Sighting now) {
    List<Earlier> earlier = new ArrayList<>();
    Statement statement = now.statement();
    ChangedFrom changedFrom = statement.changedFrom();
    String changed = changedFrom == null ? null : changedFrom.statement();
    if (changed != null) {
      statements.sighting(changed).ifPresent(s -> earlier.add(compared(s, statement, true)));
    }
    Speaker speaker = statement.speaker();
    if (speaker != null) {
      statements.before(speaker, now.article().time(), EARLIER).stream()
          .filter(s -> !isOne(s, changed, statement.originalId()))
          .forEach(s -> earlier.add(compared(s, statement, false)));
    }
    return earlier;
  }

  private static boolean isOne(Sighting sighting, @Nullable String one, String other) {
    String id = sighting.statement().id();
    return id.equals(one) || id.equals(other);
  }

  private static Earlier compared(Sighting before, Statement now, boolean related) {
    WordDifference difference = WordDifference.between(before.statement().text(), now.text());
    boolean alike = related || difference.likeness() >= ALIKE;
    return new Earlier(before, alike ? difference.changes() : List.of());
  }

  private Optional<Dossier.Told> story(String id, Instant time) {
    return records.story(id, time).flatMap(story -> present(story, time)).map(this::told);
  }

  /** Where all its articles are in another story now, that one. */
  private Optional<Story> present(Story story, Instant time) {
    String moved = story.movedTo();
    return moved == null ? Optional.of(story) : records.story(moved, time);
  }

  private Dossier.Told told(Story story) {
    List<Story.Member> members =
        story.members().subList(0, Math.min(ARTICLES, story.members().size()));
    Map<String, String> titles = titles(members.stream().map(Story.Member::article).toList());
    List<Dossier.Member> articles =
        members.stream()
            .map(
                m ->
                    new Dossier.Member(
                        m.article(),
                        m.url(),
                        m.source(),
                        titles.get(m.article()),
                        m.time(),
                        m.relation(),
                        m.of(),
                        m.similarity(),
                        m.reason()))
            .toList();
    return new Dossier.Told(story.id(), story.size(), articles);
  }

  /** Headlines of those articles that somebody says something in; the others' are not known. */
  private Map<String, String> titles(List<String> articles) {
    Map<String, String> titles = new HashMap<>();
    for (Sighting sighting : statements.ofArticles(articles)) {
      String title = sighting.article().title();
      if (title != null) {
        titles.put(sighting.article().id(), title);
      }
    }
    return titles;
  }
}
