package org.tocsin.ingest.source;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/**
 * Refuses addresses inside our own network, so that no feed can make ingest ask an internal
 * service: loopback, link-local, private, shared and multicast ranges of both families.
 */
final class AddressGuard {
  private final boolean allowPrivate;

  AddressGuard(boolean allowPrivate) {
    this.allowPrivate = allowPrivate;
  }

  /**
   * Lets an address of the web pass.
   *
   * @throws IOException where it is none, cannot be found, or is one of ours
   */
  void check(URI address) throws IOException {
    String scheme = String.valueOf(address.getScheme());
    String host = address.getHost();
    if (host == null || !(scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"))) {
      throw new IOException("not an address of the web: " + address);
    }
    if (allowPrivate) {
      return;
    }
    for (InetAddress found : resolve(host)) {
      if (inside(found)) {
        throw new IOException("refused, " + host + " is in a private network");
      }
    }
  }

  private static InetAddress[] resolve(String host) throws IOException {
    try {
      return InetAddress.getAllByName(host.replaceAll("[\\[\\]]", ""));
    } catch (UnknownHostException e) {
      throw new IOException("there is no host " + host, e);
    }
  }

  static boolean inside(InetAddress address) {
    return address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()
        || (address instanceof Inet6Address ? inside6(address) : inside4(address));
  }

  /**
   * Unique local addresses, fc00::/7, and what embeds an IPv4 address (64:ff9b::/96, 2002::/16).
   */
  private static boolean inside6(InetAddress address) {
    byte[] b = address.getAddress();
    boolean embeds = (b[0] == 0x20 && b[1] == 0x02) || (b[0] == 0 && b[1] == 0x64);
    return (b[0] & 0xfe) == 0xfc || embeds;
  }

  /** This network, 0.0.0.0/8; shared space, 100.64.0.0/10; reserved, 240.0.0.0/4. */
  private static boolean inside4(InetAddress address) {
    byte[] b = address.getAddress();
    int first = b[0] & 0xff;
    return first == 0 || (first == 100 && (b[1] & 0xc0) == 64) || first >= 240;
  }
}
