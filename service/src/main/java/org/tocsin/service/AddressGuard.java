package org.tocsin.service;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Refuses addresses inside our own network, so that nothing from outside can make us ask an
 * internal service: loopback, link-local, private, shared and multicast ranges of both families. It
 * is the HTTP client's resolver: the addresses that it looked at are those that are connected to,
 * so that a name that changes in between gains nothing.
 */
public final class AddressGuard implements DnsResolver {
  private final boolean allowPrivate;
  private final Set<String> allowed;

  /**
   * A guard.
   *
   * @param allowPrivate whether all hosts of ours may be asked
   * @param allowed those that may be asked in any case, by name
   */
  public AddressGuard(boolean allowPrivate, Set<String> allowed) {
    this.allowPrivate = allowPrivate;
    this.allowed = Set.copyOf(allowed);
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] found = InetAddress.getAllByName(host.replaceAll("[\\[\\]]", ""));
    for (InetAddress address : found) {
      if (!allowPrivate && !allowed.contains(host) && inside(address)) {
        throw new RefusedHost("refused, " + host + " is in a private network");
      }
    }
    return found;
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  /** A host that was found and is one of ours. */
  public static final class RefusedHost extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    RefusedHost(String message) {
      super(message);
    }
  }

  /** Whether an address is one of ours. */
  public static boolean inside(InetAddress address) {
    return address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()
        || (address instanceof Inet6Address ? inside6(address) : inside4(address));
  }

  /**
   * Unique local addresses, fc00::/7, and what embeds an IPv4 address (::/96, 64:ff9b::/96,
   * 2002::/16, 2001::/32).
   */
  private static boolean inside6(InetAddress address) {
    byte[] b = address.getAddress();
    boolean tunnel = b[0] == 0x20 && (b[1] == 0x02 || (b[1] == 0x01 && b[2] == 0 && b[3] == 0));
    boolean embeds = tunnel || (b[0] == 0 && (b[1] == 0x64 || b[1] == 0));
    return (b[0] & 0xfe) == 0xfc || embeds;
  }

  /**
   * This network, 0.0.0.0/8; shared space, 100.64.0.0/10; for protocols, 192.0.0.0/24; for
   * measuring, 198.18.0.0/15; reserved, 240.0.0.0/4.
   */
  private static boolean inside4(InetAddress address) {
    byte[] b = address.getAddress();
    int first = b[0] & 0xff;
    int second = b[1] & 0xff;
    return first == 0
        || (first == 100 && (second & 0xc0) == 64)
        || (first == 192 && second == 0 && b[2] == 0)
        || (first == 198 && (second & 0xfe) == 18)
        || first >= 240;
  }
}
