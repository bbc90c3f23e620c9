package org.tocsin.enrich.statement;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.tocsin.contract.ArticleId;

/**
 * The words of a statement, folded, as the bytes that its id is made of: {@code we stay }. Filled
 * anew for each statement of an article, without a string of its own for any.
 */
final class WordBytes {
  private static final VarHandle BLOCKS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long ODD = 0x9e3779b97f4a7c15L;
  private static final int LONGEST_UNIT = 3;
  private static final int USUAL = 1024;

  private final int head;
  private byte[] bytes;
  private int size;
  private long key;

  WordBytes(String article) {
    byte[] start = ("statement\0" + article + "\0").getBytes(StandardCharsets.UTF_8);
    head = start.length;
    bytes = Arrays.copyOf(start, head + USUAL);
    size = head;
  }

  /** Forgets the words of the statement before. */
  void clear() {
    size = head;
    key = 0;
  }

  void add(Written word) {
    key = (key + word.key() + 1) * ODD;
    long brief = word.brief();
    if (brief == 0) {
      add(word.folded());
    } else {
      room(Long.BYTES);
      BLOCKS.set(bytes, size, brief);
      size += Long.BYTES - (Long.numberOfLeadingZeros(brief) >>> 3);
    }
    bytes[size++] = ' ';
  }

  private void add(String folded) {
    room(folded.length() * LONGEST_UNIT);
    for (int at = 0; at < folded.length(); at++) {
      char unit = folded.charAt(at);
      if (unit >= 128) {
        size -= at;
        byte[] encoded = folded.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(encoded, 0, bytes, size, encoded.length);
        size += encoded.length;
        return;
      }
      bytes[size++] = (byte) unit;
    }
  }

  /** Makes room for so many bytes and what closes the words. */
  private void room(int more) {
    int needed = size + more + USUAL / 2;
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, needed * 2);
    }
  }

  /** One number for the words, the same for the same words. */
  long key() {
    return key;
  }

  /** The id of the statement, which is the n-th with these words in its article. */
  String id(int ordinal) {
    bytes[size++] = 0;
    add(Integer.toString(ordinal));
    bytes[size++] = 0;
    return ArticleId.ofParts(bytes, size);
  }
}
