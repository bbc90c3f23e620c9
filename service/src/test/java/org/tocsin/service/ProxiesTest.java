package org.tocsin.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"10.0.0", "proxy.example", "10.0.0.0/x", "10.0.0.0/", "10.0.0.0/33", "::1/129"})
  void saysWhatIsNoAddress(String written) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Proxies.of(List.of(written)))
        .withMessageContaining("'" + written + "'");
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.7, 10.0.0.7, true",
    "10.0.0.7, 10.0.0.8, false",
    "10.0.0.0/8, 10.255.1.1, true",
    "10.0.0.0/8, 11.0.0.1, false",
    "10.1.16.0/20, 10.1.31.255, true",
    "10.1.16.0/20, 10.1.32.0, false",
    "0.0.0.0/0, 192.0.2.1, true",
    "2001:db8::/33, 2001:db8:7fff::1, true",
    "2001:db8::/33, 2001:db8:8000::1, false",
    "10.0.0.0/8, ::1, false",
  })
  void knowsItsNetworksByTheirBits(String network, String address, boolean held) throws Exception {
    assertThat(Proxies.Network.parse(network).holds(InetAddress.getByName(address)))
        .isEqualTo(held);
  }
}
