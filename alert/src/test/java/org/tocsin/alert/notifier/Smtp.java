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
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * A mail server that answers each command as a test says: GreenMail refuses no mailbox and has no
 * STARTTLS.
 */
final class Smtp implements AutoCloseable {
  private final ServerSocket server;
  private final UnaryOperator<String> replies;
  private final @Nullable SSLSocketFactory tls;
  private final List<String> clear = Collections.synchronizedList(new ArrayList<>());
  private final List<String> mails = Collections.synchronizedList(new ArrayList<>());

  /**
   * A server.
   *
   * @param replies to a command such as {@code RCPT TO:<a@b.example>}, or {@code .} at the end of a
   *     mail; null for what an ordinary server says
   */
  Smtp(UnaryOperator<String> replies) throws IOException {
    this(replies, null);
  }

  /**
   * A server that offers STARTTLS.
   *
   * @param tls with the server's key; null for one that does not offer it
   */
  Smtp(UnaryOperator<String> replies, @Nullable SSLSocketFactory tls) throws IOException {
    this.tls = tls;
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

  /** What clients said before anything was encrypted. */
  List<String> saidInTheClear() {
    return List.copyOf(clear);
  }

  private void accept() {
    while (!server.isClosed()) {
      try (Socket client = server.accept()) {
        say(writer(client), "220 test");
        talk(client, false);
      } catch (SSLException | SocketException e) {
        if (server.isClosed()) {
          return;
        }
        // Or else the client has left, for one because it does not trust us.
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static Writer writer(Socket client) throws IOException {
    return new OutputStreamWriter(client.getOutputStream(), StandardCharsets.UTF_8);
  }

  private void talk(Socket client, boolean encrypted) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
    Writer out = writer(client);
    StringBuilder mail = null;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (!encrypted) {
        clear.add(line);
      }
      if (mail != null && !line.equals(".")) {
        mail.append(line).append('\n');
        continue;
      }
      if (line.equals("STARTTLS") && tls != null) {
        say(out, "220 go ahead");
        talk(encrypted(client, tls), true);
        return;
      }
      String reply = line.startsWith("EHLO") && !encrypted ? hello(line) : reply(line);
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

  private String hello(String command) {
    return tls == null ? reply(command) : "250-test\r\n250 STARTTLS";
  }

  private static Socket encrypted(Socket client, SSLSocketFactory tls) throws IOException {
    SSLSocket socket =
        (SSLSocket) tls.createSocket(client, client.getInetAddress().getHostAddress(), 0, true);
    socket.setUseClientMode(false);
    socket.startHandshake();
    return socket;
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
