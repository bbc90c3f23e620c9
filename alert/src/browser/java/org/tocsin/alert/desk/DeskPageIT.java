package org.tocsin.alert.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The desk in a real browser on invented news: what an editor does all day. */
class DeskPageIT {
  private static final int PAST = 14;
  private static final int TRIES = 3;
  private static final long SECOND = 1_000;

  private static Chromium chromium;
  private final PreviewServer server = new PreviewServer(0, PAST, "");
  private BrowserContext editor;

  @BeforeAll
  static void openBrowser() {
    chromium = new Chromium();
  }

  @AfterAll
  static void closeBrowser() {
    chromium.close();
  }

  @BeforeEach
  void openDesk() {
    editor = chromium.person();
  }

  @AfterEach
  void nobodyComplained() {
    editor.close();
    server.close();
    assertThat(chromium.complaints()).isEmpty();
  }

  private Page open(String hash) {
    return Chromium.open(editor, server.address() + hash);
  }

  private static Locator alerts(Page page) {
    return page.locator("[data-alert]");
  }

  private static Locator alert(Page page, int turn) {
    return page.locator("#alert-preview-" + turn);
  }

  @Test
  void showsAnAlertWithinASecondWithoutReload() {
    Page page = open("");
    page.evaluate("window.loadedOnce = true");
    List<Long> took = new ArrayList<>();
    for (int i = 0; i < TRIES; i++) {
      long start = System.nanoTime();
      server.desk.ring();
      alert(page, PAST + i).waitFor();
      took.add((System.nanoTime() - start) / 1_000_000);
    }
    System.out.println("from ringing to standing on the page, ms: " + took);
    assertThat(took).anyMatch(millis -> millis < SECOND);
    assertThat(page.evaluate("window.loadedOnce")).isEqualTo(true);
    assertThat(alerts(page).first()).hasAttribute("data-alert", "preview-" + (PAST + TRIES - 1));
  }

  @Test
  void losesAndDoublesNothingWhenTheConnectionBreaks() {
    Page page = open("");
    int before = alerts(page).count();
    server.breakStreams();
    page.locator("#connection[data-state=broken]").waitFor();
    for (int i = 0; i < TRIES; i++) {
      server.desk.ring();
    }
    server.mendStreams();
    assertThat(alerts(page)).hasCount(before + TRIES);
    page.locator("#connection[data-state=live]").waitFor();
    server.desk.ring();
    assertThat(alerts(page)).hasCount(before + TRIES + 1);
  }

  @Test
  void losesNothingThatRingsWhileAListIsOnItsWay() {
    Page page = open("");
    page.route(
        url -> url.contains("severity=low"),
        route -> {
          APIResponse before = route.fetch();
          server.desk.ring(); // of low severity
          alert(page, PAST).waitFor();
          route.fulfill(new Route.FulfillOptions().setResponse(before));
        });
    page.locator("input[value=low]").check();
    assertThat(page).hasURL(Pattern.compile("severity=low"));
    assertThat(page.locator("[data-severity=high][data-alert]")).hasCount(0);
    assertThat(alert(page, PAST)).isVisible();
  }

  @Test
  void isTriagedByKeyboardAlone() {
    Page page = open("");
    String first = alerts(page).first().getAttribute("data-alert");
    page.keyboard().press("j");
    assertThat(page.locator("#alert-" + first)).isFocused();
    page.keyboard().press("a");
    assertThat(page.locator("#alert-" + first)).hasAttribute("data-state", "acknowledged");
    page.keyboard().press("a");
    assertThat(page.locator("#alert-" + first)).hasAttribute("data-state", "open");
    page.keyboard().press("d");
    page.keyboard().press("3");
    page.keyboard().press("Enter");
    assertThat(page.locator("#alert-" + first)).hasAttribute("data-state", "dismissed");
    assertThat(page.locator("#alert-" + first)).containsText("Not new");
    page.keyboard().press("u");
    assertThat(page.locator("#alert-" + first)).hasAttribute("data-state", "open");
    page.keyboard().press("n");
    page.keyboard().type("Ring the harbour");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    assertThat(page.locator("#alert-" + first)).containsText("Ring the harbour");
    page.keyboard().press("m");
    assertThat(page.locator("#alert-" + first)).containsText("for desk");
    page.keyboard().press("o");
    assertThat(page.locator("article.one h1")).isFocused();
    page.keyboard().press("Escape");
    assertThat(alerts(page).first()).isVisible();
    page.keyboard().press("?");
    assertThat(page.locator("dialog")).containsText("dismiss with a verdict");
    page.keyboard().press("Escape");
    page.keyboard().press("g");
    page.keyboard().press("w");
    assertThat(page.locator("h1")).hasText("Watches");
  }

  @Test
  void takesBackADismissalOfWhatWasAcknowledged() {
    Page page = open("");
    page.keyboard().press("j");
    page.keyboard().press("a");
    assertThat(alerts(page).first()).hasAttribute("data-state", "acknowledged");
    page.keyboard().press("d");
    page.keyboard().press("Enter");
    assertThat(alerts(page).first()).hasAttribute("data-state", "dismissed");
    page.keyboard().press("u");
    assertThat(alerts(page).first()).hasAttribute("data-state", "acknowledged");
  }

  @Test
  void takesBackTheStepThatIsOnItsWay() {
    Page page = open("");
    page.keyboard().press("j");
    page.keyboard().press("a");
    assertThat(alerts(page).first()).hasAttribute("data-state", "acknowledged");
    List<Runnable> answers = new ArrayList<>();
    page.route(
        "**/state",
        route -> {
          APIResponse answer = route.fetch();
          answers.add(() -> route.fulfill(new Route.FulfillOptions().setResponse(answer)));
        });
    page.keyboard().press("d");
    page.keyboard().press("Enter");
    // The stream is quicker than the answer.
    assertThat(alerts(page).first()).hasAttribute("data-state", "dismissed");
    page.keyboard().press("u");
    page.unroute("**/state");
    answers.forEach(Runnable::run);
    assertThat(alerts(page).first()).hasAttribute("data-state", "acknowledged");
  }

