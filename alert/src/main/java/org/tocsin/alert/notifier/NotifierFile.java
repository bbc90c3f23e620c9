package org.tocsin.alert.notifier;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Watch;
import org.tocsin.service.OperatorException;
import org.tocsin.service.Setting;
import org.tocsin.service.YamlFile;

/**
 * Reads the notifiers of a desk from a YAML file:
 *
 * <pre>
 * - id: newsroom
 *   kind: webhook                 # webhook, slack, mattermost, teams, mail
 *   url: https://hooks.example/tocsin
 *   secret: ${NEWSROOM_SECRET}    # from the environment
 *   watches: [ports, election-*]  # all where left out
 *   severity: medium              # the least; low where left out
 * </pre>
 *
 * Every fault names the notifier and what to do; no secret stands in a message.
 */
public final class NotifierFile {
  private static final YamlFile FILE =
      new YamlFile("file of notifiers", 1 << 20, "Put the path in alert.notifiers.file right.");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");
  private static final Set<String> COMMON = Set.of("id", "kind", "watches", "severity", "digest");
  private static final Map<String, Set<String>> OWN =
      Map.of(
          "webhook", Set.of("url", "secret"),
          "slack", Set.of("url"),
          "mattermost", Set.of("url"),
          "teams", Set.of("url"),
          "mail", Set.of("server", "security", "user", "password", "from", "to"));
  private static final String SECRET_REMEDY =
      "Write whsec_ and 24 to 64 bytes in Base64, or any text without whsec_.";
  private static final int SUBMISSION_PORT = 587;
  private static final Duration LONGEST_DIGEST = Duration.ofDays(1);

  private final Function<String, @Nullable String> environment;

  /**
   * A reader.
   *
   * @param environment gives the value of a variable; null where it is not set
   */
  public NotifierFile(Function<String, @Nullable String> environment) {
    this.environment = environment;
  }

  /**
   * Reads a file.
   *
   * @throws OperatorException with the notifier and the key at fault
   */
  public List<Notifier> read(Path file) {
    return read(FILE.read(file), file.toString());
  }

  List<Notifier> read(JsonNode root, String name) {
    if (!root.isArray() && !root.isMissingNode()) {
      throw new OperatorException(
          name + " is not a list of notifiers", "Write a list: - id: newsroom, kind: webhook …");
    }
    List<Notifier> notifiers = new ArrayList<>();
    Set<String> ids = new HashSet<>(Set.of(Notifier.LOG));
    for (JsonNode node : root) {
      String id = node.path("id").asText("");
      Entry entry =
          new Entry(node, name + ", notifier " + (notifiers.size() + 1) + " '" + id + "'");
      Notifier notifier = entry.notifier(id);
      if (!ids.add(id)) {
        throw entry.fault("the id is taken", "Give it another one; 'log' is the one that prints.");
      }
      notifiers.add(notifier);
    }
    return List.copyOf(notifiers);
  }

  /** One notifier of the file. */
  private final class Entry {
    private final JsonNode node;
    private final String where;

    Entry(JsonNode node, String where) {
      this.node = node;
      this.where = where;
    }

    OperatorException fault(String what, String remedy) {
      return new OperatorException(where + ": " + what, remedy);
    }

    Notifier notifier(String id) {
      String kind = node.path("kind").asText("");
      Set<String> own = OWN.get(kind);
      if (own == null) {
        throw fault(
            "there is no kind '" + kind + "'",
            "Write one of " + String.join(", ", new TreeSet<>(OWN.keySet())) + ".");
      }
      refuseUnknown(own);
      try {
        Notifier.Filter filter = new Notifier.Filter(list("watches"), severity());
        return new Notifier(id, filter, target(kind), digest(kind));
      } catch (IllegalArgumentException e) {
        throw fault(String.valueOf(e.getMessage()), "Put it right.");
      }
    }

    private void refuseUnknown(Set<String> own) {
      Set<String> known = new TreeSet<>(COMMON);
      known.addAll(own);
      node.fieldNames()
          .forEachRemaining(
              key -> {
                if (!known.contains(key)) {
                  throw fault(
                      "unknown key '" + key + "'", "It has " + String.join(", ", known) + ".");
                }
              });
    }

    private Notifier.Target target(String kind) {
      return switch (kind) {
        case "webhook" -> new Notifier.Webhook(url(), signingSecret());
        case "mail" -> new Notifier.Mail(server(), mailbox("from", needed("from")), recipients());
        default -> new Notifier.Chat(ChatStyle.valueOf(kind.toUpperCase(Locale.ROOT)), url());
      };
    }

