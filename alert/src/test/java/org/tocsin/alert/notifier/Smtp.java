package org.tocsin.alert.notifier;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/** A mail server that answers each command as a test says; GreenMail refuses no mailbox. */
final class Smtp implements AutoCloseable {
  private final ServerSocket server;
  private final UnaryOperator<String> replies;
  private final List<String> mails = Collections.synchronizedList(new ArrayList<>());

  /**
   * A server.
   *
   * @param replies to a command such as {@code RCPT TO:<a@b.example>}, or {@code .} at the end of a
   *     mail; null for what an ordinary server says
   */
  Smtp(UnaryOperator<String> replies) throws IOException {
    this.replies = replies;
    this.server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::accept, "smtp");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return server.getLocalPort();
  }

  List<String> mails() {
    return List.copyOf(mails);
  }

  private void accept() {
    while (!server.isClosed()) {
      try (Socket client = server.accept()) {
        talk(
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8)),
            new OutputStreamWriter(client.getOutputStream(), StandardCharsets.UTF_8));
      } catch (SocketException e) {
        return;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void talk(BufferedReader in, Writer out) throws IOException {
    say(out, "220 test");
    StringBuilder mail = null;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (mail != null && !line.equals(".")) {
        mail.append(line).append('\n');
        continue;
      }
      String reply = reply(line);
      if (mail != null) {
        if (reply.startsWith("2")) {
          mails.add(mail.toString());
        }
        mail = null;
      } else if (reply.startsWith("354")) {
        mail = new StringBuilder();
      }
      say(out, reply);
    }
  }

  private String reply(String command) {
    String own = replies.apply(command);
    return own != null ? own : command.equals("DATA") ? "354 go on" : "250 very well";
  }

  private static void say(Writer out, String line) throws IOException {
    out.write(line + "\r\n");
    out.flush();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
