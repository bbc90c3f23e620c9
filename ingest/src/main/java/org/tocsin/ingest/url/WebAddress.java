package org.tocsin.ingest.url;

import java.net.IDN;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address as feeds and servers write it, made one that can be asked: {@code
 * http://müller.example/новости/1} becomes {@code http://xn--mller-kva.example/%D0%BD%D0%BE…/1}. It
 * stays the same address; {@link CanonicalUrl} is for telling articles apart.
 */
public final class WebAddress {
  private static final String IN_PATH = "/!$&'()*+,;=:@";
  private static final String IN_QUERY = IN_PATH + "?";
  private static final Pattern PARTS =
      Pattern.compile("(?is)(https?)://([^/?#\\\\]*)([^?#]*)(\\?[^#]*)?(?:#.*)?");
  private static final Pattern SCHEME = Pattern.compile("(?s)[A-Za-z][A-Za-z0-9+.-]*:.*");

  private WebAddress() {}

  /**
   * Reads an absolute address.
   *
   * @throws IllegalArgumentException where it is none
   */
  public static URI of(String written) {
    String text = written.strip().replaceAll("[\\t\\r\\n]", "");
    Matcher parts = PARTS.matcher(text);
    if (!parts.matches()) {
      return URI.create(text); // Of another kind: whoever fetches it says so.
    }
    return URI.create(
        parts.group(1).toLowerCase(Locale.ROOT)
            + "://"
            + authority(parts.group(2))
            + Percent.normalise(parts.group(3).replace('\\', '/'), IN_PATH)
            + query(parts.group(4) == null ? "" : parts.group(4)));
  }

  /**
   * Reads the {@code Location} of a redirect. Headers come as one letter for each byte; what
   * servers write there beyond ASCII is UTF-8.
   *
   * @throws IllegalArgumentException where it is no address
   */
  public static URI redirected(URI from, String location) {
    boolean bytes = location.chars().allMatch(c -> c <= 0xff);
    String text =
        bytes
            ? new String(location.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
            : location;
    if (SCHEME.matcher(text).matches()) {
      return of(text);
    }
    if (text.startsWith("//")) {
      return of(from.getScheme() + ":" + text);
    }
    if (text.startsWith("?")) {
      return of(from.getScheme() + "://" + from.getRawAuthority() + from.getRawPath() + text);
    }
    return from.resolve(relative(text.replaceAll("#.*", "")));
  }

  private static String relative(String text) {
    int query = text.indexOf('?');
    String path = query < 0 ? text : text.substring(0, query);
    return Percent.normalise(path, IN_PATH) + query(query < 0 ? "" : text.substring(query));
  }

  private static String query(String text) {
    return Percent.normalise(text, IN_QUERY);
  }

  private static String authority(String raw) {
    int user = raw.lastIndexOf('@') + 1;
    int colon = raw.indexOf(':', Math.max(user, raw.lastIndexOf(']')));
    int end = colon < 0 ? raw.length() : colon;
    String host = raw.substring(user, end);
    boolean ascii = host.chars().allMatch(c -> c < 0x80);
    return raw.substring(0, user)
        + (ascii ? host : IDN.toASCII(host, IDN.ALLOW_UNASSIGNED))
        + raw.substring(end);
  }
}
