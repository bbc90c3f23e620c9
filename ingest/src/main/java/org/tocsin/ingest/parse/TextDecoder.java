package org.tocsin.ingest.parse;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds out in which charset bytes are written, and decodes them. Asked in this order: a byte order
 * mark; valid UTF-8 (no other charset looks like it by accident); what the document or its sender
 * declares; the statistics of ICU. Where all fail, wrong bytes are replaced and counted.
 */
final class TextDecoder {
  private static final int HEAD = 4_096;
  private static final int SAMPLE = 1 << 16;
  private static final int SURE = 30;

  /** In an XML declaration, a meta tag or a content type. */
  private static final Pattern DECLARED =
      Pattern.compile("(?i)(?:encoding|charset)\\s{0,9}=\\s{0,9}[\"']?([a-z0-9._:-]{2,40})");

  /** What browsers read where these are declared: supersets that the web means. */
  private static final Map<String, String> MEANT =
      Map.of(
          "iso-8859-1", "windows-1252",
          "latin1", "windows-1252",
          "us-ascii", "windows-1252",
          "ascii", "windows-1252",
          "gb2312", "GB18030",
          "gbk", "GB18030",
          "iso-8859-9", "windows-1254",
          "shift_jis", "windows-31j",
          "ks_c_5601-1987", "x-windows-949");

  private TextDecoder() {}

  /** Decodes bytes of which the sender may have declared a content type. */
  static Text decode(byte[] bytes, @Nullable String contentType) {
    ByteOrderMark mark = ByteOrderMark.of(bytes);
    if (mark != ByteOrderMark.NONE) {
      return replacing(bytes, mark.length(), mark.charset());
    }
    Text utf8 = strict(bytes, StandardCharsets.UTF_8);
    if (utf8 != null && utf8.value().indexOf('\0') < 0 && !escapes(bytes)) {
      return utf8;
    }
    Charset declared = declared(bytes, contentType);
    Text text = declared == null ? null : strict(bytes, declared);
    return text != null ? text : detected(bytes);
  }

  /** The first characters, for looking at only: every byte that is not ASCII stands for itself. */
  static String head(byte[] bytes) {
    ByteOrderMark mark = ByteOrderMark.of(bytes);
    Charset charset = mark.charset();
    boolean wide = !charset.equals(StandardCharsets.UTF_8);
    int end = Math.min(bytes.length, wide ? 4 * HEAD : HEAD);
    return new String(
        bytes,
        mark.length(),
        Math.max(0, end - mark.length()),
        wide ? charset : StandardCharsets.ISO_8859_1);
  }

  /** ISO-2022 charsets write everything in seven bits, with escapes. */
  private static boolean escapes(byte[] bytes) {
    for (int i = 0; i < Math.min(bytes.length, SAMPLE); i++) {
      if (bytes[i] == 0x1b) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Charset declared(byte[] bytes, @Nullable String contentType) {
    Charset said = named(contentType == null ? "" : contentType);
    int length = Math.min(bytes.length, HEAD);
    return said != null ? said : named(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
  }

  private static @Nullable Charset named(String declaration) {
    Matcher found = DECLARED.matcher(declaration);
    return found.find() ? charset(found.group(1)) : null;
  }

  private static @Nullable Charset charset(String name) {
    try {
      return Charset.forName(MEANT.getOrDefault(name.toLowerCase(Locale.ROOT), name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null; // An unknown name is as good as none: the bytes will tell.
    }
  }

  /** UTF-8 with a few wrong bytes is still UTF-8; another charset gives next to no valid ones. */
  private static Text detected(byte[] bytes) {
    Text utf8 = replacing(bytes, 0, StandardCharsets.UTF_8);
    long beyondAscii = utf8.value().chars().filter(c -> c > 0x7f).count();
    return beyondAscii > 2L * utf8.replaced() ? utf8 : guessed(bytes, utf8);
  }

  private static Text guessed(byte[] bytes, Text otherwise) {
    CharsetDetector detector = new CharsetDetector();
    detector.setText(Arrays.copyOf(bytes, Math.min(bytes.length, SAMPLE)));
    for (CharsetMatch match : detector.detectAll()) {
      Charset charset = charset(match.getName());
      if (match.getConfidence() >= SURE && charset != null && charset.canEncode()) {
        return replacing(bytes, 0, charset);
      }
    }
    return otherwise;
  }

  private static @Nullable Text strict(byte[] bytes, Charset charset) {
    try {
      String value = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new Text(value, charset.name(), 0);
    } catch (CharacterCodingException e) {
      return null; // Not in this charset; the caller asks the next one.
    }
  }

  private static Text replacing(byte[] bytes, int from, Charset charset) {
    String value = new String(bytes, from, bytes.length - from, charset);
    int replaced = (int) value.chars().filter(c -> c == '\uFFFD').count();
    return new Text(value, charset.name(), replaced);
  }
}
