package org.tocsin.enrich.story;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.contract.Lane;
import org.tocsin.contract.Story;
import org.tocsin.contract.StoryCommand;
import org.tocsin.enrich.Texts;
import org.tocsin.enrich.sketch.ArticleSketch;
import org.tocsin.enrich.sketch.TextSketcher;

/** The same articles in any order end in the same stories. */
class StoryOrderTest {
  private static final int BASES = 60;

  /** Articles of all kinds: copies, excerpts, wholes of excerpts, rewrites, furniture, forms. */
  private static List<ArticleSketch> newsroom() {
    List<ArticleSketch> articles = new ArrayList<>();
    Random random = new Random(11);
    for (int base = 0; base < BASES; base++) {
      int from = base * 1000;
      int length = 120 + random.nextInt(300);
      for (int version = 0; version < 1 + random.nextInt(6); version++) {
        int start = from + random.nextInt(3) * length / 3;
        int end = start + length / (1 + random.nextInt(3));
        String source = "source-" + random.nextInt(6);
        int furniture = -1000 - 100 * (source.charAt(7) - '0');
        String text = words(start, end) + words(furniture, furniture + 40);
        articles.add(article(articles.size(), source, random.nextInt(3000), text));
      }
    }
    return articles;
  }

  private static String words(int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < Math.max(to, from + 30); i++) {
      text.append('w').append(Integer.toString(i * 7919 & 0xFFFFFF, 36)).append(' ');
    }
    return text.toString();
  }

  private static ArticleSketch article(int number, String source, int minutes, String text) {
    return new ArticleSketch(
        "article-" + number,
        0,
        Lane.LIVE,
        Texts.NOON.plus(Duration.ofMinutes(minutes)),
        true,
        source,
        null,
        "en",
        List.of(),
        TextSketcher.sketch(text),
        List.of());
  }

  /** A newsroom that keeps what it is told, as the topology does. */
  private static final class Desk {
    private final Map<Long, ArticleSketch> log = new TreeMap<>();
    private final Map<String, String> leads = new HashMap<>();
    private final List<StoryOrder> orders = new ArrayList<>();
    private final Map<String, Story> stories = new TreeMap<>();
    private StoryIndex index = empty();
    private long next;

    private StoryIndex empty() {
      return new StoryIndex(Duration.ofDays(14), this::sketch, stories::get);
    }

    private ArticleSketch sketch(long sequence) {
      return requireNonNull(log.get(sequence));
    }

    void take(ArticleSketch article) {
      log.put(next, article);
      note(index.place(article, next).change());
      next++;
    }

    void obey(StoryCommand command) {
      StoryOrder order = index.order(command);
      orders.add(order);
      note(index.obey(order));
    }

    private void note(StoryChange change) {
      change.moves().forEach(move -> leads.put(sketch(move.sequence()).article(), move.lead()));
      for (Story story : change.stories()) {
        if (story.movedTo() == null) {
          stories.put(story.id(), story);
        } else {
          stories.remove(story.id());
        }
      }
    }

    void restart() {
      index = empty();
      log.forEach((sequence, sketch) -> index.restore(sketch, sequence));
      log.values()
          .forEach(a -> index.restoreLead(a.article(), requireNonNull(leads.get(a.article()))));
      orders.forEach(index::restore);
    }

    /** Stories without what was measured when they were told. */
    List<String> outlines() {
      return stories.values().stream()
          .map(
              s ->
                  String.join(
                      " ",
                      s.id(),
                      s.first(),
                      s.fullest(),
                      s.outlets().toString(),
                      s.from().toString(),
                      s.until().toString(),
                      s.members().stream().map(Story.Member::article).toList().toString()))
          .toList();
    }

    Set<Set<String>> groups() {
      return stories.values().stream()
          .map(s -> s.members().stream().map(Story.Member::article).collect(Collectors.toSet()))
          .collect(Collectors.toSet());
    }
  }

  private static Desk desk(List<ArticleSketch> articles, int restartEach) {
    Desk desk = new Desk();
    for (int i = 0; i < articles.size(); i++) {
      if (i > 0 && i % restartEach == 0) {
        desk.restart();
      }
      desk.take(articles.get(i));
    }
    return desk;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void shuffledArticlesFormTheSameStories(int seed) {
    List<ArticleSketch> articles = newsroom();
    Desk inOrder = desk(articles, Integer.MAX_VALUE);
    List<ArticleSketch> shuffled = new ArrayList<>(articles);
    Collections.shuffle(shuffled, new Random(seed));
    Desk other = desk(shuffled, 50);

    assertThat(other.groups()).isEqualTo(inOrder.groups());
    assertThat(other.outlines()).isEqualTo(inOrder.outlines());
    assertThat(inOrder.groups()).anyMatch(group -> group.size() > 2).hasSizeGreaterThan(BASES);
  }

  @Test
  void whatIsToldIsWhatIs() {
    Desk desk = desk(newsroom(), Integer.MAX_VALUE);
    Map<String, Set<String>> members = new TreeMap<>();
    for (ArticleSketch article : newsroom()) {
      String story = requireNonNull(desk.index.ref(article.article())).id();
      members.computeIfAbsent(story, id -> new TreeSet<>()).add(article.article());
    }
    assertThat(desk.stories.keySet()).isEqualTo(members.keySet());
    desk.stories.forEach(
        (id, story) -> {
          Set<String> expected = requireNonNull(members.get(id));
          assertThat(story.size()).isEqualTo(expected.size());
          assertThat(story.members()).extracting(Story.Member::article).hasSameElementsAs(expected);
        });
  }

  private static StoryCommand command(String id, StoryCommand.Kind kind, String... articles) {
    return new StoryCommand(id, kind, List.of(articles), "Ada", null, Texts.NOON);
  }

  @Test
  void peopleMergeAndSplitAndItHolds() {
    Desk desk = new Desk();
    desk.take(article(0, "a", 0, words(0, 200)));
    desk.take(article(1, "b", 1, words(0, 190)));
    desk.take(article(2, "c", 2, words(1000, 1200)));
    assertThat(desk.groups())
        .containsExactlyInAnyOrder(Set.of("article-0", "article-1"), Set.of("article-2"));

    desk.obey(command("m", StoryCommand.Kind.MERGE, "article-1", "article-2"));
    assertThat(desk.groups()).containsExactly(Set.of("article-0", "article-1", "article-2"));

    desk.obey(command("s", StoryCommand.Kind.SPLIT, "article-1"));
    desk.restart();
    desk.take(article(3, "d", 3, words(0, 180)));
    assertThat(desk.groups()).anyMatch(g -> g.contains("article-0") && !g.contains("article-1"));
    assertThat(desk.stories.values().stream().mapToInt(Story::size).sum()).isEqualTo(4);
  }
}
