package org.tocsin.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Inputs that mean harm, or look as if they did: each ends in a counted way, and soon. */
class HostileInputTest {
  private static final String PROSE =
      "The board closed the old quay on Tuesday, said Marta Quill. ";

  private static final byte[] PAGE =
      ("<html><h1>Quay</h1><p>" + PROSE).getBytes(StandardCharsets.UTF_8);
  private static final String PACKED = "Content-Encoding: gzip\r\n";

  @Test
  void turnsAwayAGzipBomb() {
    byte[] bomb = gzip(blanks(64 << 20));

    assertThat(read("bomb.txt.gz", bomb))
        .singleElement()
        .satisfies(r -> assertThat(r.toString()).contains("a gzip bomb"));
  }

  @Test
  void turnsAwayAGzipBombInAGzipBomb() {
    byte[] bomb = gzip(gzip(blanks(256 << 20)));

    assertThat(read("bomb.txt.gz.gz", bomb))
        .singleElement()
        .satisfies(r -> assertThat(r.toString()).contains("a gzip bomb"));
  }

  @Test
  void turnsAwayATwentyMegabyteText() {
    byte[] text = PROSE.repeat(20_000_000 / PROSE.length() + 1).getBytes(StandardCharsets.UTF_8);

    assertThat(read("long.txt", text))
        .singleElement()
        .hasToString("long.txt: over the limit of 16777216 bytes");
  }

  @Test
  void saysThatATextIsTooLongBeforeItIsPublished() {
    byte[] text = PROSE.repeat(3_000_000 / PROSE.length()).getBytes(StandardCharsets.UTF_8);

    ArticleDraft draft = (ArticleDraft) read("long.txt", text).get(0);

    assertThat(draft.fault(Limits.DEFAULT)).contains("over the limit of 2097152");
  }

