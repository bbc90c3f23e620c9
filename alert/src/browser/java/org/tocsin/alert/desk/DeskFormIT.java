package org.tocsin.alert.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.WaitForSelectorState.DETACHED;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The form of the desk's pages: for everybody, small, from one place, behind a prefix, signed in.
 */
class DeskFormIT {
  private static final int PAST = 26;
  private static final int MOST_BYTES = 300_000;

  private static final List<String> PAGES =
      List.of(
          "alerts",
          "alerts/preview-24",
          "watches",
          "watches/port-closures",
          "watches/new",
          "statements",
          "speakers",
          "speakers/no-oldenburg",
          "countries",
          "countries/NO",
          "sources",
          "system",
          "system/audit");

  private static final String AXE =
      """
      async (rules) => (await axe.run({ runOnly: rules, resultTypes: ['violations'] }))
        .violations.map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ')).join(', '))
      """;
  private static final int MOST_STEPS = 120;
  private static final int FEWEST_STEPS = 20;

  /** What is wrong with where the focus is now, after where it was. */
  private static final String FOCUS =
      """
      () => {
        const now = document.activeElement;
        if (now === document.body) {
          return 'end';
        }
        const before = window.former;
        window.former = now;
        if (before === now) {
          return ''; // another part of a date
        }
        if (before && !(before.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING)) {
          return before.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_PRECEDING
            && now.id === 'skip' ? 'end' : 'back to ' + now.outerHTML.slice(0, 200);
        }
        const style = getComputedStyle(now);
        if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 1) {
          return 'not to be seen on ' + now.outerHTML.slice(0, 200);
        }
        const box = now.getBoundingClientRect();
        const bar = document.querySelector('.bar').getBoundingClientRect();
        const inBar = now.closest('.bar') || now.id === 'skip';
        return !inBar && box.bottom <= bar.bottom ? 'hidden: ' + now.outerHTML.slice(0, 200) : '';
      }
      """;

  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private static Chromium chromium;
  private static PreviewServer server;

  @BeforeAll
  static void open() {
    chromium = new Chromium();
    server = new PreviewServer(0, PAST, "");
  }