  @Test
  void viewsAndReplaysADeadLetter() {
    Page page = open("#/system");
    page.locator("td button").first().click();
    assertThat(page.locator("dialog pre")).containsText("<script>alert(1)</script>");
    page.locator("dialog button.main").click();
    assertThat(page.locator("#toast")).containsText("Sent again");
  }

  @Test
  void keepsTwoDesksInStep() {
    Page mine = open("");
    try (BrowserContext other = chromium.person()) {
      Page theirs = Chromium.open(other, server.address());
      mine.locator("[data-alert] >> nth=0").press("a");
      assertThat(alerts(theirs).first()).hasAttribute("data-state", "acknowledged");
      theirs.locator("[data-alert] >> nth=0").press("a");
      assertThat(alerts(mine).first()).hasAttribute("data-state", "open");
    }
  }

  @Test
  void sharesOneStreamAmongTheTabsOfABrowser() {
    Page first = open("");
    Page second = open("");
    assertThat(server.streams()).isEqualTo(1);
    server.desk.ring();
    alert(second, PAST).waitFor();
    first.close();
    server.desk.ring();
    alert(second, PAST + 1).waitFor();
  }

  @Test
  void writesTriesAndSavesAWatchThatRings() {
    Page page = open("#/watches");
    page.getByText("New watch").click();
    Locator query = page.locator("textarea[name=query]");
    query.fill("speeker:oldenburg");
    assertThat(page.locator(".verdict.bad mark")).hasText(Pattern.compile("speeker.*"));
    assertThat(page.getByText("Save", new Page.GetByTextOptions().setExact(true))).isDisabled();
    query.fill("speaker:oldenburg AND strike");
    assertThat(page.locator(".verdict")).containsText(Pattern.compile("[1-9]\\d* alerts? among"));
    assertThat(page.locator(".trial .statement mark").first()).isVisible();
    page.locator("input[name=name]").fill("Strikes at the port");
    assertThat(page.locator("input[name=id]")).hasValue("strikes-at-the-port");
    page.getByText("Save", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page.locator("table")).containsText("Strikes at the port");
    page.keyboard().press("g");
    page.keyboard().press("a");
    alerts(page).first().waitFor();
    while (server.desk.sightings().size() % server.desk.news.size() != 1) {
      server.desk.ring();
    }
    assertThat(page.locator("[data-alert$=strikes-at-the-port]")).isVisible();
  }

  @Test
  void findsByWordsAndFiltersInAnAddressToShare() {
    Page page = open("");
    page.keyboard().press("/");
    page.keyboard().type("ferries");
    page.keyboard().press("Enter");
    assertThat(alerts(page).first()).containsText("ferries");
    assertThat(page.locator(".count [role=status]")).hasText(Pattern.compile("[12] alerts?"));
    assertThat(page).hasURL(Pattern.compile("#/alerts\\?q=ferries$"));
    Page shared = open("#/alerts?severity=high&country=NO");
    for (Locator one : shared.locator("[data-alert]").all()) {
      assertThat(one).containsText("Norway");
    }
    assertThat(shared.locator("input[value=high]")).isChecked();
  }

  @Test
  void coloursTheMapByNewStatements() {
    Page page = open("#/countries");
    assertThat(page.locator(".map a[data-code=NO]")).hasAttribute("data-step", "5");
    assertThat(page.locator(".map a[data-code=MR]")).hasAttribute("data-step", "1");
    page.locator(".map a[data-code=EG]").click();
    assertThat(page.locator("h1")).hasText("Egypt");
  }

  @Test
  void setsArabicAndPersianFromRightToLeft() {
    Page page = open("#/alerts?language=ar");
    Locator words = page.locator("[data-alert] .words").first();
    assertThat(words).hasCSS("direction", "rtl");
    assertThat(words).hasAttribute("lang", "ar");
    assertThat(page.locator("[data-alert] .under").first()).hasCSS("direction", "ltr");
  }

  @Test
  void marksTheArticleAndShowsWhoCarriedItOn() {
    Page page = open("#/alerts/preview-12");
    assertThat(page.locator(".article-text .m-said"))
        .hasText(Pattern.compile("The port will close.*"));
    assertThat(page.locator(".article-text .m-speaker")).hasText("Oldenburg");
    assertThat(page.locator(".article-text .m-cue")).hasText("said");
    assertThat(page.locator(".article-text .m-country").first()).hasText("Norwegian");
    assertThat(page.locator(".lineage li")).hasCount(4);
    assertThat(page.locator(".lineage [data-relation=cut] del")).containsText("over");
    assertThat(page.getByText("97 % of it stands in the other")).isVisible();
  }

  @Test
  void saysWhatIsNotThereAndGoesOn() {
    Page page = editor.newPage();
    page.route("**/api/system", route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
    page.route(
        "**/api/alerts/*/page", route -> route.fulfill(new Route.FulfillOptions().setStatus(404)));
    page.navigate(server.address() + "#/system");
    assertThat(page.locator(".trouble")).containsText("still reading");
    assertThat(page.getByText("not JSON: unexpected end of input at")).isVisible();
    page.navigate(server.address() + "#/alerts/preview-12");
    assertThat(page.locator(".hint")).containsText("The article’s text is not at hand");
    assertThat(page.locator(".quote .said")).isVisible();
  }
}