  @Test
  void readsOnBehindALineThatIsTooLong() {
    Limits small = new Limits(1_000, 1_000, 1 << 20, 200);
    String lines = "{\"id\":\"a\",\"text\":\"" + "x".repeat(2_000) + "\"}\n{\"text\":\"b\"}\n";
    List<Parsed> found = new ArrayList<>();

    new ArticleReader(small).read(stream(lines), Origin.of("x.jsonl"), found::add);

    assertThat(found).hasSize(2);
    assertThat(found.get(0)).hasToString("x.jsonl, line 1: over the limit of 1000 bytes");
    assertThat(((ArticleDraft) found.get(1)).text()).isEqualTo("b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<div>", "<b>", "<table><tr><td>", "<ul><li>", "<a href=x>", "<form>"})
  void readsAPageNestedWithoutEnd(String tag) {
    String page = "<html><body>" + tag.repeat(20_000) + "<p>" + PROSE.repeat(10) + "</p>";

    assertThat(read("deep.html", page.getBytes(StandardCharsets.UTF_8)))
        .singleElement()
        .isInstanceOf(ArticleDraft.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<item>", "<a>", "<item><title>", "<rdf:Seq>"})
  void readsAFeedNestedWithoutEnd(String tag) {
    String feed = "<rss><channel>" + tag.repeat(50_000) + "x";

    assertThat(read("deep.xml", feed.getBytes(StandardCharsets.UTF_8))).isNotEmpty();
  }

  /** Who asks each of many elements for its ancestors or its text needs them to be few. */
  @Test
  void putsNoElementOfXmlDeeperThanAHundredOthers() {
    String feed = "<rss>" + "<a>".repeat(5_000) + "<item><title>Quay</title></item>".repeat(3);

    Element root = Xml.parse(feed);

    assertThat(root.stream().filter(e -> e.nameIs("item")).map(e -> e.parents().size()))
        .hasSize(3)
        .allMatch(depth -> depth <= 100);
    assertThat(read("deep.xml", feed.getBytes(StandardCharsets.UTF_8))).hasSize(3);
  }

  @Test
  void keepsALineOfJsonNestedWithoutEnd() {
    Parsed only = read("deep.jsonl", "[".repeat(100_000).getBytes(StandardCharsets.UTF_8)).get(0);

    assertThat(((Rejection) only).unreadable()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bomb.xml", "bomb.rdf", "bomb.html"})
  void resolvesNoEntityThatADocumentMakesItself(String name) {
    StringBuilder bomb = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE rss [");
    bomb.append("<!ENTITY l0 \"lol\">");
    for (int i = 1; i < 12; i++) {
      String ten = ("&l" + (i - 1) + ";").repeat(10);
      bomb.append("<!ENTITY l" + i + " \"" + ten + "\">");
    }
    bomb.append("]><rss><channel><item><title>Quay &l11;</title><description>" + PROSE);
    bomb.append("&l11;</description></item></channel></rss>");

    for (Parsed parsed : read(name, bomb.toString().getBytes(StandardCharsets.UTF_8))) {
      assertThat(parsed.toString().length()).isLessThan(2 * bomb.length());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"x.xml", "x.html"})
  void readsNoFileForADocument(String name, @TempDir Path folder) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "harbour-key-4711");
    String feed =
        "<?xml version=\"1.0\"?><!DOCTYPE rss SYSTEM \"%s\" [<!ENTITY s SYSTEM \"%s\"><!ENTITY %% p SYSTEM \"%s\"> %%p;]>"
                .formatted(secret.toUri(), secret.toUri(), secret.toUri())
            + "<rss xmlns:xi=\"http://www.w3.org/2001/XInclude\"><channel><item><title>Quay &s;"
            + "</title><description>"
            + PROSE
            + "&s;<xi:include parse=\"text\" href=\""
            + secret.toUri()
            + "\"/></description></item></channel></rss>";

    List<Parsed> found = read(name, feed.getBytes(StandardCharsets.UTF_8));

    assertThat(found).isNotEmpty();
    assertThat(found.toString()).doesNotContain("4711");
  }

  @Test
  void turnsAwayABombInAnArchiveAndReadsOn() throws IOException {
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    byte[] nested = gzip(gzip(blanks(64 << 20)));
    archive.writeBytes(record("https://c.example/bomb", gzip(blanks(64 << 20)), PACKED));
    archive.writeBytes(record("https://c.example/nested", nested, PACKED));
    archive.writeBytes(record("https://c.example/good", PAGE, ""));

    List<Parsed> found = read("crawl.warc.gz", gzip(archive.toByteArray()));

    assertThat(found).hasSize(3);
    assertThat(found.get(0).toString()).contains("over the limit of 16777216 bytes");
    assertThat(found.get(1).toString()).contains("neither text nor markup");
    assertThat(((ArticleDraft) found.get(2)).url()).isEqualTo("https://c.example/good");
  }

  /** Bodies that nobody can unpack: each is one rejection, and the records behind it are read. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Encoding: gzip\r\n",
        "Content-Encoding: deflate\r\n",
        "Content-Encoding: br\r\n",
        "Content-Encoding: zstd\r\n",
        "Content-Encoding: gzip, gzip\r\n",
        "Content-Encoding: gzip\r\nContent-Encoding: gzip\r\n",
        "Content-Encoding: rot13\r\n"
      })
  void readsOnBehindARecordThatCannotBeUnpacked(String encoding) {
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    archive.writeBytes(record("https://c.example/first", PAGE, ""));
    byte[] noise = "\u001f\u008b\u0008 is none of these".getBytes(StandardCharsets.ISO_8859_1);
    archive.writeBytes(record("https://c.example/broken", noise, encoding));
    archive.writeBytes(record("https://c.example/last", PAGE, ""));

    List<Parsed> found = read("crawl.warc", archive.toByteArray());

    assertThat(found).hasSize(3);
    assertThat(found.get(1)).isInstanceOf(Rejection.class);
    assertThat(found.get(1).toString()).startsWith("crawl.warc, https://c.example/broken: ");
    assertThat(((ArticleDraft) found.get(2)).url()).isEqualTo("https://c.example/last");
  }

  @Test
  void readsAPagePackedWithBrotli() {
    byte[] record = record("https://c.example/br", brotli(PAGE), "Content-Encoding: br\r\n");

    ArticleDraft draft = (ArticleDraft) read("crawl.warc", record).get(0);

    assertThat(draft.text()).isEqualTo(PROSE.strip());
  }

  /** One block of Brotli that is stored as it is, and the empty last one (RFC 7932, 9.2). */
  private static byte[] brotli(byte[] body) {
    int head = 0x0b | (body.length - 1) << 7 | 1 << 23;
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    packed.write(head);
    packed.write(head >> 8);
    packed.write(head >> 16);
    packed.writeBytes(body);
    packed.write(3);
    return packed.toByteArray();
  }

  private static byte[] record(String url, byte[] body, String headers) {
    String http =
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
            + headers
            + "Content-Length: "
            + body.length
            + "\r\n\r\n";
    String head =
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: "
            + url
            + "\r\nWARC-Date: 2031-03-03T06:30:00Z\r\nWARC-Record-ID: <urn:uuid:"
            + new UUID(7, body.length)
            + ">\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: "
            + (http.length() + body.length)
            + "\r\n\r\n";
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes((head + http).getBytes(StandardCharsets.US_ASCII));
    bytes.writeBytes(body);
    bytes.writeBytes("\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    return bytes.toByteArray();
  }

  @Test
  void readsAPageWhoseFactsAreNestedWithoutEnd() {
    String page =
        "<script type=application/ld+json>"
            + "{\"a\":[".repeat(50_000)
            + "</script><h1>Quay</h1>"
            + "<div class=byline>".repeat(3_000)
            + "<time>".repeat(3_000)
            + "<p>"
            + PROSE.repeat(10)
            + "</p>";

    assertThat(read("deep.html", page.getBytes(StandardCharsets.UTF_8)))
        .singleElement()
        .isInstanceOf(ArticleDraft.class);
  }

  @Test
  void readsManyBylinesAndDatesInBoundedTime() {
    String page =
        "<h1>Quay</h1>"
            + "<div class=author rel=author>By A B 3.3.2031 <i></i>".repeat(3_000)
            + "<p>"
            + PROSE.repeat(10)
            + "</p>";
    String feed =
        "<rss><item><title>Quay</title><author>" + "a@b".repeat(500_000) + "</author></item></rss>";

    assertThat(read("many.html", page.getBytes(StandardCharsets.UTF_8))).hasSize(1);
    assertThat(read("many.xml", feed.getBytes(StandardCharsets.UTF_8))).hasSize(1);
  }

  @Test
  void readsWhateverBytesItIsGiven() {
    Random random = new Random(11);
    String[] names = {"x.html", "x.xml", "x.jsonl", "x.txt", "x.warc", "x.gz", "x.json", "x"};
    String[] begins = {"", "<rss><item>", "<html>", "{\"text\":", "WARC/1.0\r\n", "<urlset><url>"};
    for (int i = 0; i < 2_000; i++) {
      byte[] noise = new byte[random.nextInt(400)];
      random.nextBytes(noise);
      String begin = begins[random.nextInt(begins.length)];
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      bytes.writeBytes(begin.getBytes(StandardCharsets.US_ASCII));
      bytes.writeBytes(noise);

      assertThat(read(names[i % names.length], bytes.toByteArray())).isNotNull();
    }
  }

  private static List<Parsed> read(String name, byte[] bytes) {
    List<Parsed> found = new ArrayList<>();
    new ArticleReader(Limits.DEFAULT)
        .read(new ByteArrayInputStream(bytes), Origin.of(name), found::add);
    return found;
  }

  private static ByteArrayInputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] blanks(int size) {
    byte[] bytes = new byte[size];
    Arrays.fill(bytes, (byte) ' ');
    return bytes;
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
