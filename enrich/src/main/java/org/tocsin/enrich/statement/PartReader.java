package org.tocsin.enrich.statement;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Part;
import org.tocsin.contract.Speaker;
import org.tocsin.contract.Statement;
import org.tocsin.enrich.text.Paragraph;

/**
 * Reads the paragraphs of one part of an article in order and gives each finding its speaker, also
 * where that stands a sentence or a paragraph earlier.
 */
final class PartReader {
  private static final int FEWEST_FREE_WORDS = 5;

  private final Part part;
  private final LanguagePack pack;
  private final Speakers speakers;
  private final Focus focus;
  private final Discourse discourse;
  private final List<Draft> drafts = new ArrayList<>();
  private @Nullable Speaker last;
  private @Nullable Speaker lastSubject;

  /** A paragraph cut into sentences. */
  record Cut(Paragraph paragraph, List<Sentence> sentences) {}

  PartReader(Part part, LanguagePack pack, Speakers speakers, Focus focus, Discourse discourse) {
    this.part = part;
    this.pack = pack;
    this.speakers = speakers;
    this.focus = focus;
    this.discourse = discourse;
  }

  List<Draft> read(List<Cut> paragraphs) {
    Interview interview = Interview.of(paragraphs);
    for (int i = 0; i < paragraphs.size(); i++) {
      NounPhrase label = interview.label(paragraphs.get(i).sentences());
      if (label != null) {
        answer(paragraphs.get(i), label, interview);
        continue;
      }
      paragraph(paragraphs.get(i), i + 1 < paragraphs.size() ? paragraphs.get(i + 1) : null);
    }
    return drafts;
  }

  private void answer(Cut cut, NounPhrase label, Interview interview) {
    Sentence first = cut.sentences().get(0);
    List<Finding> said = interview.said(cut.sentences(), label);
    Speaker speaker = interview.names(first, label) ? speakers.of(first, label, origin(cut)) : null;
    if (!interview.question(first, label)) {
      drafts.add(new Draft(cut.paragraph(), said, speaker, List.of(), "interview"));
    }
    last = null;
    lastSubject = null;
  }

  private void paragraph(Cut cut, @Nullable Cut below) {
    Origin origin = origin(cut);
    List<Sentence> sentences = cut.sentences();
    for (int i = 0; i < sentences.size(); i++) {
      Sentence sentence = sentences.get(i);
      if (sentence.bareQuotation()) {
        Speaker ahead = ahead(sentences, i + 1, origin);
        boolean open = ahead == null && open(cut, sentence);
        Speaker inside = inside(sentence, origin);
        Speaker known = inside == null && open && below != null ? below(below) : ahead;
        bare(cut, i, inside == null ? known : inside);
      } else {
        told(cut, sentence, origin);
      }
    }
  }

  /** « …, dit Roe, … »: the words of the reporter stand inside the marks. */
  private @Nullable Speaker inside(Sentence sentence, Origin origin) {
    for (int at = 0; at < sentence.size(); at++) {
      Piece piece = sentence.piece(at);
      Interjections.Interjection found =
          piece.kind() == Piece.Kind.QUOTE ? Interjections.in(piece, origin.text(), pack) : null;
      if (found != null) {
        return speakers.of(found.sentence(), found.subject(), origin);
      }
    }
    return null;
  }

  /** “…” “…,” Roe said: the first quotation too is Roe's. */
  private @Nullable Speaker ahead(List<Sentence> sentences, int index, Origin origin) {
    if (index >= sentences.size() || !sentences.get(index).quote(0)) {
      return null;
    }
    Sentence next = sentences.get(index);
    for (Attribution attribution : AttributionFinder.find(next, pack)) {
      if (attribution.shape() == Attribution.Shape.TRAILING && attribution.subject() != null) {
        return speakers.of(next, attribution.subject(), origin);
      }
    }
    return null;
  }

  /** A quotation left open at the end of its paragraph goes on in the next one. */
  private static boolean open(Cut cut, Sentence sentence) {
    Piece last = sentence.piece(sentence.size() - 1);
    boolean ends = last.end() == cut.paragraph().text().length();
    return ends && cut.paragraph().text().endsWith(last.text());
  }

  private @Nullable Speaker below(Cut cut) {
    return ahead(cut.sentences(), 0, origin(cut));
  }

