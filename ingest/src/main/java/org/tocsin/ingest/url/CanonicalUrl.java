package org.tocsin.ingest.url;

import java.net.IDN;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.ArticleId;

/**
 * The one spelling of an article's address, from which {@link ArticleId#ofUrl} makes its id: {@code
 * HTTP://Example.COM:80/a/../b?utm_source=x&id=7#top} becomes {@code http://example.com/b?id=7}.
 * Normalises as RFC 3986 says, turns international hosts to ASCII, drops fragments, credentials and
 * tracking parameters. What is no address has a reason in place of a URI; nothing is thrown.
 *
 * @param uri the canonical address; null where there is none
 * @param reason why there is none; null where there is one
 */
public record CanonicalUrl(@Nullable URI uri, @Nullable String reason) {
  private static final int MAX_LENGTH = 4_096;
  private static final String IN_PATH = "/!$&'()*+,;=:@";
  private static final String IN_QUERY = "/?!$'()*+,;=:@&";
  private static final TrackingParameters TRACKING = TrackingParameters.bundled();

  /** Reads an address; rubbish gives a reason. */
  public static CanonicalUrl of(@Nullable String raw) {
    try {
      return found(normalise(raw == null ? "" : raw.strip()));
    } catch (IllegalArgumentException e) {
      return new CanonicalUrl(null, e.getMessage());
    }
  }

  private static CanonicalUrl found(String normal) {
    return new CanonicalUrl(URI.create(normal), null);
  }

  /** The host, for example {@code news.example.org}; null where there is no address. */
  public @Nullable String host() {
    return uri == null ? null : authorityHost(uri.getRawAuthority());
  }

  private static String authorityHost(String authority) {
    int colon = authority.lastIndexOf(':');
    return colon > authority.lastIndexOf(']') ? authority.substring(0, colon) : authority;
  }

  private static String normalise(String raw) {
    if (raw.isEmpty() || raw.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(raw.isEmpty() ? "no address" : "address too long");
    }
    String text = raw.replaceAll("[\\t\\r\\n]", "");
    int colon = text.indexOf(':');
    String scheme = colon < 0 ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new IllegalArgumentException("neither http nor https");
    }
    if (!text.startsWith("//", colon + 1)) {
      throw new IllegalArgumentException("no host");
    }
    int start = colon + 3;
    int path = indexOfAny(text, start, "/?#\\");
    int query = indexOfAny(text, path, "?#");
    int fragment = indexOfAny(text, query, "#");
    return scheme
        + "://"
        + authority(text.substring(start, path), scheme)
        + path(text.substring(path, query))
        + query(text.substring(query, fragment));
  }

  private static int indexOfAny(String text, int from, String stops) {
    int i = from;
    while (i < text.length() && stops.indexOf(text.charAt(i)) < 0) {
      i++;
    }
    return i;
  }

  private static String authority(String raw, String scheme) {
    String hostPort = raw.substring(raw.lastIndexOf('@') + 1);
    String host = authorityHost(hostPort);
    String port = hostPort.length() > host.length() ? hostPort.substring(host.length() + 1) : "";
    return host(host) + port(port, scheme);
  }

  private static String host(String raw) {
    if (raw.matches("\\[[0-9A-Fa-f:.]{2,45}]")) {
      return raw.toLowerCase(Locale.ROOT);
    }
    String ascii = ascii(raw);
    String host = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
    if (!host.matches("[a-z0-9_-]{1,63}(\\.[a-z0-9_-]{1,63}){0,126}")) {
      throw new IllegalArgumentException(host.isEmpty() ? "no host" : "not a host name");
    }
    return host;
  }

  private static String ascii(String host) {
    try {
      return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("not a host name", e);
    }
  }

  private static String port(String raw, String scheme) {
    if (!raw.matches("[0-9]{0,5}")) {
      throw new IllegalArgumentException("not a port");
    }
    String standard = scheme.equals("http") ? "80" : "443";
    return raw.isEmpty() || raw.equals(standard) ? "" : ":" + raw;
  }

  private static String path(String raw) {
    Deque<String> kept = new ArrayDeque<>();
    String[] segments = Percent.normalise(raw.replace('\\', '/'), IN_PATH).split("/", -1);
    for (int i = 1; i < segments.length; i++) {
      boolean last = i == segments.length - 1;
      if (segments[i].equals("..")) {
        kept.pollLast();
      } else if (!segments[i].equals(".")) {
        kept.addLast(segments[i]);
        continue;
      }
      if (last) {
        kept.addLast("");
      }
    }
    return "/" + String.join("/", kept);
  }

  private static String query(String raw) {
    List<String> kept = new ArrayList<>();
    for (String parameter : (raw.isEmpty() ? raw : raw.substring(1)).split("&")) {
      String normal = Percent.normalise(parameter, IN_QUERY);
      if (!normal.isEmpty() && !TRACKING.tracks(normal)) {
        kept.add(normal);
      }
    }
    return kept.isEmpty() ? "" : "?" + String.join("&", kept);
  }
}
