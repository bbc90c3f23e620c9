package org.tocsin.alert.notifier;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tocsin.contract.Alert;

/** Writes alerts into a room of a chat. */
final class ChatChannel implements Channel {
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
    return say(
        alerts.stream()
            .map(alert -> words.chat(alert, target.style()))
            .collect(Collectors.joining("\n\n")));
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
