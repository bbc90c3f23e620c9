package org.tocsin.alert.notifier;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the sockets of one delivery and can tear them all: the time limits of single reads and
 * writes add up to hours with a server that answers a letter at a time.
 */
final class Cord extends SocketFactory {
  private static final Logger LOG = LoggerFactory.getLogger(Cord.class);

  private final List<Socket> sockets = new ArrayList<>();
  private boolean torn;

  /** Ends the delivery: whoever reads or writes fails at once. */
  synchronized void tear() {
    torn = true;
    for (Socket socket : sockets) {
      try {
        socket.close();
      } catch (IOException e) {
        LOG.debug("A connection that was torn", e);
      }
    }
  }

  synchronized boolean torn() {
    return torn;
  }

  private synchronized Socket hold(Socket socket) throws IOException {
    if (torn) {
      socket.close();
      throw new IOException("the time is over");
    }
    sockets.add(socket);
    return socket;
  }

  @Override
  public Socket createSocket() throws IOException {
    return hold(new Socket());
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw unbounded();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort) {
    throw unbounded();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw unbounded();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
    throw unbounded();
  }

  /** Only one that is still to be connected can be bounded in time. */
  private static UnsupportedOperationException unbounded() {
    return new UnsupportedOperationException("connects nothing by itself");
  }

  /** The same for connections that are encrypted, from the start or later on. */
  SSLSocketFactory encrypted(SSLSocketFactory tls) {
    return new Encrypted(tls);
  }

  private final class Encrypted extends SSLSocketFactory {
    private final SSLSocketFactory tls;

    Encrypted(SSLSocketFactory tls) {
      this.tls = tls;
    }

    @Override
    public Socket createSocket(Socket plain, String host, int port, boolean autoClose)
        throws IOException {
      return tls.createSocket(hold(plain), host, port, autoClose);
    }

    @Override
    public String[] getDefaultCipherSuites() {
      return tls.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
      return tls.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket(String host, int port) {
      throw unbounded();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
      throw unbounded();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
      throw unbounded();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
      throw unbounded();
    }
  }
}
