package org.tocsin.enrich.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A section of a language file whose words the rules ask for: {@code TIMES} stands for {@code
 * [times] monday tuesday …}. A bit for each, over two numbers; they live as long as the program and
 * are stored nowhere.
 *
 * <p>A record and no enum, because the components of a constant record are constants to the
 * compiler: to ask whether a word is in a class then costs one look.
 *
 * @param section the name of the section in the files
 */
record WordClass(String section, long low, long high) {
  private static final List<WordClass> ALL = new ArrayList<>();

  static final WordClass HE = of("he");
  static final WordClass SHE = of("she");
  static final WordClass THEY = of("they");
  static final WordClass IT = of("it");
  static final WordClass FIRST = of("first");
  static final WordClass CONTRACTED = of("contracted");
  static final WordClass APPROXIMATORS = of("approximators");
  static final WordClass AUXILIARIES = of("auxiliaries");
  static final WordClass SUPPORTS = of("supports");
  static final WordClass ASPECTS = of("aspects");
  static final WordClass REPORTERS = of("reporters");
  static final WordClass MAKERS = of("makers");
  static final WordClass HEARSAY = of("hearsay");
  static final WordClass SEEMINGS = of("seemings");
  static final WordClass ASKED = of("asked");
  static final WordClass PASSIVES = of("passives");
  static final WordClass NEGATIONS = of("negations");
  static final WordClass ADVERBS = of("adverbs");
  static final WordClass TIMES = of("times");
  static final WordClass PREPOSITIONS = of("prepositions");
  static final WordClass LINKS = of("links");
  static final WordClass DETERMINERS = of("determiners");
  static final WordClass CONJUNCTIONS = of("conjunctions");
  static final WordClass SUBORDINATORS = of("subordinators");
  static final WordClass RELATIVES = of("relatives");
  static final WordClass COMPLEMENTISERS = of("complementisers");
  static final WordClass QUESTIONS = of("questions");
  static final WordClass FINITES = of("finites");
  static final WordClass STARTERS = of("starters");
  static final WordClass TITLES = of("titles");
  static final WordClass ROLES = of("roles");
  static final WordClass BODIES = of("bodies");
  static final WordClass PLACES = of("places");
  static final WordClass MEDIA = of("media");
  static final WordClass PARTICLES = of("particles");
  static final WordClass PASTS = of("pasts");
  static final WordClass UTTERANCES = of("utterances");
  static final WordClass ABBREVIATIONS = of("abbreviations");
  static final WordClass DEFINITE = of("definite");
  static final WordClass INDEFINITE = of("indefinite");
  static final WordClass OWNERS = of("owners");
  static final WordClass LIMITS = of("limits");
  static final WordClass NOUNS = of("nouns");
  static final WordClass REMARKS = of("remarks");
  static final WordClass TOPICS = of("topics");
  static final WordClass CIRCUMSTANCES = of("circumstances");
  static final WordClass IDENTIFIED = of("identified");
  static final WordClass CUE_NOUNS = of("cue-nouns");
  static final WordClass WISH_NOUNS = of("wish-nouns");
  static final WordClass TOPIC_NOUNS = of("topic-nouns");
  static final WordClass OF_NOUNS = of("of-nouns");
  static final WordClass TO_NOUNS = of("to-nouns");
  static final WordClass AGENTS = of("agents");
  static final WordClass BASES = of("bases");
  static final WordClass DENIALS = of("denials");
  static final WordClass CONDITIONS = of("conditions");
  static final WordClass OCCASIONS = of("occasions");
  static final WordClass VENUES = of("venues");
  static final WordClass EXTREMES = of("extremes");
  static final WordClass SHARES = of("shares");
  static final WordClass SPEECHES = of("speeches");
  static final WordClass COMPANIONS = of("companions");
  static final WordClass REQUESTED = of("requested");
  static final WordClass OWNING = of("owning");
  static final WordClass OWNER_HE = of("owner-he");
  static final WordClass OWNER_SHE = of("owner-she");
  static final WordClass OWNER_IT = of("owner-it");
  static final WordClass PRONOMINALS = of("pronominals");
  static final WordClass OBJECTS = of("objects");
  static final WordClass VERB_PARTICLES = of("verb-particles");
  static final WordClass NOBODY = of("nobody");
  static final WordClass ANYBODY = of("anybody");
  static final WordClass QUOTE_SOURCES = of("quote-sources");
  static final WordClass MALE_NAMES = of("male-names");
  static final WordClass FEMALE_NAMES = of("female-names");
  static final WordClass HE_OBLIQUE = of("he-oblique");
  static final WordClass SHE_OBLIQUE = of("she-oblique");
  static final WordClass REFLEXIVES = of("reflexives");
  static final WordClass OBLIQUES = of("obliques");
  static final WordClass GENITIVES = of("genitives");
  static final WordClass ARTICLES = of("articles");
  static final WordClass MARKERS = of("markers");
  static final WordClass AS = of("as");
  static final WordClass WEAK_SOURCES = of("weak-sources");
  static final WordClass POSTPOSITIONS = of("postpositions");
  static final WordClass REPORTS = of("reports");
  static final WordClass SUBJUNCTIVES = of("subjunctives");
  static final WordClass ADDRESSEES = of("addressees");
  static final WordClass INFINITIVES = of("infinitives");
  static final WordClass THESES = of("theses");
  static final WordClass SINGULARS = of("singulars");
  static final WordClass LAM_SOURCES = of("lam-sources");
  static final WordClass GENITIVE_SOURCES = of("genitive-sources");
  static final WordClass SURNAMES = of("surnames");
  static final WordClass PLURALS = of("plurals");
  static final WordClass ADVERB_MARKS = of("adverb-marks");
  static final WordClass HEADERS = of("headers");
  static final WordClass WITHOUT = of("without");
  static final WordClass LY_NOUNS = of("ly-nouns");
  static final WordClass CONTINUERS = of("continuers");
  static final WordClass PAIRED = of("paired");
  static final WordClass FINDINGS = of("findings");
  static final WordClass HELD_NOUNS = of("held-nouns");
  static final WordClass MANNERS = of("manners");
  static final WordClass KIN = of("kin");

  private static WordClass of(String section) {
    int place = ALL.size();
    long bit = 1L << place;
    boolean low = place < Long.SIZE;
    WordClass made = new WordClass(section, low ? bit : 0, low ? 0 : bit);
    ALL.add(made);
    return made;
  }

  /** All of them. */
  static List<WordClass> all() {
    return List.copyOf(ALL);
  }

  /**
   * The one of a section.
   *
   * @throws IllegalArgumentException if there is none
   */
  static WordClass named(String section) {
    for (WordClass each : ALL) {
      if (each.section.equals(section.toLowerCase(Locale.ROOT))) {
        return each;
      }
    }
    throw new IllegalArgumentException("no rule asks for words of a section " + section);
  }
}
