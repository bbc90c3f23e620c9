package org.tocsin.ingest.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {
  @ParameterizedTest
  @CsvSource({
    "http://a.example/новости/1, http://a.example/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8/1",
    "http://müller.example:8080/, http://xn--mller-kva.example:8080/",
    "'https://a.example/a b|c?q={x y}&r=%2Fz#part',"
        + " https://a.example/a%20b%7Cc?q=%7Bx%20y%7D&r=%2Fz",
    "http://a.example?utm_source=x, http://a.example?utm_source=x",
    "HTTP://A.example\\b, http://A.example/b",
    "http://[::1]:81/x, http://[::1]:81/x",
    "http://u:p@a.example/x, http://u:p@a.example/x",
    "http://a.example/100%, http://a.example/100%25",
    "file:///etc/passwd, file:///etc/passwd",
  })
  void writesAnAddressAsServersReadIt(String written, String asked) {
    assertThat(WebAddress.of(" " + written + "\n")).hasToString(asked);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://[bad", "no address", "http://a b/"})
  void takesNoRubbish(String rubbish) {
    assertThatThrownBy(() -> WebAddress.of(rubbish)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "новости, http://a.example/b/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8",
    "/x y?é, http://a.example/x%20y?%C3%A9",
    "../c#d, http://a.example/c",
    "?page=2, http://a.example/b/feed?page=2",
    "//c.example/d, http://c.example/d",
    "https://c.example/é, https://c.example/%C3%A9",
  })
  void followsARedirect(String location, String to) {
    URI from = URI.create("http://a.example/b/feed");
    byte[] sent = location.getBytes(StandardCharsets.UTF_8);

    assertThat(WebAddress.redirected(from, new String(sent, StandardCharsets.ISO_8859_1)))
        .hasToString(to);
  }

  @Test
  void followsARedirectThatWasReadAsText() {
    assertThat(WebAddress.redirected(URI.create("http://a.example/b"), "/новости"))
        .hasToString("http://a.example/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8");
  }
}
