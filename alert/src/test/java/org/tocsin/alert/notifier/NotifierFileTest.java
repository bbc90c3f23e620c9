package org.tocsin.alert.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.alert.Samples;
import org.tocsin.contract.Watch;

class NotifierFileTest {
  private static final Map<String, String> ENVIRONMENT = Map.of("HOOK_SECRET", "s3cr3t");

  private static List<Notifier> read(String yaml) {
    try {
      return new NotifierFile(ENVIRONMENT::get).read(new YAMLMapper().readTree(yaml), "n.yaml");
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void readsAWebhook() {
    Notifier notifier =
        read("[{id: newsroom, kind: webhook, url: 'https://hooks.example/x', secret:"
                + " '${HOOK_SECRET}', watches: [ports, 'election-*'], severity: medium}]")
            .get(0);
    assertThat(notifier.id()).isEqualTo("newsroom");
    assertThat(((Notifier.Webhook) notifier.target()).secret().value()).isEqualTo("s3cr3t");
    assertThat(notifier.filter().least()).isEqualTo(Watch.Severity.MEDIUM);
    assertThat(notifier.filter().takes(Samples.alert("a", 0, "port"))).isTrue();
  }

  @Test
  void readsMail() {
    Notifier notifier =
        read("[{id: night, kind: mail, server: 'smtp.example:2525', security: tls, from:"
                + " a@b.example, to: c@d.example, digest: 1h}]")
            .get(0);
    Notifier.Mail mail = (Notifier.Mail) notifier.target();
    assertThat(mail.server().port()).isEqualTo(2525);
    assertThat(mail.to()).containsExactly("c@d.example");
    assertThat(notifier.digest()).isEqualTo(Duration.ofHours(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{id: a, kind: pigeon}] | there is no kind 'pigeon'",
        "[{id: a, kind: webhook}] | it has no url",
        "[{id: a, kind: webhook, url: 'ftp://x.example/'}] | not an address of the web",
        "[{id: a, kind: webhook, url: 'https://x.example', colour: red}] | unknown key 'colour'",
        "[{id: A, kind: slack, url: 'https://x.example'}] | lower-case",
        "[{id: log, kind: slack, url: 'https://x.example'}] | the id is taken",
        "[{id: a, kind: slack, url: '${NO_SUCH}'}] | no variable NO_SUCH",
        "[{id: a, kind: webhook, url: 'https://x.example', digest: 1h}] | no digest",
        "[{id: a, kind: slack, url: 'https://x.example', digest: 3d}] | a day at most",
        "[{id: a, kind: slack, url: 'https://x.example', severity: loud}] | loud",
        "[{id: a, kind: mail, server: x, from: a@b.example}] | nobody in 'to'",
        "[{id: a, kind: mail, server: 'x:y', from: a@b.example, to: c@d.example}] | no port 'y'",
        "[{id: a, kind: webhook, url: 'https://x.example', secret: 'whsec_a*b'}] | not Base64",
        "[{id: a, kind: webhook, url: 'https://x.example', secret: whsec_}] | secret is empty",
        "[{id: a, kind: webhook, url: 'https://u:pw@x.example'}] | a user in it",
        "[{id: a, kind: mail, server: x, from: a@b.example, to: [c@d.example, the desk]}] | no"
            + " address",
        "[{id: a, kind: mail, server: x, from: Tocsin, to: c@d.example}] | no address",
        "{id: a} | not a list"
      })
  void refusesAndSaysWhere(String yaml, String message) {
    assertThatThrownBy(() -> read(yaml))
        .hasMessageContaining("n.yaml")
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource({"whsec_a*TOPSECRET, https://x.example", "x, https://u:TOPSECRET@x.example"})
  void showsNoSecret(String secret, String url) {
    String yaml = "[{id: a, kind: webhook, url: '" + url + "', secret: '" + secret + "'}]";
    assertThatThrownBy(() -> read(yaml)).hasMessageNotContaining("TOPSECRET").hasNoCause();
  }

  @ParameterizedTest
  @CsvSource({"ports, true", "po*, true", "*, true", "port, false", "harbours, false"})
  void choosesByWatch(String watch, boolean taken) {
    Notifier.Filter filter = new Notifier.Filter(List.of(watch), Watch.Severity.LOW);
    assertThat(filter.takes(Samples.alert("a", 0, "port"))).isEqualTo(taken);
  }

  @Test
  void choosesBySeverity() {
    assertThat(
            new Notifier.Filter(List.of(), Watch.Severity.HIGH)
                .takes(Samples.alert("a", 0, "port")))
        .isFalse();
  }
}
