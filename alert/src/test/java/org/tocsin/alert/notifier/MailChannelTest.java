package org.tocsin.alert.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.alert.Samples.NOON;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.alert.Samples;
import org.tocsin.contract.Alert;

class MailChannelTest {
  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
          .withConfiguration(
              GreenMailConfiguration.aConfig().withUser("desk@newsroom.example", "desk", "ink"));
  private final Channels channels =
      new Channels(
          new Channels.Terms(null, null, ZoneOffset.UTC, Duration.ofSeconds(5), false, Set.of()),
          alert -> {},
          Clock.fixed(NOON, ZoneOffset.UTC));

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
    channels.close();
  }

  private Channel channel(Notifier.Mail.Security security, String password) {
    Notifier.Mail.Server smtp =
        new Notifier.Mail.Server(
            "127.0.0.1", server.getSmtp().getPort(), security, "desk", new Secret(password));
    return channels.open(
        new Notifier(
            "night",
            Notifier.Filter.ALL,
            new Notifier.Mail(
                smtp, "Tocsin <tocsin@newsroom.example>", List.of("desk@newsroom.example")),
            Duration.ZERO));
  }

  private Channel channel() {
    return channel(Notifier.Mail.Security.NONE, "ink");
  }

  @Test
  void mailsPlainAndRich() throws Exception {
    Alert alert = Samples.alert("a", 0, "The port <b>will</b> close\r\nBcc: all@example.org");
    assertThat(channel().send(List.of(alert)).delivered()).isTrue();
    MimeMessage mail = server.getReceivedMessages()[0];
    assertThat(mail.getSubject())
        .isEqualTo("[Ports] Mira Oldenburg: The port <b>will</b> close Bcc: all@example.org");
    assertThat(mail.getHeader("Bcc")).isNull();
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    MimeMultipart parts = (MimeMultipart) mail.getContent();
    assertThat(parts.getBodyPart(0).getContent().toString())
        .contains("Mira Oldenburg (said):", "The port <b>will</b> close");
    assertThat(parts.getBodyPart(1).getContent().toString())
        .contains("The port &lt;b&gt;will&lt;/b&gt; close")
        .doesNotContain("<b>");
  }

  @Test
  void theSameAlertHasTheSameMessageId() throws Exception {
    List<Alert> one = List.of(Samples.alert("a", 0, "port"));
    channel().send(one);
    channel().send(one);
    channel().send(List.of(Samples.alert("b", 0, "port")));
    MimeMessage[] mails = server.getReceivedMessages();
    assertThat(mails[0].getMessageID()).isEqualTo(mails[1].getMessageID());
    assertThat(mails[0].getMessageID()).isNotEqualTo(mails[2].getMessageID());
  }

  @Test
  void aFollowUpIsAMailOfItsOwn() throws Exception {
    channel().send(List.of(Samples.alert("a", 0, "port")));
    channel().send(List.of(Samples.withdrawn(Samples.alert("a", 1, "port"))));
    MimeMessage[] mails = server.getReceivedMessages();
    assertThat(mails[1].getSubject()).startsWith("[Ports] withdrawn · ");
    assertThat(mails[1].getMessageID()).isNotEqualTo(mails[0].getMessageID());
  }

  @Test
  void aDigestIsOneMail() throws Exception {
    channel().send(List.of(Samples.alert("a", 0, "port one"), Samples.alert("b", 0, "port two")));
    assertThat(server.getReceivedMessages()).hasSize(1);
    assertThat(server.getReceivedMessages()[0].getSubject()).isEqualTo("2 new statements");
    MimeMultipart parts = (MimeMultipart) server.getReceivedMessages()[0].getContent();
    assertThat(parts.getBodyPart(0).getContent().toString()).contains("port one", "port two");
  }

  @Test
  void aWrongPasswordIsTriedAgainAndSaid() {
    Answer answer = channel(Notifier.Mail.Security.NONE, "wrong").send(alerts());
    assertThat(answer.result()).isEqualTo(Answer.Result.FAILED);
    assertThat(answer.detail()).contains("user and password").doesNotContain("wrong");
  }

  @Test
  void neverSpeaksInTheClearWhereItShouldNot() {
    Answer answer = channel(Notifier.Mail.Security.STARTTLS, "ink").send(alerts());
    assertThat(answer.result()).isEqualTo(Answer.Result.FAILED);
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void failsWhereThereIsNoServer() {
    Channel channel = channel();
    server.stop();
    assertThat(channel.send(alerts()).result()).isEqualTo(Answer.Result.FAILED);
  }

  private static List<Alert> alerts() {
    return List.of(Samples.alert("a", 0, "port"));
  }
}
