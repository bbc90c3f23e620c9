package org.tocsin.alert.notifier;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Alert;
import org.tocsin.contract.ArticleId;

/**
 * Mails alerts, plain and HTML in one. The Message-ID comes from the alerts, so that a mail that is
 * sent again after a crash can be told from a new one.
 */
final class MailChannel implements Channel {
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final Notifier.Mail target;
  private final AlertWords words;
  private final Wire wire;
  private final Clock clock;

  /**
   * How all mails are sent.
   *
   * @param trust whom servers are believed to be
   * @param timeout of a delivery, from the first letter to the last
   * @param alarm ends those that take longer
   */
  record Wire(SSLContext trust, Duration timeout, ScheduledExecutorService alarm) {}

  MailChannel(Notifier.Mail target, AlertWords words, Wire wire, Clock clock) {
    this.target = target;
    this.words = words;
    this.wire = wire;
    this.clock = clock;
  }

  private Session session(Cord cord) {
    Notifier.Mail.Server server = target.server();
    Properties p = new Properties();
    p.put("mail.smtp.host", server.host());
    p.put("mail.smtp.port", String.valueOf(server.port()));
    String millis = String.valueOf(wire.timeout().toMillis());
    for (String step : List.of("connectiontimeout", "timeout")) {
      p.put("mail.smtp." + step, millis);
    }
    boolean encrypted = server.security() != Notifier.Mail.Security.NONE;
    boolean starttls = server.security() == Notifier.Mail.Security.STARTTLS;
    p.put("mail.smtp.starttls.enable", String.valueOf(starttls));
    p.put("mail.smtp.starttls.required", String.valueOf(starttls));
    p.put("mail.smtp.ssl.enable", String.valueOf(encrypted && !starttls));
    p.put("mail.smtp.ssl.checkserveridentity", "true");
    p.put("mail.smtp.socketFactory", cord);
    p.put("mail.smtp.ssl.socketFactory", cord.encrypted(wire.trust().getSocketFactory()));
    p.put("mail.smtp.socketFactory.fallback", "false");
    p.put("mail.smtp.sendpartial", "true");
    p.put("mail.smtp.quitwait", "false"); // What the server has taken has arrived.
    p.put("mail.smtp.auth", String.valueOf(!server.user().isEmpty()));
    return Session.getInstance(p, server.user().isEmpty() ? null : new Login(server));
  }

  /** Who we are at the server. */
  private static final class Login extends jakarta.mail.Authenticator {
    private final Notifier.Mail.Server server;

    Login(Notifier.Mail.Server server) {
      this.server = server;
    }

    @Override
    protected PasswordAuthentication getPasswordAuthentication() {
      return new PasswordAuthentication(server.user(), server.password().value());
    }
  }

  @Override
  public Answer send(List<Alert> alerts) {
    String id = ArticleId.hash(alerts.stream().map(Alert::notice).sorted().toArray(String[]::new));
    return mail(id, words.subject(alerts), words.text(alerts), words.html(alerts));
  }

  @Override
  public Answer test(String sentence) {
    String id = ArticleId.hash("test", clock.instant().toString());
    return mail(id, sentence, sentence, null);
  }

  private Answer mail(String id, String subject, String text, @Nullable String html) {
    Cord cord = new Cord();
    ScheduledFuture<?> deadline =
        wire.alarm().schedule(cord::tear, wire.timeout().toMillis(), TimeUnit.MILLISECONDS);
    try {
      Transport.send(message(session(cord), id, subject, content(text, html)));
      return Answer.delivered("taken by " + target.server().host());
    } catch (AuthenticationFailedException e) {
      return Answer.failed("the mail server does not take user and password: " + e.getMessage());
    } catch (SendFailedException e) {
      return cord.torn() ? late() : SmtpFaults.answer(e);
    } catch (MessagingException e) {
      return cord.torn()
          ? late()
          : Answer.failed(e.getClass().getSimpleName() + ": " + e.getMessage());
    } finally {
      deadline.cancel(false);
    }
  }

  private Answer late() {
    return Answer.failed("not delivered within " + wire.timeout().toMillis() + " ms");
  }

  private MimeMessage message(Session session, String id, String subject, MimeMultipart content)
      throws MessagingException {
    MimeMessage message = new Identified(session, id + "@tocsin");
    message.setFrom(new InternetAddress(target.from()));
    for (String to : target.to()) {
      message.addRecipient(Message.RecipientType.TO, new InternetAddress(to));
    }
    message.setSubject(subject, UTF_8);
    message.setSentDate(Date.from(clock.instant()));
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setContent(content);
    return message;
  }

  private static MimeMultipart content(String text, @Nullable String html)
      throws MessagingException {
    MimeMultipart content = new MimeMultipart("alternative");
    MimeBodyPart plain = new MimeBodyPart();
    plain.setText(text, UTF_8);
    content.addBodyPart(plain);
    if (html != null) {
      MimeBodyPart rich = new MimeBodyPart();
      rich.setText(html, UTF_8, "html");
      content.addBodyPart(rich);
    }
    return content;
  }

  @Override
  public String target() {
    return String.join(", ", target.to()) + " by " + target.server().host();
  }

  /** A message that keeps the id it was given. */
  private static final class Identified extends MimeMessage {
    private final String id;

    Identified(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", "<" + id + ">");
    }
  }
}
