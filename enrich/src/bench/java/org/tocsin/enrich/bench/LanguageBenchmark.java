package org.tocsin.enrich.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.tocsin.enrich.language.LanguageDetector;
import org.tocsin.enrich.language.LanguageGuess;

/**
 * What telling the language of a text costs: made-up news in fourteen languages, by length. Look at
 * the median ({@code p0.50}); where the cheap judges are not sure the large model is asked, which
 * shows in the upper percentiles and in short texts.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class LanguageBenchmark {
  private static final int TEXTS = 280;
  private static final List<List<String>> SENTENCES =
      List.of(
          List.of(
              "The council will meet again on Thursday to vote on the budget for the coming year.",
              "Residents said that nobody had warned them of the flood before the water came."),
          List.of(
              "Der Gemeinderat will am Donnerstag noch einmal über den Haushalt abstimmen.",
              "Nach Angaben der Feuerwehr wurden bei dem Brand zwei Menschen leicht verletzt."),
          List.of(
              "Le conseil se réunira de nouveau jeudi pour voter le budget de l'année prochaine.",
              "Selon les habitants, personne ne les avait prévenus avant l'arrivée des eaux."),
          List.of(
              "El ayuntamiento volverá a reunirse el jueves para votar el presupuesto del año.",
              "Los vecinos dijeron que nadie les había avisado antes de que llegara el agua."),
          List.of(
              "A câmara vai reunir-se outra vez na quinta-feira para votar o orçamento do ano.",
              "Os moradores disseram que ninguém os tinha avisado antes de a água chegar."),
          List.of(
              "Il consiglio si riunirà di nuovo giovedì per votare il bilancio del prossimo anno.",
              "Gli abitanti hanno detto che nessuno li aveva avvertiti prima della piena."),
          List.of(
              "De gemeenteraad komt donderdag opnieuw bijeen om over de begroting te stemmen.",
              "Volgens bewoners had niemand hen gewaarschuwd voordat het water kwam."),
          List.of(
              "Rada zbierze się ponownie w czwartek, aby głosować nad budżetem na przyszły rok.",
              "Mieszkańcy powiedzieli, że nikt ich nie ostrzegł, zanim przyszła woda."),
          List.of(
              "Meclis gelecek yılın bütçesini oylamak için perşembe günü yeniden toplanacak.",
              "Köylüler, su gelmeden önce kendilerini kimsenin uyarmadığını söyledi."),
          List.of(
              "Dewan akan bertemu lagi pada hari Kamis untuk memilih anggaran tahun depan.",
              "Warga mengatakan bahwa tidak seorang pun memperingatkan mereka sebelum banjir."),
          List.of(
              "Совет снова соберётся в четверг, чтобы проголосовать за бюджет на будущий год.",
              "Жители сказали, что никто не предупредил их до того, как пришла вода."),
          List.of(
              "Рада знову збереться в четвер, щоб проголосувати за бюджет на наступний рік.",
              "Мешканці розповіли, що ніхто не попередив їх до того, як прийшла вода."),
          List.of(
              "يجتمع المجلس مرة أخرى يوم الخميس للتصويت على ميزانية العام المقبل.",
              "وقال السكان إن أحدا لم يحذرهم قبل وصول المياه إلى القرية."),
          List.of("议会将于星期四再次开会,表决明年的预算。", "居民们说,大水来之前没有人警告过他们。"));

  /** Sentences in a text: a headline, a brief, an article. */
  @Param({"1", "4", "40"})
  public int sentences;

  private final String[] texts = new String[TEXTS];
  private final LanguageDetector detector = new LanguageDetector();
  private int next;

  /** Draws the texts, in all languages alike, and says what they are judged on. */
  @Setup
  public void fill() {
    System.out.printf("%n%s%n", Machine.description());
    Random random = new Random(3);
    for (int i = 0; i < TEXTS; i++) {
      List<String> language = SENTENCES.get(i % SENTENCES.size());
      List<String> text = new ArrayList<>();
      for (int j = 0; j < sentences; j++) {
        text.add(language.get(random.nextInt(language.size())));
      }
      texts[i] = String.join(" ", text);
    }
  }

  /** Which language, and how sure. */
  @Benchmark
  public LanguageGuess guess() {
    next = (next + 1) % TEXTS;
    return detector.guess(texts[next], null);
  }

  public static void main(String[] args) throws RunnerException {
    new Runner(
            new OptionsBuilder()
                .include(LanguageBenchmark.class.getName())
                .addProfiler(GCProfiler.class)
                .jvmArgs("-Xmx1g")
                .build())
        .run();
  }
}
