package org.tocsin.alert.notifier;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/**
 * What a mail server's refusals mean. One dead mailbox silences nobody else: a mail that some have
 * got has arrived, and the others are named. Codes from 500 up are final (RFC 5321, 4.2.1).
 */
final class SmtpFaults {
  private static final int FINAL = 500;

  private SmtpFaults() {}

  static Answer answer(SendFailedException fault) {
    String refused = refused(fault);
    if (count(fault.getValidSentAddresses()) > 0) {
      return Answer.delivered("taken, but not for " + refused);
    }
    if (fault instanceof SMTPSendFailedException whole && refusesTheText(whole)) {
      return Answer.refused("the mail was refused: " + whole.getMessage());
    }
    boolean mayPass =
        count(fault.getValidUnsentAddresses()) > 0
            || mailboxes(fault).stream().anyMatch(box -> box.getReturnCode() < FINAL);
    return mayPass
        ? Answer.failed(String.valueOf(fault.getMessage()))
        : Answer.barred(
            "no address was taken: " + (refused.isEmpty() ? fault.getMessage() : refused));
  }

  /** And not us, as a server does that wants to be set up differently. */
  private static boolean refusesTheText(SMTPSendFailedException fault) {
    return fault.getReturnCode() >= FINAL && !fault.getCommand().startsWith("MAIL");
  }

  private static int count(Address @Nullable [] addresses) {
    return addresses == null ? 0 : addresses.length;
  }

  private static String refused(SendFailedException fault) {
    List<SMTPAddressFailedException> mailboxes = mailboxes(fault);
    return mailboxes.isEmpty()
        ? Stream.of(fault.getInvalidAddresses(), fault.getValidUnsentAddresses())
            .filter(addresses -> addresses != null)
            .flatMap(Stream::of)
            .map(Address::toString)
            .collect(Collectors.joining(", "))
        : mailboxes.stream()
            .map(box -> box.getAddress() + " (" + String.valueOf(box.getMessage()).strip() + ")")
            .collect(Collectors.joining(", "));
  }

  /** What the server said of each mailbox that it did not take. */
  private static List<SMTPAddressFailedException> mailboxes(MessagingException fault) {
    List<SMTPAddressFailedException> found = new ArrayList<>();
    for (Exception next = fault.getNextException();
        next instanceof MessagingException cause;
        next = cause.getNextException()) {
      if (cause instanceof SMTPAddressFailedException mailbox) {
        found.add(mailbox);
      }
    }
    return found;
  }
}