  private Origin origin(Cut cut) {
    return new Origin(part, cut.paragraph().start(), cut.paragraph().text());
  }

  private void bare(Cut cut, int index, @Nullable Speaker ahead) {
    Sentence sentence = cut.sentences().get(index);
    Sentence before = index == 0 ? sentence : cut.sentences().get(index - 1);
    Speaker speaker = ahead != null ? ahead : last != null ? last : lastSubject;
    String rule = ahead != null ? "ahead" : index == 0 ? "paragraph-before" : "continued";
    for (int at = 0; at < sentence.size(); at++) {
      boolean goesOn = speaker != null && sentence.is(at + 1, Piece.Kind.STOP);
      if (sentence.quote(at) && (clause(sentence.piece(at)) || goesOn)) {
        Finding finding = new Finding(sentence, at, at + 1, Statement.Kind.DIRECT, null, rule);
        add(new Draft(cut.paragraph(), finding, speaker, discourse.candidates(null), rule), before);
        last = speaker;
      }
    }
  }

  /** “…,” Roe said. “…”: what one cue attributes is one statement, to the end of the paragraph. */
  private void add(Draft draft, Sentence before) {
    int place = draft.rule().equals("continued") ? continuedAt(draft, before) : -1;
    if (place < 0) {
      drafts.add(draft);
    } else {
      drafts.set(place, drafts.get(place).with(draft.finding()));
    }
  }

  /** “…,” Roe said, adding that …. “…”: what she added stands in between and changes nothing. */
  private int continuedAt(Draft draft, Sentence before) {
    for (int i = drafts.size() - 1; i >= 0; i--) {
      Draft earlier = drafts.get(i);
      if (earlier.continuedBy(draft, before)) {
        return i;
      }
      boolean reported = earlier.finding().kind() == Statement.Kind.INDIRECT;
      if (!reported || earlier.finding().sentence() != before) {
        return -1;
      }
    }
    return -1;
  }

  /** {@code Ministers ‘knew of the leak’}: somebody says so of them. */
  private static boolean claimed(Sentence sentence, int at) {
    Piece quote = sentence.piece(at);
    if (!sentence.word(at - 1) || sentence.function(at - 1) || quote.inner().isEmpty()) {
      return false;
    }
    Written first = quote.inner().get(0);
    return first.lexeme().in(WordClass.PASTS)
        || first.lexeme().in(WordClass.FINITES)
        || first.folded().endsWith("ed")
        || (first.lexeme().verb() != null && !first.folded().endsWith("ing"));
  }

  private static boolean clause(Piece quote) {
    return quote.words() >= 3 || ".!?".indexOf(quote.text().charAt(quote.text().length() - 1)) >= 0;
  }

  private void told(Cut cut, Sentence sentence, Origin origin) {
    List<Attribution> attributions = labelled(sentence, origin);
    List<Finding> findings = Contents.of(sentence, pack, attributions);
    NounPhrase subject = main(sentence);
    Mention main = subject == null ? null : new Mention(sentence, subject, origin);
    if (main != null) {
      focus.on(main);
    }
    Speaker before = last != null ? last : lastSubject;
    last = null;
    lastSubject = main != null && focus.human(main) ? main.speaker(speakers) : null;
    said(cut, origin, findings, new Subjectives(sentence, attributions, subject), main, before);
    boolean carried = findings.isEmpty() && Reported.speech(sentence, pack);
    last = carried ? before : last;
    free(cut, sentence, findings, carried ? before : lastSubject, origin);
  }

  private void said(
      Cut cut,
      Origin origin,
      List<Finding> findings,
      Subjectives subjectives,
      @Nullable Mention main,
      @Nullable Speaker before) {
    Mention current = main;
    boolean quoted = false;
    for (Finding finding : findings) {
      Attribution attribution = finding.attribution();
      NounPhrase subject = attribution == null ? null : subjectives.of(attribution);
      Mention who = subject == null ? null : mention(finding.sentence(), subject, origin, current);
      boolean dropped = finding.rule().equals("pro-drop");
      Speaker speaker = dropped ? before : who == null ? null : who.speaker(speakers);
      boolean nobody = speaker != null || (attribution != null && attribution.nobodys());
      List<String> candidates = nobody ? List.of() : speakers.candidates(who);
      if (who != null && who != current) {
        focus.on(who);
        current = who;
      }
      boolean quotes = finding.kind() != Statement.Kind.INDIRECT;
      boolean aside = attribution != null && attribution.aside();
      last = speaker == null || aside || (quoted && !quotes) ? last : speaker;
      quoted |= quotes;
      drafts.add(new Draft(cut.paragraph(), finding, speaker, candidates, finding.rule()));
    }
  }

