package org.tocsin.alert.notifier;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tocsin.contract.Alert;

/** Writes alerts into a room of a chat. */
final class ChatChannel implements Channel {
  /** Teams takes 28 KB and Slack 40,000 characters; nobody reads more in one go either. */
  private static final int LONGEST = 10_000;

  private static final String BETWEEN = "\n\n";

  private final Notifier.Chat target;
  private final WebPost web;
  private final AlertWords words;

  ChatChannel(Notifier.Chat target, WebPost web, AlertWords words) {
    this.target = target;
    this.web = web;
    this.words = words;
  }

  @Override
  public Answer send(List<Alert> alerts) {
    return say(alerts.stream().map(this::words).collect(Collectors.joining(BETWEEN)));
  }

  @Override
  public int fits(List<Alert> alerts) {
    int length = 0;
    for (int fitting = 0; fitting < alerts.size(); fitting++) {
      length += BETWEEN.length() + words(alerts.get(fitting)).length();
      if (length > LONGEST) {
        return Math.max(1, fitting);
      }
    }
    return alerts.size();
  }

  private String words(Alert alert) {
    return words.chat(alert, target.style());
  }

  @Override
  public Answer test(String sentence) {
    return say(target.style().escape(sentence));
  }

  private Answer say(String text) {
    byte[] body = target.style().message(text).toString().getBytes(StandardCharsets.UTF_8);
    return web.post(target.url(), body, Map.of());
  }

  @Override
  public String target() {
    return target.url().getHost();
  }
}
