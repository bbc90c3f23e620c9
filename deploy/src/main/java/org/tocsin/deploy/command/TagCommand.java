package org.tocsin.deploy.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.tocsin.contract.Article;
import org.tocsin.contract.EnrichedArticle;
import org.tocsin.contract.Json;
import org.tocsin.contract.Lane;
import org.tocsin.enrich.EnrichSettings;
import org.tocsin.enrich.Enricher;
import org.tocsin.enrich.StandardAnalyser;
import org.tocsin.enrich.dictionary.DictionaryFile;
import org.tocsin.ingest.parse.ArticleDraft;
import org.tocsin.ingest.parse.ArticleReader;
import org.tocsin.ingest.parse.Limits;
import org.tocsin.ingest.parse.Parsed;
import org.tocsin.service.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Articles to enriched articles, without Kafka, by the code path of the topology. */
@Command(
    name = "tag",
    description =
        "Reads articles (files, or JSON lines on standard input) and writes enriched articles as"
            + " JSON lines in input order.",
    mixinStandardHelpOptions = true)
public final class TagCommand implements Runnable {
  @Mixin private ConfigOptions options = new ConfigOptions();

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description = "What to read; default: standard input.")
  private List<Path> files = List.of();

  @Option(
      names = "--hold",
      paramLabel = "N",
      defaultValue = "5000",
      description =
          "Articles held back so that what comes after one can still settle its story, for a story"
              + " does not depend on the order of its articles. 0 prints each at once. Default:"
              + " ${DEFAULT-VALUE}.")
  private int hold;

  private final Deque<EnrichedArticle> held = new ArrayDeque<>();
  private Instant latest = Instant.EPOCH;
  private long rejected;

  @Override
  public void run() {
    System.setProperty("tocsin.log.level", "WARN");
    ArticleReader reader = new ArticleReader(Limits.DEFAULT);
    Settings settings = options.settings();
    try (PrintStream out = Lines.standardOutput();
        Ahead ahead = new Ahead(analyser(settings))) {
      Enricher enricher = new Enricher(ahead, settings);
      new Inputs(reader)
          .read(files, System.in, parsed -> take(parsed, ahead, reader.limits(), enricher, out));
      ahead.finish(article -> enrich(enricher, article, out));
      while (!held.isEmpty()) {
        print(enricher, out);
      }
    }
    if (rejected > 0) {
      System.err.println("tocsin: " + rejected + " inputs rejected, see above");
    }
  }

  /** With the entries of the file that a running enrich would put in force as well. */
  private static StandardAnalyser analyser(Settings settings) {
    StandardAnalyser analyser = new StandardAnalyser();
    String file = settings.get(EnrichSettings.DICTIONARY_FILE);
    if (!file.isBlank()) {
      analyser.dictionary().use(DictionaryFile.entries(Path.of(file)));
    }
    return analyser;
  }

  private void take(Parsed parsed, Ahead ahead, Limits limits, Enricher enricher, PrintStream out) {
    if (!(parsed instanceof ArticleDraft draft)) {
      reject(parsed.toString());
      return;
    }
    String fault = draft.fault(limits);
    if (fault != null) {
      reject(draft.origin() + ", " + draft.stableId() + ": " + fault);
      return;
    }
    ahead.add(article(draft), article -> enrich(enricher, article, out));
  }

  /** An article without a time of its own stands at the time of the latest one before it. */
  private Article article(ArticleDraft draft) {
    Instant published = draft.published() == null ? null : draft.published().toInstant();
    Article article = draft.toArticle(Lane.LIVE, published == null ? latest : published);
    if (article.eventTime().isAfter(latest)) {
      latest = article.eventTime();
    }
    return article;
  }

  private void reject(String what) {
    rejected++;
    System.err.println("tocsin: " + what);
  }

  private void enrich(Enricher enricher, Article article, PrintStream out) {
    try {
      held.add(enricher.enrich(article));
    } catch (Ahead.Unreadable e) {
      reject(String.valueOf(e.getMessage()));
    }
    if (held.size() > hold) {
      print(enricher, out);
    }
  }

  private void print(Enricher enricher, PrintStream out) {
    out.println(Json.line(enricher.settle(held.remove())));
  }
}
