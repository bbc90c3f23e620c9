package org.tocsin.deploy.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.tocsin.ingest.parse.ArticleDraft;
import org.tocsin.ingest.parse.ArticleLine;
import org.tocsin.ingest.parse.ArticleReader;
import org.tocsin.ingest.parse.Limits;
import org.tocsin.ingest.parse.Parsed;
import org.tocsin.ingest.parse.Rejection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Files to article lines, without Kafka. */
@Command(
    name = "parse",
    description =
        "Reads pages, feeds, sitemaps, archives and texts (plain or gzip) and writes articles as"
            + " JSON lines.",
    mixinStandardHelpOptions = true)
public final class ParseCommand implements Runnable {
  @Parameters(paramLabel = "FILE", arity = "1..*", description = "What to read.")
  private List<Path> files = List.of();

  @Override
  public void run() {
    System.setProperty("tocsin.log.level", "WARN");
    try (PrintStream out = Lines.standardOutput()) {
      new Inputs(new ArticleReader(Limits.DEFAULT)).read(files, System.in, p -> print(p, out));
    }
  }

  private static void print(Parsed parsed, PrintStream out) {
    if (parsed instanceof ArticleDraft draft) {
      out.println(ArticleLine.of(draft).json());
    } else if (parsed instanceof Rejection rejection) {
      System.err.println("tocsin: " + rejection);
    }
  }
}
