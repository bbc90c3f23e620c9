package org.tocsin.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** The desk page in a real browser, while alerts ring. */
class DeskPageIT {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final By ALERTS = By.cssSelector("[data-alert]");

  @TempDir Path folder;

  @Test
  void showsAlertsAsTheyRing() throws Exception {
    assumeTrue(Files.isExecutable(CHROMIUM), "no " + CHROMIUM + " on this machine: skipped");
    assumeTrue(Files.isExecutable(DRIVER), "no " + DRIVER + " on this machine: skipped");
    Ports ports = Ports.free();
    ChromeDriver browser = null;
    try (Program demo = Program.start(folder, ports.command("demo", "alert.desk.zone=UTC"))) {
      demo.awaitOutput("Desk page:", PATIENCE);
      browser = browser();
      browser.get("http://127.0.0.1:" + ports.alert() + "/");
      int first = awaitAlerts(browser, 1);
      awaitAlerts(browser, first + 3);
      assertThat(browser.findElements(ALERTS).get(0).getText()).isNotBlank();
      assertThat(severe(browser)).isEmpty();
      Files.write(Path.of("target/desk.png"), browser.getScreenshotAs(OutputType.BYTES));
    } finally {
      if (browser != null) {
        browser.quit();
      }
    }
  }

  private int awaitAlerts(ChromeDriver browser, int least) {
    await().atMost(PATIENCE).until(() -> browser.findElements(ALERTS).size() >= least);
    return browser.findElements(ALERTS).size();
  }

  /** What the page complained of on its console. */
  private static List<String> severe(ChromeDriver browser) {
    return browser.manage().logs().get("browser").getAll().stream()
        .filter(e -> e.getLevel().intValue() >= java.util.logging.Level.SEVERE.intValue())
        .map(Object::toString)
        .filter(said -> !said.contains("status of 404")) // an endpoint that is not there (yet)
        .toList();
  }

  private ChromeDriver browser() {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--window-size=1280,1000",
        "--user-data-dir=" + folder.resolve("chromium"));
    ChromeDriverService service =
        new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build();
    return new ChromeDriver(service, options);
  }
}
