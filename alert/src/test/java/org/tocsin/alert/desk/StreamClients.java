package org.tocsin.alert.desk;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Many pages that follow the alerts of one server, in one thread, so that they take little of the
 * machine that the server runs on. They expect alerts {@code alert-0}, {@code alert-1} and so on,
 * and note how long after it rang each one came.
 */
public final class StreamClients implements AutoCloseable {
  private static final byte[] MARK = "data: {\"id\":\"alert-".getBytes(StandardCharsets.US_ASCII);

  private final Selector selector = Selector.open();
  private final AtomicLongArray rang;
  private final int[] micros;
  private final AtomicInteger received = new AtomicInteger();
  private final AtomicInteger doubled = new AtomicInteger();
  private final AtomicInteger lost = new AtomicInteger();
  private final Thread thread = new Thread(this::run, "stream-clients");

  /** What one page has read: where in the mark it is, and the number behind it. */
  private static final class Page {
    private final BitSet seen = new BitSet();
    private int matched;
    private int number;
  }

  /** So many pages, for so many alerts. */
  public StreamClients(int port, int pages, int alerts) throws IOException {
    rang = new AtomicLongArray(alerts);
    micros = new int[pages * alerts];
    byte[] request =
        "GET /api/alerts/stream HTTP/1.0\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < pages; i++) {
      SocketChannel channel =
          SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      channel.write(ByteBuffer.wrap(request));
      channel.configureBlocking(false);
      channel.register(selector, SelectionKey.OP_READ, new Page());
    }
    thread.setDaemon(true);
    thread.start();
  }

  /** Notes that an alert rings now. */
  public void rings(int alert) {
    rang.set(alert, System.nanoTime());
  }

  /** Forgets how long those took that came so far. */
  public void forget() {
    received.set(0);
  }

  private void run() {
    ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
    try {
      while (selector.isOpen()) {
        selector.select();
        for (SelectionKey key : selector.selectedKeys()) {
          buffer.clear();
          if (((SocketChannel) key.channel()).read(buffer) < 0) {
            lost.incrementAndGet();
            key.cancel();
          }
          buffer.flip();
          read((Page) key.attachment(), buffer);
        }
        selector.selectedKeys().clear();
      }
    } catch (IOException | ClosedSelectorException e) {
      lost.incrementAndGet();
    }
  }

  private void read(Page page, ByteBuffer buffer) {
    while (buffer.hasRemaining()) {
      byte next = buffer.get();
      if (page.matched == MARK.length) {
        if (next == '"') {
          take(page);
        } else {
          page.number = page.number * 10 + next - '0';
          continue;
        }
      }
      boolean goesOn = page.matched < MARK.length && next == MARK[page.matched];
      page.matched = goesOn ? page.matched + 1 : next == MARK[0] ? 1 : 0;
    }
  }

  private void take(Page page) {
    if (page.seen.get(page.number)) {
      doubled.incrementAndGet();
    } else {
      page.seen.set(page.number);
      long nanos = System.nanoTime() - rang.get(page.number);
      micros[received.get()] = (int) (nanos / 1_000);
      received.incrementAndGet();
    }
    page.number = 0;
    page.matched = 0;
  }

  /** Alerts that came, over all pages. */
  public int received() {
    return received.get();
  }

  /** Alerts that came to a page a second time. */
  public int doubled() {
    return doubled.get();
  }

  /** Pages whose connection broke. */
  public int lost() {
    return lost.get();
  }

  /** The time within which so large a share of all came, in milliseconds. */
  public double quantile(double share) {
    int[] sorted = Arrays.copyOf(micros, received());
    Arrays.sort(sorted);
    return sorted[(int) Math.min(sorted.length - 1L, (long) (sorted.length * share))] / 1e3;
  }

  @Override
  public void close() throws IOException {
    for (SelectionKey key : selector.keys()) {
      key.channel().close();
    }
    selector.close();
  }
}
