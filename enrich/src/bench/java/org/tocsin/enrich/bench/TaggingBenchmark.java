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
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.tocsin.contract.ActorTag;
import org.tocsin.contract.CountryTag;
import org.tocsin.enrich.actor.ActorBook;
import org.tocsin.enrich.actor.ActorEntry;
import org.tocsin.enrich.actor.ActorTagger;
import org.tocsin.enrich.actor.DictionaryMatching;
import org.tocsin.enrich.country.CountryTagger;
import org.tocsin.enrich.text.Words;

/**
 * What tagging an English article of 600 words costs with half a million names in the dictionary of
 * actors, and how much memory all dictionaries take.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class TaggingBenchmark {
  private static final int WORDS = 600;
  private static final int ARTICLES = 256;
  private static final int ACTORS = 160_000;

  private final String[] articles = new String[ARTICLES];

  // Made by the set-up, which measures what they take.
  @SuppressWarnings("NullAway.Init")
  private CountryTagger countries;

  @SuppressWarnings("NullAway.Init")
  private ActorTagger actors;

  private int next;

  /** Makes the dictionaries, says how large they are, and writes the articles. */
  @Setup
  public void fill() {
    MadeUpNames names = new MadeUpNames();
    Random random = new Random(7);
    List<String> people = new ArrayList<>();
    List<String> bodies = new ArrayList<>();
    long before = Machine.heap();
    countries = new CountryTagger();
    countries.tag(null, "Wien", "de");
    actors = new ActorTagger(ActorBook.shipped().with("many", many(names, random)));
    System.out.printf(
        "%n%s%n%d actors with %d names; dictionaries of actors and countries: %.0f MB of heap%n",
        Machine.description(),
        actors.book().size(),
        actors.book().phrases(),
        (Machine.heap() - before) / 1e6);
    for (ActorEntry entry : many(names, new Random(7)).subList(0, 40_000)) {
      (entry.type() == ActorTag.Type.PERSON ? people : bodies).add(entry.name());
    }
    Dispatches dispatches = new Dispatches(names, people, bodies);
    for (int i = 0; i < ARTICLES; i++) {
      articles[i] = dispatches.article(i, WORDS);
    }
  }

  /** Actors with two names each, two thirds of them people. */
  private static List<ActorEntry> many(MadeUpNames names, Random random) {
    List<ActorEntry> many = new ArrayList<>(ACTORS);
    for (int i = 0; i < ACTORS; i++) {
      boolean person = i % 3 != 0;
      String name = person ? names.person(random) : names.body(random);
      String alias = person ? names.person(random) : names.body(random);
      ActorTag.Type type = person ? ActorTag.Type.PERSON : ActorTag.Type.ORGANISATION;
      many.add(new ActorEntry("made:" + i, name, type, null, null, List.of(alias), List.of()));
    }
    return many;
  }

  private String article() {
    next = (next + 1) % ARTICLES;
    return articles[next];
  }

  /** Countries alone. */
  @Benchmark
  public List<CountryTag> countries() {
    return countries.tag(null, article(), "en");
  }

  /** Actors alone. */
  @Benchmark
  public List<ActorTag> actors() {
    return actors.tag(null, article(), "en");
  }

  /** Both, over one reading of the words. */
  @Benchmark
  public int tagging() {
    Words words = Words.of(article());
    return countries.tag(null, words, "en", null, null).size()
        + actors.tag(null, words, "en", null).size();
  }

  /** All dictionaries, and the whole of what is done with countries, but no rules about actors. */
  @Benchmark
  public int matching() {
    Words words = Words.of(article());
    return countries.tag(null, words, "en", null, null).size()
        + DictionaryMatching.names(actors.book(), words);
  }

  /** The words alone, which both start from. */
  @Benchmark
  public Words words() {
    return Words.of(article());
  }

  public static void main(String[] args) throws RunnerException {
    new Runner(
            new OptionsBuilder()
                .include(TaggingBenchmark.class.getName() + (args.length > 0 ? "." + args[0] : ""))
                .addProfiler(GCProfiler.class)
                .jvmArgs("-Xmx2g", "-XX:+UseParallelGC") // as the launcher does
                .build())
        .run();
  }
}
