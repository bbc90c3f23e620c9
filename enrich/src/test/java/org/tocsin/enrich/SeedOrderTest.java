package org.tocsin.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.tocsin.contract.Article;
import org.tocsin.contract.EnrichedArticle;
import org.tocsin.contract.Lane;
import org.tocsin.contract.Novelty;
import org.tocsin.contract.Statement;
import org.tocsin.service.Settings;

/** The seed articles, which lie outside this repository, in every order of arrival. */
class SeedOrderTest {
  private final Map<String, Analysis> analysed = new HashMap<>();
  private final StandardAnalyser standard = new StandardAnalyser();

  @Test
  void theSameThingsAreSaidAndEachIsNewOnceInEveryOrder() throws IOException {
    List<Article> seeds = seeds();
    Set<Set<Set<String>>> outcomes = new HashSet<>();
    permute(seeds, new ArrayList<>(), order -> outcomes.add(said(order)));
    assertThat(outcomes).hasSize(1);
  }

  /** The statements that share an original; fails where an original is not new, or a repeat is. */
  private Set<Set<String>> said(List<Article> order) {
    Analyser once = a -> analysed.computeIfAbsent(a.id(), id -> standard.analyse(a));
    Enricher enricher = new Enricher(once, Settings.defaults());
    Map<String, Set<String>> sayings = new HashMap<>();
    int news = 0;
    for (Article article : order) {
      EnrichedArticle enriched = enricher.enrich(article);
      for (Statement statement : enriched.statements()) {
        sayings.computeIfAbsent(statement.originalId(), o -> new HashSet<>()).add(statement.id());
        news += statement.novelty() == Novelty.NEW ? 1 : 0;
      }
    }
    assertThat(news).isEqualTo(sayings.size());
    return new HashSet<>(sayings.values());
  }

  private static void permute(
      List<Article> rest, List<Article> order, Consumer<List<Article>> visit) {
    if (rest.isEmpty()) {
      visit.accept(order);
    }
    for (Article next : rest) {
      List<Article> longer = new ArrayList<>(order);
      longer.add(next);
      permute(rest.stream().filter(a -> !a.equals(next)).toList(), longer, visit);
    }
  }

  private static List<Article> seeds() throws IOException {
    Optional<Path> folder = folder();
    Assumptions.assumeTrue(folder.isPresent(), "shared/seeds is not beside this repository");
    List<Article> seeds = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder.orElseThrow())) {
      for (Path file : files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
        String id = file.getFileName().toString().replace(".txt", "");
        seeds.add(
            new Article(
                id,
                null,
                "source-" + id,
                null,
                Files.readString(file),
                null,
                null,
                Texts.NOON,
                null,
                Lane.LIVE));
      }
    }
    return seeds;
  }

  private static Optional<Path> folder() {
    return Stream.iterate(Path.of("").toAbsolutePath(), at -> at != null, Path::getParent)
        .map(at -> at.resolve("shared").resolve("seeds"))
        .filter(seeds -> Files.exists(seeds.resolve("gold.json")))
        .findFirst();
  }
}
