package org.tocsin.alert.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tocsin.alert.Samples.NOON;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.alert.Samples;
import org.tocsin.service.OperatorException;

/** Mail over STARTTLS, with an authority of the desk's own, and within its time. */
class MailSecurityTest {
  private static final String PASSWORD = "harbour-lights";

  @TempDir static Path folder;

  @BeforeAll
  static void makeKeys() throws Exception {
    key("ours", "SAN=ip:127.0.0.1");
    key("elsewhere", "SAN=dns:mail.elsewhere.example");
  }

  /** A key whose certificate is its own authority, as that of a desk's own server may be. */
  private static void key(String name, String extension) throws Exception {
    List<String> store =
        List.of("-alias", name, "-storepass", PASSWORD, "-keystore", file(name, "p12").toString());
    keytool(store, "-genkeypair", "-keyalg", "EC", "-dname", "CN=" + name, "-ext", extension);
    keytool(store, "-exportcert", "-rfc", "-file", file(name, "pem").toString());
  }

  private static void keytool(List<String> store, String... command) throws Exception {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    line.addAll(List.of(command));
    line.addAll(store);
    Process process =
        new ProcessBuilder(line)
            .redirectErrorStream(true)
            .redirectOutput(file("keytool", "log").toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0)
        .as("keytool: %s", Files.readString(file("keytool", "log")))
        .isTrue();
  }

  private static Path file(String name, String ending) {
    return folder.resolve(name + "." + ending);
  }

  private static SSLSocketFactory tls(String name) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream stream = Files.newInputStream(file(name, "p12"))) {
      store.load(stream, PASSWORD.toCharArray());
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context.getSocketFactory();
  }

  private static Channels channels(@Nullable Path trust, Duration timeout) {
    return new Channels(
        new Channels.Terms(null, trust, ZoneOffset.UTC, timeout, false, Set.of()),
        alert -> {},
        Clock.fixed(NOON, ZoneOffset.UTC));
  }

  private static Answer send(Channels channels, Smtp server, Notifier.Mail.Security security) {
    Notifier.Mail.Server smtp =
        new Notifier.Mail.Server("127.0.0.1", server.port(), security, "desk", new Secret("ink"));
    return channels
        .open(
            new Notifier(
                "night",
                Notifier.Filter.ALL,
                new Notifier.Mail(
                    smtp, "tocsin@newsroom.example", List.of("desk@newsroom.example")),
                Duration.ZERO))
        .send(List.of(Samples.alert("a", 0, "The port will close.")));
  }

  private static Answer send(@Nullable Path trust, Smtp server) {
    try (Channels channels = channels(trust, Duration.ofSeconds(10))) {
      return send(channels, server, Notifier.Mail.Security.STARTTLS);
    }
  }

  /** A server that wants user and password. */
  private static UnaryOperator<String> asking(String mechanism) {
    return said ->
        said.startsWith("EHLO")
            ? "250-test\r\n250 AUTH " + mechanism
            : said.startsWith("AUTH") ? "235 welcome" : null;
  }

  @Test
  void encryptsBeforeItSaysAnything() throws Exception {
    try (Smtp server = new Smtp(asking("PLAIN"), tls("ours"))) {
      Answer answer = send(file("ours", "pem"), server);
      assertThat(answer.delivered()).as(answer.detail()).isTrue();
      assertThat(server.mails()).singleElement().asString().contains("The port will close.");
      assertThat(server.saidInTheClear()).hasSize(2).last().isEqualTo("STARTTLS");
    }
  }

  @Test
  void doesNotBelieveAnAuthorityThatNobodyNamed() throws Exception {
    try (Smtp server = new Smtp(asking("PLAIN"), tls("ours"))) {
      Answer answer = send((Path) null, server);
      assertThat(answer.result()).isEqualTo(Answer.Result.FAILED);
      assertThat(server.mails()).isEmpty();
      assertThat(server.saidInTheClear()).noneMatch(line -> line.startsWith("AUTH"));
    }
  }

  @Test
  void doesNotBelieveAServerOfAnotherName() throws Exception {
    try (Smtp server = new Smtp(asking("PLAIN"), tls("elsewhere"))) {
      Answer answer = send(file("elsewhere", "pem"), server);
      assertThat(answer.result()).isEqualTo(Answer.Result.FAILED);
      assertThat(server.mails()).isEmpty();
    }
  }

  @Test
  void sendsNothingWhereEncryptionIsNotOffered() throws Exception {
    try (Smtp server = new Smtp(asking("PLAIN"))) {
      Answer answer = send(file("ours", "pem"), server);
      assertThat(answer.result()).isEqualTo(Answer.Result.FAILED);
      assertThat(answer.detail()).contains("STARTTLS");
      assertThat(server.saidInTheClear())
          .noneMatch(line -> line.startsWith("AUTH") || line.startsWith("MAIL"));
      assertThat(server.mails()).isEmpty();
    }
  }

  /** Each letter comes within the time of a read; all of them together never end. */
  @Test
  void endsWithAServerThatAnswersALetterAtATime() throws Exception {
    UnaryOperator<String> slow =
        said -> {
          pause();
          return null;
        };
    try (Smtp server = new Smtp(slow);
        Channels channels = channels(null, Duration.ofMillis(900))) {
      Answer answer = send(channels, server, Notifier.Mail.Security.NONE);
      assertThat(answer.result()).isEqualTo(Answer.Result.FAILED);
      assertThat(answer.detail()).isEqualTo("not delivered within 900 ms");
      assertThat(server.mails()).isEmpty();
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void refusesAFileWithoutCertificates() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.pem"));
    assertThatThrownBy(() -> Trust.with(empty))
        .isInstanceOf(OperatorException.class)
        .hasMessageContaining("empty.pem");
    Path prose = Files.writeString(folder.resolve("prose.pem"), "the usual ones, please");
    assertThatThrownBy(() -> Trust.with(prose))
        .isInstanceOf(OperatorException.class)
        .hasMessageContaining("prose.pem");
    assertThatThrownBy(() -> Trust.with(folder.resolve("none.pem")))
        .isInstanceOf(OperatorException.class);
  }
}
