package org.tocsin.alert.desk;

import java.util.concurrent.TimeUnit;

/**
 * The desk page on invented news, without Kafka: for those who change the page. Arguments: the
 * port, and a token where it should ask for one. An alert rings every {@value #SECONDS} seconds.
 */
public final class DeskPreview {
  private static final int SECONDS = 7;
  private static final int PAST = 30;

  private DeskPreview() {}

  /** Starts the server and keeps ringing. */
  public static void main(String[] arguments) throws InterruptedException {
    int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8080;
    String token = arguments.length > 1 ? arguments[1] : "";
    try (PreviewServer server = new PreviewServer(port, PAST, token)) {
      while (true) {
        TimeUnit.SECONDS.sleep(SECONDS);
        server.desk.ring();
      }
    }
  }
}
