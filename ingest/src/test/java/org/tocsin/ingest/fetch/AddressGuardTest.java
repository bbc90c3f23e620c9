package org.tocsin.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.service.AddressGuard;

class AddressGuardTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "fe80::1",
        "fd00::1",
        "::ffff:127.0.0.1",
        "2002:7f00:1::1",
        "64:ff9b::7f00:1",
        "::7f00:1",
        "2001::1",
        "198.18.0.1",
        "192.0.0.8"
      })
  void seesThatAnAddressIsInside(String address) throws IOException {
    assertThat(AddressGuard.inside(InetAddress.getByName(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "93.184.216.34",
        "100.128.0.1",
        "198.20.0.1",
        "192.0.66.2",
        "2001:4860::1",
        "2606:2800:220:1::1"
      })
  void letsAddressesOfTheWebPass(String address) throws IOException {
    assertThat(AddressGuard.inside(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc/passwd", "ftp://example.com/", "http://127.1/", "http:x"})
  void refusesWhatIsNotOfTheWeb(String address) {
    assertThatThrownBy(() -> WebClient.requireWeb(URI.create(address)))
        .isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1", "[::1]", "10.1.2.3", "169.254.169.254"})
  void resolvesNoHostOfOurs(String host) {
    AddressGuard guard = new AddressGuard(false, Set.of("127.0.0.2"));

    assertThatThrownBy(() -> guard.resolve(host)).hasMessageContaining("private network");
  }

  @Test
  void resolvesAHostOfOursThatIsAllowedByName() throws IOException {
    AddressGuard guard = new AddressGuard(false, Set.of("127.0.0.2"));

    assertThat(guard.resolve("127.0.0.2")).hasSize(1);
  }
}
