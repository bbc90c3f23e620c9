package org.tocsin.contract;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said: speaker, cue and content, word for word.
 *
 * @param id stable over replays: from the article's id and the statement's words
 * @param in part of the article the offsets count in
 * @param text the stretch from start to end, verbatim
 * @param quoted the stretches inside quotation marks, without the marks
 * @param speaker null where it is not known for sure
 * @param cue the word or words that report it: {@code said}, {@code according to}
 * @param rule the rule that found it
 * @param firstSeen the first sighting, where this is a repeat
 * @param changedFrom what the same speaker said before with another number, name or the like, where
 *     this is new
 * @param candidates where the speaker is not known: names of those who may have spoken, the
 *     likeliest first; empty where there is a speaker or nobody comes into question
 * @param weight whether it is news by itself; faint ones stay with their article and never ring
 */
public record Statement(
    String id,
    Kind kind,
    Part in,
    int start,
    int end,
    String text,
    List<Span> quoted,
    @Nullable Speaker speaker,
    @Nullable String cue,
    String rule,
    Novelty novelty,
    @Nullable FirstSeen firstSeen,
    @Nullable ChangedFrom changedFrom,
    List<String> candidates,
    Weight weight) {
  /** Whether a statement tells enough to be news by itself. */
  public enum Weight {
    /** Somebody says, wants, holds or judges something. */
    @JsonProperty("full")
    FULL,
    /**
     * Whom somebody backs in a word or two, a topic, a question, what nobody in particular expects.
     */
    @JsonProperty("faint")
    FAINT;

    /** The name on the wire, for example {@code faint}. */
    public String label() {
      return Labels.of(this);
    }
  }

  /** How the words are given. */
  public enum Kind {
    /** In quotation marks as a whole. */
    @JsonProperty("direct")
    DIRECT,
    /** Quoted words inside the reporter's sentence. */
    @JsonProperty("mixed")
    MIXED,
    /** Reported without quotation marks. */
    @JsonProperty("indirect")
    INDIRECT;

    /** The name on the wire, for example {@code mixed}. */
    public String label() {
      return Labels.of(this);
    }

    /**
     * Reads a kind's label.
     *
     * @throws IllegalArgumentException with the known labels if there is no such kind
     */
    public static Kind parse(String label) {
      return Labels.parse(Kind.class, label);
    }
  }

  public Statement {
    Checks.notBlank(id, "statement id");
    Checks.span(start, end);
    if (text.length() != end - start) {
      throw new IllegalArgumentException(
          "a statement's text is verbatim: " + text.length() + " is not " + (end - start));
    }
    if ((novelty == Novelty.REPEAT) != (firstSeen != null)) {
      throw new IllegalArgumentException("a repeat, and only a repeat, names its first sighting");
    }
    if (novelty == Novelty.REPEAT && changedFrom != null) {
      throw new IllegalArgumentException("a repeat changes nothing");
    }
    quoted = List.copyOf(quoted);
    candidates = candidates == null ? List.of() : List.copyOf(candidates);
    weight = weight == null ? Weight.FULL : weight;
    if (speaker != null && !candidates.isEmpty()) {
      throw new IllegalArgumentException("only a statement without a speaker has candidates");
    }
  }

  /** A statement of full weight that changes no earlier one and leaves open nobody's part in it. */
  public Statement(
      String id,
      Kind kind,
      Part in,
      int start,
      int end,
      String text,
      List<Span> quoted,
      @Nullable Speaker speaker,
      @Nullable String cue,
      String rule,
      Novelty novelty,
      @Nullable FirstSeen firstSeen) {
    this(
        id,
        kind,
        in,
        start,
        end,
        text,
        quoted,
        speaker,
        cue,
        rule,
        novelty,
        firstSeen,
        null,
        List.of(),
        Weight.FULL);
  }

  /** The id that all sightings of this statement share: that of the first one. */
  public String originalId() {
    return firstSeen == null ? id : firstSeen.statement();
  }

  /** Whether it is too little to be news by itself. */
  @JsonIgnore
  public boolean faint() {
    return weight == Weight.FAINT;
  }

  /** The same statement as a repeat of an earlier one. */
  public Statement asRepeatOf(FirstSeen first) {
    return judged(Novelty.REPEAT, first, null);
  }

  /** The same statement as one that changes an earlier one. */
  public Statement asChangeOf(ChangedFrom earlier) {
    return judged(Novelty.NEW, null, earlier);
  }

  private Statement judged(
      Novelty judgement, @Nullable FirstSeen first, @Nullable ChangedFrom earlier) {
    return new Statement(
        id,
        kind,
        in,
        start,
        end,
        text,
        quoted,
        speaker,
        cue,
        rule,
        judgement,
        first,
        earlier,
        candidates,
        weight);
  }
}
