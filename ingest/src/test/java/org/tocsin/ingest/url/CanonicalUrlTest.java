package org.tocsin.ingest.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalUrlTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HTTP://Example.COM:80/a/../b?utm_source=x&id=7#top | http://example.com/b?id=7",
        "https://example.com | https://example.com/",
        "https://example.com:443/ | https://example.com/",
        "https://example.com:8443/x | https://example.com:8443/x",
        "https://example.com./x | https://example.com/x",
        "https://user:secret@example.com/x | https://example.com/x",
        "https://example.com/%7euser/%c3%a9 | https://example.com/~user/%C3%A9",
        "https://example.com/~user/é | https://example.com/~user/%C3%A9",
        "https://example.com/a b?q=c d | https://example.com/a%20b?q=c%20d",
        "https://example.com/a/./b/../../c/ | https://example.com/c/",
        "https://example.com/../../x | https://example.com/x",
        "https://bücher.example/x | https://xn--bcher-kva.example/x",
        "https://example.com/x? | https://example.com/x",
        "https://example.com/x?b=2&a=1&fbclid=z | https://example.com/x?b=2&a=1",
        "https://example.com/x?UTM_Medium=rss | https://example.com/x",
        "https://example.com/x?list[]=1 | https://example.com/x?list%5B%5D=1",
        "https://example.com/100%/x | https://example.com/100%25/x",
        "https://[2001:DB8::1]:443/x | https://[2001:db8::1]/x",
      })
  void bringsSpellingsToOne(String written, String canonical) {
    assertThat(CanonicalUrl.of(written).uri()).hasToString(canonical);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ftp://example.com/x | neither http nor https",
        "javascript:alert(1) | neither http nor https",
        "/relative | neither http nor https",
        "http:/x | no host",
        "http:///x | no host",
        "http://exa mple.com/ | not a host name",
        "http://example.com:99x/ | not a port",
      })
  void saysWhyRubbishIsNoAddress(String written, String reason) {
    assertThat(CanonicalUrl.of(written).uri()).isNull();
    assertThat(CanonicalUrl.of(written).reason()).isEqualTo(reason);
  }

  @Test
  void isItsOwnCanonicalForm() {
    String once = String.valueOf(CanonicalUrl.of("http://Ex.org/%2f%7E?x=%zz&y#f").uri());

    assertThat(CanonicalUrl.of(once).uri()).hasToString(once);
  }

  @Test
  void throwsOnNothing() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder("http://");
      for (int n = random.nextInt(30); n >= 0; n--) {
        text.append(
            (char) (random.nextInt(4) == 0 ? random.nextInt(0x10000) : random.nextInt(128)));
      }
      CanonicalUrl url = CanonicalUrl.of(text.toString());
      assertThat(url.uri() == null).isNotEqualTo(url.reason() == null);
    }
  }
}