  @AfterAll
  static void close() {
    server.close();
    chromium.close();
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, false", "DARK, false", "LIGHT, true", "DARK, true"})
  void keepsToTheRulesOfAccessibilityOnEveryPage(ColorScheme colours, boolean phone) {
    String name = colours.name().toLowerCase(Locale.ROOT) + (phone ? "-phone" : "");
    try (BrowserContext editor = phone ? chromium.phone(colours) : chromium.person(colours)) {
      check(editor, name);
    }
  }

  /** Looks for violations and for what stands out at the side. */
  private static void check(BrowserContext editor, String name) {
    Page page = Chromium.open(editor, server.address());
    page.evaluate(axe());
    for (String hash : PAGES) {
      page.navigate(server.address() + "#/" + hash);
      page.locator("#main[data-ready='#/" + hash + "'] h1").waitFor();
      assertThat((List<?>) page.evaluate(AXE, RULES)).as(hash + ", " + name).isEmpty();
      Object over =
          page.evaluate(
              "() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
      assertThat(over).as("width of " + hash + ", " + name).isEqualTo(0);
    }
    checkDialog(page, "d", name);
    checkDialog(page, "?", name);
    assertThat(chromium.complaints()).isEmpty();
  }

  private static void checkDialog(Page page, String key, String name) {
    page.navigate(server.address() + "#/alerts/preview-24");
    page.locator("article.one").waitFor();
    page.keyboard().press(key);
    page.locator("dialog[open]").waitFor();
    assertThat((List<?>) page.evaluate(AXE, RULES)).as("dialog " + key + ", " + name).isEmpty();
    page.keyboard().press("Escape");
    page.locator("dialog").waitFor(new Locator.WaitForOptions().setState(DETACHED));
  }

  /** Tab goes down the page as it is read, shows where it is, and hides nothing under the bar. */
  @ParameterizedTest
  @ValueSource(strings = {"alerts", "alerts/preview-24", "watches/port-closures", "countries"})
  void movesTheFocusAsThePageIsRead(String hash) {
    try (BrowserContext editor = chromium.person(ColorScheme.LIGHT)) {
      Page page = Chromium.open(editor, server.address() + "#/" + hash);
      page.locator("#main[data-ready='#/" + hash + "'] h1").waitFor();
      page.evaluate("document.activeElement.blur(); window.former = null;");
      int steps = 0;
      for (; steps < MOST_STEPS; steps++) {
        page.keyboard().press("Tab");
        String wrong = (String) page.evaluate(FOCUS);
        if ("end".equals(wrong)) {
          break;
        }
        assertThat(wrong).as(hash + ", step " + steps).isEmpty();
      }
      assertThat(steps).as("stops of the tab key on " + hash).isGreaterThan(FEWEST_STEPS);
    }
  }

  private static String axe() {
    try (InputStream script = DeskFormIT.class.getResourceAsStream("/axe.min.js")) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void loadsLittleAndFromHereAlone() {
    try (BrowserContext editor = chromium.person()) {
      List<Request> asked = new CopyOnWriteArrayList<>();
      editor.onRequestFinished(asked::add);
      Page page = Chromium.open(editor, server.address());
      page.locator("[data-alert]").first().waitFor();
      Object millis = page.evaluate("Math.round(performance.now())");
      long bytes = 0;
      for (Request request : asked) {
        assertThat(request.url()).startsWith(server.address());
        bytes += request.sizes().responseBodySize + request.sizes().responseHeadersSize;
      }
      System.out.printf(
          "first load: %d requests, %d bytes as sent; usable after %s ms%n",
          asked.size(), bytes, millis);
      assertThat(bytes).isBetween(10_000L, (long) MOST_BYTES);
    }
  }

  @Test
  void worksBehindAPathPrefix() {
    try (BrowserContext editor = chromium.person()) {
      List<String> outside = new CopyOnWriteArrayList<>();
      editor.route(
          url -> true,
          route -> {
            String prefix = server.address() + "newsroom/";
            if (!route.request().url().startsWith(prefix)) {
              outside.add(route.request().url());
              route.abort();
            } else if (route.request().url().endsWith("/stream")) {
              route.abort(); // it never ends, and a route answers with the end
            } else {
              forward(route, route.request().url().replace(prefix, server.address()));
            }
          });
      Page page = editor.newPage();
      page.navigate(server.address() + "newsroom/");
      page.locator("[data-alert] .flag").first().waitFor();
      page.navigate(server.address() + "newsroom/#/countries");
      page.locator(".map a").first().waitFor();
      assertThat(outside).isEmpty();
    }
    chromium.complaints(); // the stream
  }

  private static void forward(Route route, String address) {
    APIResponse response = route.fetch(new Route.FetchOptions().setUrl(address));
    route.fulfill(new Route.FulfillOptions().setResponse(response));
  }

  @Test
  void asksForATokenWhereTheServerWantsOne() {
    try (PreviewServer locked = new PreviewServer(0, PAST, "quay-and-lantern");
        BrowserContext editor = chromium.person()) {
      Page page = editor.newPage();
      page.navigate(locked.address());
      page.locator("input[name=token]").fill("not it");
      page.keyboard().press("Enter");
      assertThat(page.locator("dialog .trouble")).containsText("not a token");
      page.locator("input[name=token]").fill("quay-and-lantern");
      page.keyboard().press("Enter");
      page.locator("[data-alert]").first().waitFor();
      page.locator("[data-alert] >> nth=0").press("a");
      assertThat(page.locator("[data-alert]").first()).hasAttribute("data-state", "acknowledged");
      page.reload();
      page.locator("[data-alert]").first().waitFor();
      assertThat(page.evaluate("document.cookie")).isEqualTo("");
      page.getByText("Sign out").click();
      assertThat(page.locator("input[name=token]")).isVisible();
    }
    assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  void prints() {
    try (BrowserContext editor = chromium.person()) {
      Page page = Chromium.open(editor, server.address() + "#/alerts/preview-24");
      page.locator("article.one").waitFor();
      page.emulateMedia(
          new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
      assertThat(page.locator(".bar")).isHidden();
      assertThat(page.locator(".triage .acts")).isHidden();
      assertThat(page.locator(".quote .said")).isVisible();
    }
  }
}