  /** The attributions of a sentence, without the headlines that a place or a thing opens. */
  private List<Attribution> labelled(Sentence sentence, Origin origin) {
    List<Attribution> found = AttributionFinder.find(sentence, pack);
    if (sentence.colons()) {
      found = new ArrayList<>(found);
      found.removeIf(attribution -> !labelled(sentence, attribution, origin));
    }
    return found;
  }

  /**
   * A headline, or the line above a text: {@code Roe: The dam is safe}, but not {@code Tarn: The
   * dam is safe}: people, papers, polls.
   */
  private boolean labelled(Sentence sentence, Attribution attribution, Origin origin) {
    NounPhrase label = attribution.subject();
    if (label == null || !attribution.rule().equals(Attribution.HEADLINE)) {
      return true;
    }
    if (part != Part.TITLE && origin.start() > 0) {
      return false;
    }
    int last = label.to() - 1;
    return sentence.in(last, WordClass.MEDIA)
        || (last == 0 && sentence.in(last, WordClass.REPORTERS))
        || focus.introduced(new Mention(sentence, label, origin));
  }

  /** A phrase that the article talked of last needs no second look. */
  private static Mention mention(
      Sentence sentence, NounPhrase phrase, Origin origin, @Nullable Mention last) {
    boolean again = last != null && last.settled() && last.phrase().same(phrase);
    return again && last != null ? last : new Mention(sentence, phrase, origin);
  }

  private @Nullable NounPhrase main(Sentence sentence) {
    if (pack.option(Option.FRAMES)) {
      return FrameFinder.main(sentence, pack);
    }
    return pack.option(Option.UNSPACED)
        ? UnspacedText.main(sentence, pack)
        : new Subjects(sentence, pack, new NounPhrases(sentence, pack)).main(sentence.size());
  }

  /** {@code A sign, “Water is no toy”, hung there}: in commas of the reporter, it names a thing. */
  private static boolean apposed(Sentence sentence, int quote) {
    boolean closed = sentence.comma(quote + 1) && sentence.word(quote + 2);
    return closed && sentence.comma(quote - 1) && sentence.word(quote - 2);
  }

  private boolean words(Piece quote, boolean attributed) {
    return quote.words() >= (attributed ? 2 : fewestFree()) && !Works.title(quote);
  }

  /** Where each character counts as a word, slogans and names are longer. */
  private int fewestFree() {
    return pack.option(Option.UNSPACED) ? 2 * FEWEST_FREE_WORDS : FEWEST_FREE_WORDS;
  }

  private static boolean within(List<Finding> findings, int at) {
    for (Finding finding : findings) {
      if (finding.from() <= at && at < finding.to()) {
        return true;
      }
    }
    return false;
  }

  /** Quotations of some length that nothing attributes: they are somebody's words all the same. */
  private void free(
      Cut cut,
      Sentence sentence,
      List<Finding> findings,
      @Nullable Speaker subject,
      Origin origin) {
    for (int at = 0; sentence.quotes() && at < sentence.size(); at++) {
      if (!sentence.quote(at) || within(findings, at)) {
        continue;
      }
      NounPhrase next = Neighbours.after(sentence, pack, at);
      boolean thing = next == null && apposed(sentence, at);
      if (!thing && words(sentence.piece(at), next != null)) {
        Speaker inside = next == null ? inside(sentence, origin) : null;
        Speaker near = inside != null ? inside : last != null ? last : subject;
        near = claimed(sentence, at) ? null : near;
        Speaker speaker = next != null ? speakers.of(sentence, next, origin) : near;
        String rule = next != null ? "neighbour" : "free";
        Statement.Kind kind = next != null ? Statement.Kind.DIRECT : Statement.Kind.MIXED;
        drafts.add(
            new Draft(
                cut.paragraph(),
                new Finding(sentence, at, at + 1, kind, null, rule),
                speaker,
                discourse.candidates(null),
                rule));
        last = next != null ? speaker : last;
      }
    }
  }
}
