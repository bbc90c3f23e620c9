package org.tocsin.alert.notifier;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.tocsin.contract.Alert;
import org.tocsin.contract.Watch;

/**
 * A channel as it is configured: whom it tells of what, and how.
 *
 * @param id lower-case letters, digits and hyphens, at most 40; it stands in {@code deliveries}
 * @param digest how long alerts are gathered before they are told together; zero for each at once
 */
public record Notifier(String id, Filter filter, Target target, Duration digest) {
  /** The notifier that prints to the log. */
  public static final String LOG = "log";

  public Notifier {
    if (!id.matches("[a-z0-9][a-z0-9-]{0,39}")) {
      throw new IllegalArgumentException(
          "a notifier's id has lower-case letters, digits and hyphens, at most 40: '" + id + "'");
    }
  }

  /**
   * Whether it tells an alert: where the watch names notifiers, those and no others; otherwise by
   * its own filter. What is printed is for whoever runs Tocsin, and not the watch's to say.
   */
  public boolean takes(Alert alert) {
    List<String> named = alert.watch().notifiers();
    boolean byFilter = named.isEmpty() || id.equals(LOG);
    return byFilter ? filter.takes(alert) : named.contains(id);
  }

  /**
   * Which alerts it tells.
   *
   * @param watches ids; one that ends in {@code *} stands for all that begin so; empty for all
   * @param least severity
   */
  public record Filter(List<String> watches, Watch.Severity least) {
    public static final Filter ALL = new Filter(List.of(), Watch.Severity.LOW);

    public Filter {
      watches = List.copyOf(watches);
    }

    /** Whether an alert is to be told. */
    public boolean takes(Alert alert) {
      return alert.watch().severity().compareTo(least) >= 0
          && (watches.isEmpty() || watches.stream().anyMatch(w -> names(w, alert.watch().id())));
    }

    private static boolean names(String written, String watch) {
      return written.endsWith("*")
          ? watch.startsWith(written.substring(0, written.length() - 1))
          : watch.equals(written);
    }
  }

  /** Where alerts go. */
  public sealed interface Target {
    /** The kind as it is written in the file. */
    String kind();
  }

  /** Prints. */
  public record Printed() implements Target {
    @Override
    public String kind() {
      return LOG;
    }
  }

  /** A server that takes signed JSON. */
  public record Webhook(URI url, Secret secret) implements Target {
    @Override
    public String kind() {
      return "webhook";
    }

    @Override
    public String toString() {
      return "Webhook[" + url.getHost() + "]";
    }
  }

  /** A room of a chat; who knows the address may write there, so it is kept secret. */
  public record Chat(ChatStyle style, URI url) implements Target {
    @Override
    public String kind() {
      return style.label();
    }

    @Override
    public String toString() {
      return "Chat[" + style + ", " + url.getHost() + "]";
    }
  }

  /** People's mailboxes. */
  public record Mail(Server server, String from, List<String> to) implements Target {
    public Mail {
      to = List.copyOf(to);
    }

    @Override
    public String kind() {
      return "mail";
    }

    /** How the way to the mail server is secured. */
    public enum Security {
      /** In the clear first, then encrypted before anything is said; refused where it cannot be. */
      STARTTLS,
      TLS,
      NONE
    }

    /** A mail server. */
    public record Server(String host, int port, Security security, String user, Secret password) {}
  }
}
