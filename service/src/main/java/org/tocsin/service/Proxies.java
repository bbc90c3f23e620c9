package org.tocsin.service;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The proxies in front of a server, whose word is taken for who asks ({@code X-Forwarded-For}) and
 * under which name ({@code X-Forwarded-Host}). Anybody can write these headers, so that nobody
 * else's word is.
 *
 * @param networks in which they stand
 */
public record Proxies(List<Network> networks) {
  /** There are none. */
  public static final Proxies NONE = new Proxies(List.of());

  private static final String FOR = "X-Forwarded-For";
  private static final List<String> TRACES =
      List.of("Forwarded", FOR, "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via");
  private static final Pattern FOUR = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
  private static final Pattern LENGTH = Pattern.compile("\\d{1,3}");
  private static final Pattern SIX = Pattern.compile("[0-9a-fA-F.]*:[0-9a-fA-F:.]*");

  public Proxies {
    networks = List.copyOf(networks);
  }

  /** Addresses that begin with the same bits: {@code 10.0.0.0/8}. */
  public record Network(InetAddress address, int bits) {
    static Network parse(String written) {
      int slash = written.indexOf('/');
      InetAddress address = literal(slash < 0 ? written : written.substring(0, slash));
      String length = slash < 0 ? "0" : written.substring(slash + 1);
      if (address == null || !LENGTH.matcher(length).matches()) {
        throw new IllegalArgumentException(
            "'" + written + "' is no address such as 10.0.0.7 and no network such as 10.0.0.0/8");
      }
      int all = address.getAddress().length * Byte.SIZE;
      int bits = slash < 0 ? all : Integer.parseInt(length);
      if (bits > all) {
        throw new IllegalArgumentException("'" + written + "' has more bits than an address");
      }
      return new Network(address, bits);
    }

    boolean holds(InetAddress other) {
      byte[] own = address.getAddress();
      byte[] bytes = other.getAddress();
      int whole = bits / Byte.SIZE;
      int mask = 0xff00 >> (bits % Byte.SIZE);
      return bytes.length == own.length
          && Arrays.equals(bytes, 0, whole, own, 0, whole)
          && (whole == bytes.length || ((bytes[whole] ^ own[whole]) & mask & 0xff) == 0);
    }
  }

  /**
   * Proxies by their addresses.
   *
   * @throws IllegalArgumentException with what is none
   */
  public static Proxies of(List<String> written) {
    return new Proxies(written.stream().map(Network::parse).toList());
  }

  /** Whether a request says that some proxy passed it on. */
  static boolean passed(Context ctx) {
    return TRACES.stream().anyMatch(trace -> ctx.header(trace) != null);
  }

  /** Of whom a request is: of the last in its way that is none of these proxies. */
  public String client(Context ctx) {
    String client = ctx.ip();
    if (networks.isEmpty()) {
      return client;
    }
    List<String> way =
        Arrays.asList(String.join(",", Collections.list(ctx.req().getHeaders(FOR))).split(","));
    for (int i = way.size() - 1; i >= 0 && known(client); i--) {
      InetAddress before = literal(way.get(i).strip());
      if (before == null) {
        return client;
      }
      client = before.getHostAddress();
    }
    return client;
  }

  /** The host and port that the client asked for; null where it does not say. */
  @Nullable String host(Context ctx) {
    String forwarded = known(ctx.ip()) ? ctx.header("X-Forwarded-Host") : null;
    return forwarded == null ? ctx.header("Host") : forwarded;
  }

  private boolean known(String address) {
    InetAddress parsed = networks.isEmpty() ? null : literal(address);
    return parsed != null && networks.stream().anyMatch(network -> network.holds(parsed));
  }

  /** An address as it is written; a name is never asked for. */
  private static @Nullable InetAddress literal(String written) {
    String bare = written.replaceAll("[\\[\\]]", "");
    if (!FOUR.matcher(bare).matches() && !SIX.matcher(bare).matches()) {
      return null;
    }
    try {
      return InetAddress.getByName(bare);
    } catch (UnknownHostException e) {
      return null;
    }
  }
}
