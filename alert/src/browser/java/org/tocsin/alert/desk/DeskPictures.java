package org.tocsin.alert.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tocsin.contract.Json;

/**
 * Takes pictures of every page of a running desk, for people to look at: in light and in dark, as
 * wide as a phone, and as it is printed. Arguments: the address of a desk, such as that of {@code
 * deploy/tocsin demo}, and a folder; without them it takes those of {@link DeskPreview}.
 */
final class DeskPictures {
  private static final int PAST = 30;
  private static final int PHONE = 390;
  private static final int SHEET = 680;
  private static final int SHEET_HEIGHT = 1000;

  private final String address;
  private final Path folder;
  private final Map<String, String> pages = new LinkedHashMap<>();

  private DeskPictures(String address, Path folder) {
    this.address = address;
    this.folder = folder;
  }

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments.length > 1 ? arguments[1] : "target/pictures");
    Files.createDirectories(folder);
    if (arguments.length > 0) {
      new DeskPictures(arguments[0], folder).take();
    } else {
      try (PreviewServer preview = new PreviewServer(0, PAST, "")) {
        new DeskPictures(preview.address(), folder).take();
      }
    }
  }

  private void take() {
    try (Chromium chromium = new Chromium()) {
      try (BrowserContext light = chromium.person(ColorScheme.LIGHT)) {
        find(light);
        take(light, "light");
        print(light);
      }
      try (BrowserContext dark = chromium.person(ColorScheme.DARK)) {
        take(dark, "dark");
      }
      try (BrowserContext phone = chromium.phone(ColorScheme.LIGHT)) {
        take(phone, "phone");
      }
      try (BrowserContext phone = chromium.phone(ColorScheme.DARK)) {
        take(phone, "phone-dark");
      }
      chromium.complaints().forEach(System.err::println);
    }
  }

  /** Every page, by the name of its picture; those of one thing show the first there is. */
  private void find(BrowserContext asking) {
    for (String list :
        new String[] {"alerts", "watches", "statements", "speakers", "countries", "sources"}) {
      pages.put(list, list);
    }
    pages.put("system", "system");
    pages.put("system-audit", "system/audit");
    pages.put("watches-new", "watches/new");
    one(asking, "alert", "alerts", "api/alerts?limit=1", "/alerts/0/id");
    one(asking, "alert-right-to-left", "alerts", "api/alerts?limit=1&language=ar", "/alerts/0/id");
    one(asking, "watch", "watches", "api/watches", "/0/id");
    one(asking, "speaker", "speakers", "api/speakers?limit=1", "/0/id");
    one(asking, "country", "countries", "api/countries", "/0/code");
    pages.put("alerts-right-to-left", "alerts?language=ar");
    pages.put("alerts-none", "alerts?q=zzyzx");
    pages.put("alerts-held", "alerts?held=true");
  }

  private void one(BrowserContext asking, String name, String page, String call, String place) {
    APIResponse answer = asking.request().get(address + call);
    JsonNode id = Json.read(answer.text(), JsonNode.class).at(place);
    if (!id.isMissingNode()) {
      pages.put(name, page + "/" + id.asText());
    }
  }

  private void take(BrowserContext viewer, String form) {
    Page page = Chromium.open(viewer, address);
    pages.forEach(
        (name, hash) -> {
          show(page, hash);
          picture(page, name + "-" + form, false);
          if (page.viewportSize().width == PHONE) {
            picture(page, name + "-" + form + "-whole", true);
          }
        });
    dialogs(page, form);
    page.close();
  }

  private void show(Page page, String hash) {
    page.navigate(address + "#/" + hash);
    page.locator("#main[data-ready='#/" + hash + "'] h1").waitFor();
    page.waitForFunction(
        "() => [...document.querySelectorAll('img.flag')].every("
            + "i => i.complete || i.getBoundingClientRect().top > innerHeight)");
  }

  private void dialogs(Page page, String form) {
    show(page, "alerts");
    page.keyboard().press("j");
    picture(page, "selected-" + form, false);
    page.keyboard().press("d");
    picture(page, "dismiss-" + form, false);
    page.keyboard().press("Escape");
    page.keyboard().press("?");
    picture(page, "help-" + form, false);
    page.keyboard().press("Escape");
  }

  /** As wide as a sheet of A4. */
  private void print(BrowserContext viewer) {
    Page page = Chromium.open(viewer, address);
    page.setViewportSize(SHEET, SHEET_HEIGHT);
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    pages.forEach(
        (name, hash) -> {
          show(page, hash);
          picture(page, name + "-print", true);
        });
    page.close();
  }

  private void picture(Page page, String name, boolean whole) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")).setFullPage(whole));
  }
}