    private Watch.Severity severity() {
      String written = value("severity");
      return written.isEmpty() ? Watch.Severity.LOW : Watch.Severity.parse(written);
    }

    /** Webhooks are told of each alert by itself: its id is their key. */
    private Duration digest(String kind) {
      String written = value("digest");
      if (written.isEmpty()) {
        return Duration.ZERO;
      }
      if (kind.equals("webhook")) {
        throw fault("a webhook has no digest", "Leave it out; every alert has a key of its own.");
      }
      Duration digest = Setting.duration("digest", written, "").parser().apply(written);
      if (digest.compareTo(LONGEST_DIGEST) > 0) {
        throw fault("a digest waits for a day at most", "Write 24h or less.");
      }
      return digest;
    }

    private URI url() {
      String written = needed("url");
      try {
        URI url = URI.create(written);
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        if (url.getRawUserInfo() != null) {
          throw fault(
              "url has a user in it, which no receiver sees",
              "Take it out; webhooks are signed with a secret.");
        }
        if (url.getHost() != null && (scheme.equals("https") || scheme.equals("http"))) {
          return url;
        }
      } catch (IllegalArgumentException e) {
        throw fault("url is not an address of the web", "Write https://host/path.");
      }
      throw fault("url is not an address of the web", "Write https://host/path.");
    }

    private Notifier.Mail.Server server() {
      String[] parts = needed("server").split(":", 2);
      String security = value("security");
      return new Notifier.Mail.Server(
          parts[0],
          parts.length == 1 ? SUBMISSION_PORT : port(parts[1]),
          security.isEmpty() ? Notifier.Mail.Security.STARTTLS : security(security),
          value("user"),
          secret("password"));
    }

    private int port(String written) {
      if (!written.matches("\\d{1,5}") || Integer.parseInt(written) > 65_535) {
        throw fault("server has no port '" + written + "'", "Write host:587.");
      }
      return Integer.parseInt(written);
    }

    private Notifier.Mail.Security security(String written) {
      return switch (written) {
        case "starttls" -> Notifier.Mail.Security.STARTTLS;
        case "tls" -> Notifier.Mail.Security.TLS;
        case "none" -> Notifier.Mail.Security.NONE;
        default -> throw fault("security is not '" + written + "'", "Write starttls, tls or none.");
      };
    }

    private List<String> recipients() {
      List<String> to = list("to");
      if (to.isEmpty()) {
        throw fault("it has nobody in 'to'", "Write to: [desk@newsroom.example].");
      }
      to.forEach(address -> mailbox("to", address));
      return to;
    }

    private String mailbox(String key, String written) {
      try {
        new InternetAddress(written, true).validate();
        return written;
      } catch (AddressException e) {
        throw fault(
            "'" + written + "' in '" + key + "' is no address: " + e.getMessage(),
            "Write desk@newsroom.example or Desk <desk@newsroom.example>.");
      }
    }

    /** Checked here, and not when the first alert rings; the fault does not show it. */
    private Secret signingSecret() {
      Secret secret = secret("secret");
      try {
        if (secret.isEmpty() || secret.key().length > 0) {
          return secret;
        }
      } catch (IllegalArgumentException e) {
        throw fault("secret is not Base64 after whsec_", SECRET_REMEDY);
      }
      throw fault("secret is empty after whsec_", SECRET_REMEDY);
    }

    private Secret secret(String key) {
      return new Secret(value(key));
    }

    private String needed(String key) {
      String value = value(key);
      if (value.isBlank()) {
        throw fault("it has no " + key, "Write " + key + ": …");
      }
      return value;
    }

    private List<String> list(String key) {
      JsonNode list = node.path(key);
      List<String> values = new ArrayList<>();
      if (list.isArray()) {
        list.forEach(item -> values.add(expanded(item.asText())));
      } else if (list.isValueNode() && !list.isNull()) {
        values.add(expanded(list.asText()));
      }
      return values;
    }

    private String value(String key) {
      return expanded(node.path(key).asText(""));
    }

    private String expanded(String written) {
      Matcher m = VARIABLE.matcher(written);
      StringBuilder expanded = new StringBuilder();
      while (m.find()) {
        String value = environment.apply(m.group(1));
        if (value == null || value.isEmpty()) {
          throw fault(
              "the environment has no variable " + m.group(1), "Set it, or write the value.");
        }
        m.appendReplacement(expanded, Matcher.quoteReplacement(value));
      }
      return m.appendTail(expanded).toString();
    }
  }
}
