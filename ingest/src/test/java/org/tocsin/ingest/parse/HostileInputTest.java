package org.tocsin.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Inputs that mean harm, or look as if they did: each ends in a counted way, and soon. */
class HostileInputTest {
  private static final String PROSE =
      "The board closed the old quay on Tuesday, said Marta Quill. ";

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

  @Test
  void keepsALineOfJsonNestedWithoutEnd() {
    Parsed only = read("deep.jsonl", "[".repeat(100_000).getBytes(StandardCharsets.UTF_8)).get(0);

    assertThat(((Rejection) only).unreadable()).isTrue();
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
