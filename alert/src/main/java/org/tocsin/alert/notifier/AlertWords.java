package org.tocsin.alert.notifier;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Alert;
import org.tocsin.contract.Sighting;
import org.tocsin.contract.Speaker;
import org.tocsin.contract.Watch;
import org.tocsin.service.OperatorException;

/**
 * Alerts in the words of templates: Mustache files, the bundled ones or those of the same name in
 * the desk's own folder. What an article says is escaped for the place where it is shown.
 */
final class AlertWords {
  private static final int MAX_TEMPLATE_BYTES = 64 * 1024;
  private static final int LONGEST_STATEMENT = 2_000;
  private static final int LONGEST_NAME = 200;
  private static final Pattern NOT_IN_LINKS =
      Pattern.compile("[\\x00-\\x20<>\"'`|\\\\^{}\\[\\]()!@*~]");
  private static final List<String> MAIL =
      List.of("mail-subject.mustache", "mail-text.mustache", "mail-html.mustache");

  private final Map<ChatStyle, Template> chats = new EnumMap<>(ChatStyle.class);
  private final Map<String, Template> mails = new HashMap<>();
  private final DateTimeFormatter time;
  private final Became became;

  /**
   * Words.
   *
   * @param folder with templates that replace bundled ones; null for none
   * @throws OperatorException where a template is not one
   */
  AlertWords(@Nullable Path folder, ZoneId zone) {
    this.time = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm z", Locale.ENGLISH).withZone(zone);
    this.became = new Became(time::format);
    for (ChatStyle style : ChatStyle.values()) {
      chats.put(style, template(folder, "chat.mustache", style::escape));
    }
    for (String name : MAIL) {
      boolean html = name.equals("mail-html.mustache");
      mails.put(name, template(folder, name, html ? Escapers.HTML : Escapers.NONE));
    }
  }

  private static Template template(@Nullable Path folder, String name, Mustache.Escaper escaper) {
    Path own = folder == null ? null : folder.resolve(name);
    try {
      String text = own != null && Files.exists(own) ? own(own) : bundled(name);
      return Mustache.compiler()
          .withEscaper(escaper)
          .strictSections(true)
          .emptyStringIsFalse(true)
          .compile(new StringReader(text));
    } catch (MustacheException e) {
      throw new OperatorException(
          (own == null ? name : own.toString()) + " is not a template: " + e.getMessage(),
          "Put it right, or take it away for the bundled one.",
          e);
    }
  }

  private static String own(Path file) {
    try (InputStream stream = Files.newInputStream(file)) {
      return new String(stream.readNBytes(MAX_TEMPLATE_BYTES), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new OperatorException(
          "cannot read the template " + file + ": " + e.getMessage(),
          "Check the file and its permissions.",
          e);
    }
  }

  private static String bundled(String name) {
    try (InputStream stream =
        Objects.requireNonNull(AlertWords.class.getResourceAsStream(name), name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A message for a chat. */
  @SuppressWarnings("NullAway") // Every style has its template.
  String chat(Alert alert, ChatStyle style) {
    Map<String, Object> said = said(alert);
    said.put("bold", style.bold());
    return chats.get(style).execute(said).strip();
  }

  /** A mail's subject, on one line. */
  String subject(List<Alert> alerts) {
    return Plain.text(mail("mail-subject.mustache", alerts), LONGEST_NAME);
  }

  String text(List<Alert> alerts) {
    return mail("mail-text.mustache", alerts);
  }

  String html(List<Alert> alerts) {
    return mail("mail-html.mustache", alerts);
  }

  @SuppressWarnings("NullAway") // Every name of MAIL has its template.
  private String mail(String name, List<Alert> alerts) {
    Map<String, Object> all = new HashMap<>();
    all.put("alerts", alerts.stream().map(this::said).toList());
    all.put("first", said(alerts.get(0)));
    all.put("one", alerts.size() == 1);
    long fresh = alerts.stream().filter(alert -> !alert.followsUp()).count();
    all.put("count", fresh);
    all.put("followUps", alerts.size() - fresh);
    all.put("followed", fresh < alerts.size());
    return mails.get(name).execute(all);
  }

  private Map<String, Object> said(Alert alert) {
    Sighting sighting = alert.sighting();
    Speaker speaker = sighting.statement().speaker();
    Map<String, Object> said = new HashMap<>();
    said.put("id", alert.id());
    said.put("watch", Plain.text(alert.watch().name(), LONGEST_NAME));
    said.put("severity", alert.watch().severity().label());
    said.put("high", alert.watch().severity() == Watch.Severity.HIGH);
    said.put("known", speaker != null);
    said.put("speaker", speaker == null ? "" : Plain.text(speaker.name(), LONGEST_NAME));
    said.put("cue", Plain.text(sighting.statement().cue(), LONGEST_NAME));
    said.put("statement", Plain.text(sighting.statement().text(), LONGEST_STATEMENT));
    said.put("time", time.format(alert.rung()));
    said.put("why", why(alert));
    said.put("followUp", alert.followsUp());
    said.put("headline", Became.headline(alert));
    said.put("became", became.lines(alert));
    said.putAll(source(sighting.article()));
    said.put("digest", alert.digest() != null);
    said.put("held", alert.digest() == null ? 0 : alert.digest().count());
    said.put("parts", alert.parts().stream().map(AlertWords::part).toList());
    said.put("more", alert.grouped() - alert.parts().size());
    said.put("further", alert.grouped() > alert.parts().size());
    return said;
  }

  private static Map<String, Object> part(Alert.Member member) {
    Speaker speaker = member.sighting().statement().speaker();
    return Map.of(
        "who",
        speaker == null ? "Speaker not known" : Plain.text(speaker.name(), LONGEST_NAME),
        "what",
        Plain.text(member.sighting().statement().text(), LONGEST_STATEMENT));
  }

  private static Map<String, Object> source(Sighting.Source article) {
    String url = article.url() == null ? "" : Plain.text(article.url());
    boolean web = url.startsWith("https://") || url.startsWith("http://");
    return Map.of(
        "source",
        Plain.text(article.name(), LONGEST_NAME),
        "title",
        Plain.text(article.title(), LONGEST_NAME),
        "web",
        web,
        "url",
        web ? link(url) : "");
  }

  /** What would end a link early, or begin markup of a chat in its midst, is written in percent. */
  private static String link(String url) {
    return NOT_IN_LINKS.matcher(url).replaceAll(m -> "%%%02X".formatted((int) m.group().charAt(0)));
  }

  private static List<String> why(Alert alert) {
    return alert.why().stream()
        .map(r -> r.field() + " “" + Plain.text(r.matched(), LONGEST_NAME) + "”")
        .distinct()
        .toList();
  }
}
