package org.tocsin.alert.desk;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The machine's own Chromium, without a window; nothing is downloaded. Notes what pages complain
 * of.
 */
final class Chromium implements AutoCloseable {
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 900;
  private static final int PHONE = 390;
  private static final int PHONE_HEIGHT = 844;
  private static final double PATIENCE_MILLIS = 10_000;

  private final Playwright playwright =
      Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  private final Browser browser =
      playwright
          .chromium()
          .launch(
              new BrowserType.LaunchOptions()
                  .setExecutablePath(Path.of("/usr/bin/chromium"))
                  .setArgs(
                      List.of(
                          "--no-sandbox",
                          "--disable-gpu",
                          "--disable-quic",
                          "--no-first-run",
                          "--disable-background-networking",
                          "--disable-component-update",
                          "--disable-sync")));
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  /** A browser of its own, with nothing kept from others. */
  BrowserContext person() {
    return person(ColorScheme.LIGHT);
  }

  BrowserContext person(ColorScheme colours) {
    return person(
        new Browser.NewContextOptions().setViewportSize(WIDTH, HEIGHT).setColorScheme(colours));
  }

  /** A window as narrow as a phone. */
  BrowserContext phone(ColorScheme colours) {
    return person(
        new Browser.NewContextOptions()
            .setViewportSize(PHONE, PHONE_HEIGHT)
            .setColorScheme(colours));
  }

  private BrowserContext person(Browser.NewContextOptions options) {
    BrowserContext context = browser.newContext(options.setLocale("en-GB"));
    context.setDefaultTimeout(PATIENCE_MILLIS);
    context.onWebError(error -> complaints.add(error.error()));
    context.onConsoleMessage(
        message -> {
          // A refused call shows as one; the page says it in words.
          if (message.type().equals("error")
              && !message.text().contains("Failed to load resource")) {
            complaints.add(message.text());
          }
        });
    return context;
  }

  /** Opens a page of the desk and waits until it is live. */
  static Page open(BrowserContext context, String address) {
    Page page = context.newPage();
    page.navigate(address);
    page.locator("#connection[data-state=live]").waitFor();
    return page;
  }

  /** Faults and violations of the Content-Security-Policy since the last call. */
  List<String> complaints() {
    List<String> all = List.copyOf(complaints);
    complaints.clear();
    return all;
  }

  @Override
  public void close() {
    playwright.close();
  }
}
