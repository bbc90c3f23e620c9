package org.tocsin.alert.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.BytesRef;

/**
 * The watch language as Lucene queries over {@link LuceneDocument}s. They find the very statements
 * that {@link org.tocsin.alert.query.Query#match(Subject)} matches; a test holds the two against
 * each other.
 */
public final class LuceneQueries {
  private static final int MOST_NAMES = 20;

  private final IntFunction<Query> outlets;
  private final List<String> besideText;

  /**
   * A translator.
   *
   * @param outlets finds what at least so many outlets carry
   */
  public LuceneQueries(IntFunction<Query> outlets) {
    this(outlets, List.of());
  }

  private LuceneQueries(IntFunction<Query> outlets, List<String> besideText) {
    this.outlets = outlets;
    this.besideText = List.copyOf(besideText);
  }

  /**
   * A translator for people who search: what a watch would want in the statement's words is also
   * found in the speaker's name and in the headline.
   *
   * @param outlets finds what at least so many outlets carry
   */
  public static LuceneQueries forSearch(IntFunction<Query> outlets) {
    return new LuceneQueries(outlets, List.of(Field.SPEAKER.label(), LuceneTerms.TITLE));
  }

  /** What has names in a field that begin with all the words of a text, in any order. */
  public static Query named(Field field, String text) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    List<Word> words = Words.of(text).list();
    for (Word word : words.subList(0, Math.min(MOST_NAMES, words.size()))) {
      org.apache.lucene.index.Term term = term(field.label(), word.plain());
      boolean whole = word.plain().length() < 2;
      all.add(whole ? new TermQuery(term) : new PrefixQuery(term), Occur.FILTER);
    }
    return words.isEmpty() ? new MatchNoDocsQuery() : all.build();
  }

  /** What finds the statements for which an expression holds. */
  public Query of(Expression expression) {
    if (expression instanceof Expression.And and) {
      return joined(and.parts(), Occur.FILTER);
    }
    if (expression instanceof Expression.Or or) {
      return joined(or.parts(), Occur.SHOULD);
    }
    if (expression instanceof Expression.Not not) {
      return without(new MatchAllDocsQuery(), of(not.part()));
    }
    if (expression instanceof Expression.Near near) {
      return near(near);
    }
    return clause((Expression.Clause) expression);
  }

  /** What finds the one and not the other. */
  public static Query without(Query wanted, Query unwanted) {
    return new BooleanQuery.Builder()
        .add(wanted, Occur.FILTER)
        .add(unwanted, Occur.MUST_NOT)
        .build();
  }

  private Query joined(List<Expression> parts, Occur how) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    boolean some = how == Occur.SHOULD;
    for (Expression part : parts) {
      if (how == Occur.FILTER && part instanceof Expression.Not not) {
        all.add(of(not.part()), Occur.MUST_NOT);
      } else {
        all.add(of(part), how);
        some = true;
      }
    }
    if (!some) {
      all.add(new MatchAllDocsQuery(), Occur.FILTER);
    }
    return new ConstantScoreQuery(all.build());
  }

  private Query clause(Expression.Clause clause) {
    String field = clause.field().label();
    if (clause.term() instanceof Term.AtLeast least) {
      return outlets.apply(least.outlets());
    }
    if (clause.term() instanceof Term.Code code) {
      return new TermQuery(term(field, code.value()));
    }
    if (clause.term() instanceof Term.Window window) {
      return window(field, window);
    }
    Term.Sequence sequence = (Term.Sequence) clause.term();
    Query words = beside(clause, sequence(field, sequence), sequence);
    boolean mayBeId =
        clause.field() == Field.ACTOR && sequence.words().get(0) instanceof Shape.Form;
    if (!mayBeId) {
      return words;
    }
    String id = sequence.written().toLowerCase(Locale.ROOT);
    return new BooleanQuery.Builder()
        .add(words, Occur.SHOULD)
        .add(new TermQuery(term(LuceneTerms.ACTOR_IDS, id)), Occur.SHOULD)
        .build();
  }

  private Query beside(Expression.Clause clause, Query text, Term.Sequence sequence) {
    if (clause.field() != Field.TEXT || besideText.isEmpty()) {
      return text;
    }
    BooleanQuery.Builder anywhere = new BooleanQuery.Builder().add(text, Occur.SHOULD);
    besideText.forEach(field -> anywhere.add(sequence(field, sequence), Occur.SHOULD));
    return anywhere.build();
  }

  private static Query sequence(String field, Term.Sequence sequence) {
    List<Shape> words = sequence.words();
    if (words.size() == 1) {
      return word(field, words.get(0));
    }
    MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder();
    for (Shape shape : words) {
      phrase.add(
          terms(field, (Shape.Form) shape).stream()
              .map(term -> term(field, term))
              .toArray(org.apache.lucene.index.Term[]::new));
    }
    return phrase.build();
  }

  private static Query word(String field, Shape shape) {
    if (shape instanceof Shape.Form form) {
      BooleanQuery.Builder forms = new BooleanQuery.Builder();
      terms(field, form).forEach(term -> forms.add(new TermQuery(term(field, term)), Occur.SHOULD));
      return forms.build();
    }
    Shape.Pattern pattern = (Shape.Pattern) shape;
    return pattern.mask().indexOf(Shape.Pattern.ANY) < 0
        ? new PrefixQuery(term(field, pattern.mask()))
        : new WildcardQuery(term(field, wildcard(pattern)));
  }

  private static String wildcard(Shape.Pattern pattern) {
    return pattern.mask() + (pattern.open() ? "*" : "");
  }

  private static org.apache.lucene.index.Term term(String field, String text) {
    return new org.apache.lucene.index.Term(field, text);
  }

  /** The forms a word may take: as written, and its stem in every language. */
  private static List<String> terms(String field, Shape.Form form) {
    List<String> terms = new ArrayList<>();
    terms.add(form.plain());
    boolean folded = field.equals(Field.TEXT.label()) || field.equals(LuceneTerms.TITLE);
    if (folded && !form.stems().isEmpty()) {
      for (Stemming language : Stemming.values()) {
        terms.add(LuceneTerms.stem(language, form.stem(language)));
      }
    }
    return terms;
  }

  private static Query window(String field, Term.Window window) {
    IntervalsSource[] words =
        window.words().stream().map(shape -> place(field, shape)).toArray(IntervalsSource[]::new);
    int width = words.length + window.gap();
    return new IntervalQuery(field, Intervals.maxwidth(width, Intervals.unordered(words)));
  }

  private static Query near(Expression.Near near) {
    String field = Field.TEXT.label();
    List<IntervalsSource> pairs = new ArrayList<>();
    for (Term.Sequence left : near.left()) {
      for (Term.Sequence right : near.right()) {
        IntervalsSource a = place(field, left);
        IntervalsSource b = place(field, right);
        pairs.add(Intervals.maxgaps(near.gap(), Intervals.ordered(a, b)));
        pairs.add(Intervals.maxgaps(near.gap(), Intervals.ordered(b, a)));
      }
    }
    return new IntervalQuery(field, Intervals.or(false, pairs.toArray(IntervalsSource[]::new)));
  }

  private static IntervalsSource place(String field, Term.Sequence sequence) {
    IntervalsSource[] words =
        sequence.words().stream().map(shape -> place(field, shape)).toArray(IntervalsSource[]::new);
    return words.length == 1 ? words[0] : Intervals.phrase(words);
  }

  private static IntervalsSource place(String field, Shape shape) {
    if (shape instanceof Shape.Form form) {
      return Intervals.or(
          false, terms(field, form).stream().map(Intervals::term).toArray(IntervalsSource[]::new));
    }
    Shape.Pattern pattern = (Shape.Pattern) shape;
    return pattern.mask().indexOf(Shape.Pattern.ANY) < 0
        ? Intervals.prefix(new BytesRef(pattern.mask()), IndexSearcher.getMaxClauseCount())
        : Intervals.wildcard(new BytesRef(wildcard(pattern)), IndexSearcher.getMaxClauseCount());
  }
}
