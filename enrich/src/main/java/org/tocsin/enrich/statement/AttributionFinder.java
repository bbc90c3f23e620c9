package org.tocsin.enrich.statement;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the {@link Attribution}s of a sentence in order. */
final class AttributionFinder {
  private final Sentence sentence;
  private final Surroundings around;
  private final SourceCues sources;
  private final NounCues nouns;
  private final HearsayCues hearsay;
  private final QuestionCues questions;
  private final VerbUses uses;
  private final VerbCues verbs;
  private final List<Attribution> found = new ArrayList<>();

  private AttributionFinder(Sentence sentence, LanguagePack pack) {
    this.sentence = sentence;
    this.around = new Surroundings(sentence);
    NounPhrases phrases = new NounPhrases(sentence, pack);
    Subjects subjects = new Subjects(sentence, pack, phrases);
    this.sources = new SourceCues(sentence, pack, phrases, subjects);
    this.uses = new VerbUses(sentence, phrases);
    this.nouns = new NounCues(sentence, phrases, uses);
    this.hearsay = new HearsayCues(sentence, subjects);
    this.questions = new QuestionCues(sentence, phrases, subjects);
    this.verbs = new VerbCues(sentence, pack, phrases, subjects);
  }

  static List<Attribution> find(Sentence sentence, LanguagePack pack) {
    if (pack.option(Option.UNSPACED)) {
      return UnspacedFinder.find(sentence, pack);
    }
    if (pack.option(Option.FRAMES)) {
      return FrameFinder.find(sentence, pack);
    }
    if (!sentence.reports()) {
      return List.of();
    }
    AttributionFinder finder = new AttributionFinder(sentence, pack);
    boolean quotes = sentence.quotes();
    for (int at = 0; at < sentence.size(); at++) {
      if (!sentence.opens(at) && !(quotes && finder.behindQuote(at))) {
        continue;
      }
      Attribution attribution = finder.covered(at) ? null : finder.at(at);
      if (attribution != null) {
        finder.found.add(attribution);
      }
    }
    return finder.found;
  }

  private boolean behindQuote(int at) {
    return sentence.word(at) && around.quoteBefore(at);
  }

  private boolean covered(int at) {
    Attribution last = found.isEmpty() ? null : found.get(found.size() - 1);
    return last != null && last.rule().equals("behind") && at < last.to();
  }

  /** {@code said in a statement that}: the noun stands between a verb and what it introduces. */
  private boolean introduced(int at) {
    return !found.isEmpty() && at < found.get(found.size() - 1).to();
  }

  private @Nullable Attribution at(int at) {
    if (sentence.is(at, Piece.Kind.COLON)) {
      return sentence.quote(at + 1) ? sources.label(at) : sources.headline(at);
    }
    int source = sources.sourceEnd(at);
    if (source > 0) {
      return sources.source(at, source);
    }
    Attribution behind = around.quoteBefore(at) ? sources.behindQuote(at) : null;
    Attribution cue = behind != null || introduced(at) ? behind : aside(at);
    Verb verb = sentence.verb(at);
    return cue != null || verb == null || !uses.reports(at) ? cue : verbs.at(at, verb, sole());
  }

  private @Nullable Attribution aside(int at) {
    Attribution noun = nouns.at(at);
    Attribution held = noun == null ? hearsay.at(at) : noun;
    return held == null ? questions.at(at) : held;
  }

  /** Whether nobody has said anything in the sentence so far. */
  private boolean sole() {
    for (Attribution attribution : found) {
      if (!attribution.aside()) {
        return false;
      }
    }
    return true;
  }
}
