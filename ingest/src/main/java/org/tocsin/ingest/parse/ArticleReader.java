package org.tocsin.ingest.parse;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads files and streams of any supported kind into articles: pages, feeds, sitemaps, archives,
 * JSON lines, plain texts, each as it is or packed with gzip. The commands {@code parse}, {@code
 * tag} and {@code replay}, the push API and the sources all come through here.
 *
 * <pre>{@code
 * new ArticleReader(Limits.DEFAULT).read(Path.of("feed.xml.gz"), parsed -> …);
 * }</pre>
 */
public final class ArticleReader {
  /** The reason of the rejection that an empty feed is. */
  public static final String NO_ITEMS = "a feed without items";

  private static final int HEAD = 1 << 14;

  private final Limits limits;
  private final Map<DocumentKind, Parser> parsers = new EnumMap<>(DocumentKind.class);

  public ArticleReader(Limits limits) {
    this.limits = limits;
    parsers.put(DocumentKind.JSON_LINES, new JsonLinesParser(limits));
    parsers.put(DocumentKind.JSON, new JsonArticleParser(limits));
    parsers.put(DocumentKind.JSON_FEED, new JsonFeedParser(limits));
    parsers.put(DocumentKind.FEED, new FeedParser(limits));
    parsers.put(DocumentKind.SITEMAP, new SitemapParser(limits));
    parsers.put(DocumentKind.PAGE, new PageParser(limits));
    parsers.put(DocumentKind.ARCHIVE, new ArchiveParser(this::inArchive));
    parsers.put(DocumentKind.PLAIN_TEXT, new PlainTextParser(limits));
    parsers.put(DocumentKind.UNKNOWN, ArticleReader::refuse);
  }

  /** The limits it reads within. */
  public Limits limits() {
    return limits;
  }

  /**
   * Reads a file; its path as given is the origin.
   *
   * @throws IOException where the file cannot be opened; what is wrong inside becomes a rejection
   */
  public void read(Path file, Consumer<Parsed> sink) throws IOException {
    read(file, file.toString(), sink);
  }

  /** Reads a file under another name. */
  public void read(Path file, String origin, Consumer<Parsed> sink) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      read(in, Origin.of(origin), sink);
    }
  }

  /** Reads a stream to its end, and leaves it open. */
  public void read(InputStream in, Origin origin, Consumer<Parsed> sink) {
    try {
      document(Unpacked.of(in, limits), origin, sink);
    } catch (IOException e) {
      sink.accept(Rejection.of(origin.name(), "", reason(e)));
    }
  }

  /** Reads one JSON document, an article or an array of them, whatever its bytes look like. */
  public void readJson(InputStream in, Origin origin, Consumer<Parsed> sink) {
    readAs(new JsonArticleParser(limits), in, origin, sink);
  }

  /** Reads JSON lines, whatever their bytes look like. */
  public void readJsonLines(InputStream in, Origin origin, Consumer<Parsed> sink) {
    readAs(new JsonLinesParser(limits), new BufferedInputStream(in), origin, sink);
  }

  private static void readAs(Parser parser, InputStream in, Origin origin, Consumer<Parsed> sink) {
    try {
      parser.parse(in, origin, sink);
    } catch (IOException e) {
      sink.accept(Rejection.of(origin.name(), "", reason(e)));
    }
  }

  private static String reason(IOException e) {
    return e instanceof TooLargeException ? String.valueOf(e.getMessage()) : "cannot be read: " + e;
  }

  /** Reads one document of which gzip was taken off; the stream supports mark. */
  private void document(InputStream in, Origin origin, Consumer<Parsed> sink) throws IOException {
    in.mark(HEAD + 1);
    byte[] head = in.readNBytes(HEAD);
    in.reset();
    if (head.length == 0) {
      sink.accept(Rejection.of(origin.name(), "", "empty"));
      return;
    }
    Parser parser = parsers.getOrDefault(KindSniffer.kind(head, origin), ArticleReader::refuse);
    parser.parse(in, origin, sink);
  }

  /** An archive in an archive is refused: they could be nested without end. */
  private void inArchive(InputStream in, Origin origin, Consumer<Parsed> sink) throws IOException {
    in.mark(HEAD + 1);
    boolean nested = KindSniffer.kind(in.readNBytes(HEAD), origin) == DocumentKind.ARCHIVE;
    in.reset();
    if (nested) {
      refuse(in, origin, sink);
    } else {
      document(in, origin, sink);
    }
  }

  private static void refuse(InputStream in, Origin origin, Consumer<Parsed> sink) {
    sink.accept(Rejection.of(origin.name(), "", "neither text nor markup"));
  }
}
