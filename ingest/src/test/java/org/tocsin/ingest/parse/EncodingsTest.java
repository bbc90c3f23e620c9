package org.tocsin.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EncodingsTest {
  private static final String RUSSIAN =
      "Мэр города сообщил в понедельник, что старая набережная снова открыта для всех жителей.";
  private static final String ARABIC =
      "قال رئيس البلدية يوم الاثنين إن الرصيف القديم مفتوح من جديد لجميع السكان بعد أشهر من العمل.";
  private static final String CHINESE = "市长星期一说，旧码头在几个月的施工之后重新向所有居民开放，欢迎大家前来参观。";
  private static final String JAPANESE = "市長は月曜日、数か月にわたる工事の後、古い埠頭がすべての住民に再び開放されたと述べた。";
  private static final String FRENCH =
      "Le maire a déclaré lundi que le vieux quai était de nouveau ouvert à tous, après l’été.";

  static Stream<Arguments> spellings() {
    return Stream.of(
        Arguments.of(RUSSIAN, "windows-1251", "windows-1251"),
        Arguments.of(RUSSIAN, "windows-1251", null),
        Arguments.of(RUSSIAN, "windows-1251", "utf-8"),
        Arguments.of(RUSSIAN, "KOI8-R", "koi8-r"),
        Arguments.of(RUSSIAN, "KOI8-R", null),
        Arguments.of(RUSSIAN, "KOI8-R", "utf-8"),
        Arguments.of(ARABIC, "windows-1256", "windows-1256"),
        Arguments.of(ARABIC, "windows-1256", null),
        Arguments.of(ARABIC, "windows-1256", "utf-8"),
        Arguments.of(CHINESE, "GB18030", "gb2312"),
        Arguments.of(CHINESE, "GB18030", null),
        Arguments.of(CHINESE, "GB18030", "utf-8"),
        Arguments.of(JAPANESE, "Shift_JIS", "shift_jis"),
        Arguments.of(JAPANESE, "Shift_JIS", null),
        Arguments.of(JAPANESE, "EUC-JP", "euc-jp"),
        Arguments.of(JAPANESE, "ISO-2022-JP", "iso-2022-jp"),
        Arguments.of(FRENCH, "windows-1252", "iso-8859-1"),
        Arguments.of(FRENCH, "windows-1252", "utf-8"),
        Arguments.of(RUSSIAN, "UTF-8", "windows-1251"),
        Arguments.of(CHINESE, "UTF-8", "iso-8859-1"),
        Arguments.of(FRENCH, "UTF-16LE", "utf-16"));
  }

  @ParameterizedTest(name = "{1} declared as {2}")
  @MethodSource("spellings")
  void readsATextInTheCharsetItIsWrittenIn(String text, String charset, @Nullable String said) {
    String type = said == null ? "text/html" : "text/html; charset=" + said;
    byte[] page =
        ("<html><body><p>" + text + "</p></body></html>").getBytes(Charset.forName(charset));

    assertThat(TextDecoder.decode(page, type).value()).contains(text);
  }

  @ParameterizedTest(name = "{1} declared as {2} in the page")
  @MethodSource("spellings")
  void readsTheCharsetThatThePageNames(String text, String charset, @Nullable String said) {
    String meta = said == null ? "" : "<meta charset=\"" + said + "\">";
    byte[] page = (meta + "<body><p>" + text + "</p>").getBytes(Charset.forName(charset));

    assertThat(TextDecoder.decode(page, null).value()).contains(text);
  }

  @org.junit.jupiter.api.Test
  void readsACharsetThatIsDeclaredInCapitals() {
    byte[] page = "<p>Пирс открыт</p>".getBytes(Charset.forName("windows-1251"));

    assertThat(TextDecoder.decode(page, "text/html; CHARSET=Windows-1251").charset())
        .isEqualTo("windows-1251");
    assertThat(TextDecoder.decode(page, "text/html; Charset=KOI8-R").charset()).isEqualTo("KOI8-R");
  }

  @org.junit.jupiter.api.Test
  void keepsMostOfUtf8ThatIsCutInTheMiddleOfALetter() {
    byte[] bytes = RUSSIAN.getBytes(StandardCharsets.UTF_8);
    byte[] cut = java.util.Arrays.copyOf(bytes, bytes.length - 2);

    assertThat(TextDecoder.decode(cut, null).value()).startsWith(RUSSIAN.substring(0, 80));
  }
}
