package org.tocsin.alert.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.alert.Samples.NOON;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.alert.Samples;

/** What a mail server does not take. */
class MailFaultsTest {
  private final Channels channels =
      new Channels(
          new Channels.Terms(null, null, ZoneOffset.UTC, Duration.ofSeconds(5), false, Set.of()),
          alert -> {},
          Clock.fixed(NOON, ZoneOffset.UTC));

  @AfterEach
  void close() {
    channels.close();
  }

  private Answer send(Smtp server, String... to) {
    Notifier.Mail.Server smtp =
        new Notifier.Mail.Server(
            "127.0.0.1", server.port(), Notifier.Mail.Security.NONE, "", Secret.NONE);
    return channels
        .open(
            new Notifier(
                "night",
                Notifier.Filter.ALL,
                new Notifier.Mail(smtp, "tocsin@newsroom.example", List.of(to)),
                Duration.ZERO))
        .send(List.of(Samples.alert("a", 0, "port")));
  }

  private static UnaryOperator<String> to(String command, String reply) {
    return said -> said.contains(command) ? reply : null;
  }

  @Test
  void aDeadMailboxSilencesNobodyElse() throws Exception {
    try (Smtp server = new Smtp(to("<gone@", "550 5.1.1 no such user"))) {
      Answer answer = send(server, "desk@newsroom.example", "gone@newsroom.example");
      assertThat(answer.result()).isEqualTo(Answer.Result.DELIVERED);
      assertThat(answer.detail()).contains("gone@newsroom.example", "no such user");
      assertThat(server.mails()).hasSize(1);
    }
  }

  @Test
  void whereNobodyIsThereNoMailEverArrives() throws Exception {
    try (Smtp server = new Smtp(to("<gone@", "550 5.1.1 no such user"))) {
      Answer answer = send(server, "gone@newsroom.example");
      assertThat(answer.result()).isEqualTo(Answer.Result.BARRED);
      assertThat(answer.detail()).contains("gone@newsroom.example", "no such user");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "RCPT, 450 4.2.0 mailbox busy, FAILED",
    "MAIL, 530 5.7.0 encrypt first, FAILED",
    "DATA, 554 5.7.1 no, REFUSED",
    "DATA, 451 4.3.0 later, FAILED"
  })
  void understandsTheCode(String command, String reply, Answer.Result result) throws Exception {
    try (Smtp server = new Smtp(to(command, reply))) {
      assertThat(send(server, "desk@newsroom.example").result()).isEqualTo(result);
    }
  }

  @ParameterizedTest
  @CsvSource({"554 5.7.1 looks like spam, REFUSED", "452 4.3.1 disk full, FAILED"})
  void understandsTheCodeBehindTheMail(String reply, Answer.Result result) throws Exception {
    try (Smtp server = new Smtp(said -> said.equals(".") ? reply : null)) {
      assertThat(send(server, "desk@newsroom.example").result()).isEqualTo(result);
      assertThat(server.mails()).isEmpty();
    }
  }
}
