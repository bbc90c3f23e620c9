package org.tocsin.deploy;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.contract.Json;

/**
 * The desk page at the end of the whole pipeline: what an article says stands on it to the letter,
 * and nothing that it says comes alive; what editors save is in the topics and comes back.
 */
class DeskPageIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final double PATIENCE_MILLIS = PATIENCE.toMillis();

  /** Each would show itself: by a dialog, by a mark on the window, or by asking a server. */
  private static final List<String> HOSTILE =
      List.of(
          "<script>window.alive = 1</script>",
          "<img src=x onerror='window.alive = 2'>",
          "<svg/onload=alert(3)>",
          "\"><iframe srcdoc='<script>parent.alive = 4</script>'></iframe>",
          "<a href='javascript:window.alive = 5'>here</a>",
          "${window.alive = 6} {{window.alive = 7}} <!--?lit$123$-->",
          "<style>body { display: none }</style><base href='https://evil.example/'>",
          "</textarea></title><meta http-equiv=refresh content='0;url=https://evil.example/'>",
          "\u202Eyawa nur\u202C and \u2067away\u2069 and \u200Fback",
          "bell \u0007 escape \u001B[2J null \u0000 backspace \b");

  /** What may not be among the elements of the page, besides what it loads itself. */
  private static final String FOREIGN =
      "#main :is(script, iframe, object, embed, style, base, meta, link, [onerror], [onload]),"
          + " #main img:not(.flag), #main svg[onload], [href^='javascript:' i]";

  @TempDir Path folder;

  @Test
  void keepsWhatArticlesSayDeadAndWhatEditorsSaveAlive() throws Exception {
    Ports ports = Ports.free();
    Path watches = folder.resolve("watches.yaml");
    Files.writeString(watches, "- {id: lantern, name: 'Lantern <b>x</b>', query: lantern*}\n");
    String[] up = ports.up(folder.resolve("data"), "alert.watches.file=" + watches);
    try (Program program = Program.start(folder, up);
        Playwright playwright = playwright();
        Browser browser = chromium(playwright)) {
      program.awaitOutput("Desk page:", PATIENCE);
      List<String> heard = new CopyOnWriteArrayList<>();
      BrowserContext editor = listeningTo(browser, heard);
      Page page = editor.newPage();
      String desk = "http://127.0.0.1:" + ports.alert() + "/";
      page.navigate(desk);
      page.locator("#connection[data-state=live]").waitFor();
      for (int i = 0; i < HOSTILE.size(); i++) {
        Http.push(ports.ingest(), article(i, HOSTILE.get(i)));
      }
      Locator alerts = page.locator("[data-alert]");
      assertThat(alerts)
          .hasCount(HOSTILE.size(), new HasCountOptions().setTimeout(PATIENCE_MILLIS));
      List<String> ids = alerts.all().stream().map(a -> a.getAttribute("data-alert")).toList();
      List<String> pages = new ArrayList<>(List.of("alerts", "watches/lantern", "statements"));
      pages.addAll(List.of("speakers", "sources", "system"));
      ids.forEach(id -> pages.add("alerts/" + id));
      String shown = "";
      for (String one : pages) {
        page.navigate(desk + "#/" + one);
        page.locator("#main[data-ready='#/" + one + "'] h1").waitFor();
        assertThat(page.locator(FOREIGN)).hasCount(0);
        shown += page.locator("#main").innerText();
      }
      assertThat(shown).contains("<script>window.alive = 1</script>", "<svg/onload=alert(3)>");
      assertThat(shown).contains("Lantern <b>x</b>", "<!--?lit$123$-->");
      assertThat(shown).doesNotContain("\u202E", "\u0007", "\u001B", "\u0000");
      assertThat(page.evaluate("window.alive")).isNull();
      savesVersionsAndBringsOneBack(page, desk);
      takesWatchesFromAFileAndGivesThemBack(page, desk);
      assertThat(heard).isEmpty();
    }
  }

  private static void savesVersionsAndBringsOneBack(Page page, String desk) {
    page.navigate(desk + "#/watches/lantern");
    Locator query = page.locator("textarea[name=query]");
    query.fill("lantern* AND pier");
    assertThat(page.locator(".verdict")).containsText(Pattern.compile("[1-9]\\d* alerts? among"));
    page.locator("input[name=note]").fill("Piers only");
    page.locator("button.main").click();
    assertThat(page.locator("#toast")).containsText("is saved and in force");
    page.navigate(desk + "#/watches/lantern");
    Locator versions = page.locator("ol.rows > li");
    assertThat(versions).hasCount(2);
    assertThat(versions.first()).containsText("Piers only");
    assertThat(versions.first().locator("ins")).containsText("AND pier");
    versions.last().locator("button").click();
    assertThat(query).hasValue("lantern*");
    page.locator("button.main").click();
    assertThat(page.locator("#toast")).containsText("is saved and in force");
    page.navigate(desk + "#/watches/lantern");
    assertThat(versions).hasCount(3);
  }

  private void takesWatchesFromAFileAndGivesThemBack(Page page, String desk) throws IOException {
    page.navigate(desk + "#/watches");
    Download download = page.waitForDownload(() -> page.getByText("Export").click());
    String exported = Files.readString(download.path());
    assertThat(exported).contains("lantern", "As in version 1");
    take(page, "broken.yaml", "- {id: quays, name: Quays, query: 'quay AND ('}\n");
    assertThat(page.locator("dialog")).containsText("line 1");
    page.keyboard().press("Escape");
    take(page, "more.yaml", exported + "- {id: quays, name: Quays, query: quay}\n");
    assertThat(page.locator("dialog")).containsText("1 new watch: quays");
    assertThat(page.locator("dialog")).containsText("1 watch stays as it is");
    page.locator("dialog button.main").click();
    assertThat(page.locator("table")).containsText("Quays");
    page.navigate(desk + "#/system/audit");
    assertThat(page.locator("tbody tr").first()).containsText("Imported watches");
    assertThat(page.locator("tbody")).containsText("Saved the watch lantern");
  }

  private void take(Page page, String name, String watches) throws IOException {
    Path file = Files.writeString(folder.resolve(name), watches);
    page.waitForFileChooser(() -> page.getByText("Import").click()).setFiles(file);
    page.locator("dialog[open]").waitFor();
  }

  /** An article that says it everywhere: title, outlet, text, speaker, address. */
  private static String article(int number, String hostile) {
    ObjectNode article = Json.mapper().createObjectNode();
    article.put("id", "hostile-" + number);
    article.put(
        "url",
        number % 2 == 0 ? "javascript:window.alive=" + number : "https://quay.example/" + number);
    article.put("source", "Quay Post " + number + " " + hostile);
    article.put("title", "Lanterns, number " + number + " " + hostile);
    article.put(
        "text",
        ("The council of Vestholm met on Monday about pier number %d.%n%n"
                + "\"The lantern on pier %d %s will burn until the ferry of line %d is back,\""
                + " said Mira Oldenburg, who leads the council.%n")
            .formatted(number, 100 + number * 7, hostile, 40 + number * 3));
    return Json.line(article) + "\n";
  }

  private static Playwright playwright() {
    return Playwright.create(
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  }

  private static Browser chromium(Playwright playwright) {
    return playwright
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(Path.of("/usr/bin/chromium"))
                .setArgs(
                    List.of(
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync")));
  }

  /** Hears every dialog, fault, refused script and request to elsewhere. */
  private static BrowserContext listeningTo(Browser browser, List<String> heard) {
    BrowserContext context = browser.newContext();
    context.setDefaultTimeout(PATIENCE_MILLIS);
    context.onDialog(
        dialog -> {
          heard.add("dialog: " + dialog.message());
          dialog.dismiss();
        });
    context.onWebError(error -> heard.add("fault: " + error.error()));
    context.onConsoleMessage(
        message -> {
          if (message.type().equals("error")
              && !message.text().contains("Failed to load resource")) {
            heard.add("console: " + message.text());
          }
        });
    context.onRequest(
        request -> {
          if (!request.url().startsWith("http://127.0.0.1:")) {
            heard.add("request: " + request.url());
          }
        });
    return context;
  }
}
