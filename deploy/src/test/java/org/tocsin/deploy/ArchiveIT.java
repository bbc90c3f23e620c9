package org.tocsin.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.contract.Article;
import org.tocsin.contract.Topics;
import org.tocsin.deploy.broker.EmbeddedBroker;
import org.tocsin.service.Settings;

/** A long archive, and kill -9 in the middle of it. Bigger with {@code -Dtocsin.archive=20000}. */
class ArchiveIT {
  private static final int PAGES = Integer.getInteger("tocsin.archive", 4_000);
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final long MOST_KIB = 512 << 10;

  @TempDir Path folder;

  @Test
  void losesNoPageOfAnArchiveWhenItIsKilledInTheMiddle() throws Exception {
    Path inbox = Files.createDirectory(folder.resolve("inbox"));
    write(inbox.resolve("crawl.warc.gz"));
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("kafka"), Ports.one())) {
      Map<String, String> settings = new HashMap<>();
      settings.put("kafka.bootstrap.servers", broker.bootstrapServers());
      settings.put("ingest.sources.crawl.folder", inbox.toString());
      settings.put("ingest.sources.crawl.every", "500ms");
      settings.put("ingest.sources.crawl.lane", "backfill");
      settings.put("kafka.session.timeout", "6s");
      int port = Ports.one();
      settings.put("ingest.http.port", String.valueOf(port));
      try (Program first = start(settings)) {
        await()
            .pollInterval(Duration.ofMillis(50))
            .ignoreExceptions()
            .atMost(PATIENCE)
            .until(() -> inputs(port) > PAGES / 3);
        first.kill();
      }
      long killed = System.nanoTime();
      try (Program second = start(settings)) {
        long kept =
            await().ignoreExceptions().atMost(PATIENCE).until(() -> inputs(port), n -> n > 0);
        await()
            .pollInterval(Duration.ofMillis(20))
            .atMost(PATIENCE)
            .until(() -> inputs(port) > kept);
        long begin = System.nanoTime();
        long before = inputs(port);
        await()
            .pollInterval(Duration.ofMillis(200))
            .ignoreExceptions()
            .atMost(PATIENCE)
            .until(() -> inputs(port) >= PAGES);
        double seconds = (System.nanoTime() - begin) / 1e9;
        double pause = (begin - killed) / 1e9;
        List<Article> articles = new Journal(Settings.of(settings)).values(Topics.ARTICLES);
        assertThat(articles).hasSize(PAGES);
        assertThat(articles.stream().map(Article::id)).doesNotHaveDuplicates();
        assertThat(second.peakKib()).isLessThan(MOST_KIB);
        System.out.printf(
            "%d pages, killed at %d; going on after %.1f s, then %.0f pages a second with their"
                + " commits, peak memory %d MiB%n",
            PAGES, kept, pause, (PAGES - before) / seconds, second.peakKib() >> 10);
      }
    }
  }

  private static long inputs(int port) throws Exception {
    return Http.json(port, "/api/sources").path(0).path("inputs").asLong();
  }

  private Program start(Map<String, String> settings) throws IOException {
    List<String> args = new ArrayList<>(List.of("ingest"));
    settings.forEach((key, value) -> args.addAll(List.of("--set", key + "=" + value)));
    return Program.start(folder, "-Xmx200m", args);
  }

  private static void write(Path file) throws IOException {
    Random random = new Random(3);
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int page = 0; page < PAGES; page++) {
        byte[] http = response(page, random).getBytes(StandardCharsets.UTF_8);
        String head =
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://news.example/"
                + page
                + "\r\nWARC-Date: 2031-03-03T06:30:00Z\r\nWARC-Record-ID: <urn:uuid:"
                + new java.util.UUID(1, page)
                + ">\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: "
                + http.length
                + "\r\n\r\n";
        ByteArrayOutputStream member = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(member)) {
          gzip.write(head.getBytes(StandardCharsets.UTF_8));
          gzip.write(http);
          gzip.write("\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        }
        member.writeTo(out);
      }
    }
  }

  private static String response(int page, Random random) {
    StringBuilder html = new StringBuilder("<html lang=en><head><title>Quay " + page + "</title>");
    html.append("</head><body><nav><a href=/>Home</a></nav><h1>Quay " + page + "</h1><article>");
    for (int i = 0; i < 12; i++) {
      html.append("<p>The board of port " + random.nextInt(900) + " closed quay " + page);
      html.append(" on day " + random.nextInt(99) + ", said Marta Quill, who chairs it. ");
      html.append("Repairs will cost " + random.nextInt(9_999) + " crowns and take a year.</p>");
    }
    html.append("</article><footer>All rights reserved</footer></body></html>");
    int length = html.toString().getBytes(StandardCharsets.UTF_8).length;
    return "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: "
        + length
        + "\r\n\r\n"
        + html;
  }
}
