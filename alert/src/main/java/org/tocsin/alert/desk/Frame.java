package org.tocsin.alert.desk;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A server-sent event, written out once for all who get it.
 *
 * @param id its first line
 * @param rest the lines that follow
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares frames.
record Frame(byte[] id, byte[] rest) {
  /** Between two events; readers pass over it, and proxies see that the line lives. */
  private static final byte[] SIGN_OF_LIFE = bytes(": still here\n\n");

  /**
   * An event.
   *
   * @param data JSON on one line
   */
  static Frame of(String name, String data, String id) {
    return new Frame(line(id), bytes("event: " + name + "\ndata: " + data + "\n\n"));
  }

  private static byte[] line(String id) {
    return bytes("id: " + id + "\n");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** How large it is. */
  int bytes() {
    return id.length + rest.length;
  }

  /** Writes it as it is. */
  void to(OutputStream stream) throws IOException {
    stream.write(id);
    stream.write(rest);
  }

  /** Writes it under another id. */
  void to(OutputStream stream, String otherId) throws IOException {
    stream.write(line(otherId));
    stream.write(rest);
  }

  static void signOfLife(OutputStream stream) throws IOException {
    stream.write(SIGN_OF_LIFE);
  }
}
