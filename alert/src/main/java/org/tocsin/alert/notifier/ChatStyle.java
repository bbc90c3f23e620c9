package org.tocsin.alert.notifier;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.tocsin.contract.Json;

/** How a chat wants its messages: the JSON around the text, and the text's markup made harmless. */
public enum ChatStyle {
  /**
   * Incoming webhooks; {@code &<>} are written as entities, which also disarms {@code <!channel>}.
   */
  SLACK {
    @Override
    String escape(String text) {
      return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    @Override
    ObjectNode message(String text) {
      ObjectNode message = Json.mapper().createObjectNode();
      message.put("text", text).put("unfurl_links", false).put("unfurl_media", false);
      return message;
    }
  },
  /** Incoming webhooks with Markdown; a mention of everybody is broken by an invisible space. */
  MATTERMOST {
    @Override
    String escape(String text) {
      return markdown(text).replace("@", "@\u200b");
    }

    @Override
    ObjectNode message(String text) {
      return Json.mapper().createObjectNode().put("text", text);
    }
  },
  /** A workflow's webhook that takes an Adaptive Card. */
  TEAMS {
    @Override
    String escape(String text) {
      return markdown(text);
    }

    @Override
    ObjectNode message(String text) {
      ObjectNode message = Json.mapper().createObjectNode().put("type", "message");
      ObjectNode attachment = message.putArray("attachments").addObject();
      attachment.put("contentType", "application/vnd.microsoft.card.adaptive");
      ObjectNode card = attachment.putObject("content");
      card.put("type", "AdaptiveCard").put("version", "1.4");
      card.putArray("body")
          .addObject()
          .put("type", "TextBlock")
          .put("text", text)
          .put("wrap", true);
      return message;
    }
  };

  /** Makes markup and mentions in a text from outside ineffective. */
  abstract String escape(String text);

  /** The body of a request that shows a text. */
  abstract ObjectNode message(String text);

  /** The name in the file: {@code slack}. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How a word is set in bold. */
  String bold() {
    return this == SLACK ? "*" : "**";
  }

  private static String markdown(String text) {
    return text.replaceAll("([\\\\`*_{}\\[\\]()#+!|<>~-])", "\\\\$1");
  }
}
