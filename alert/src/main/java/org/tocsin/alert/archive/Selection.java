package org.tocsin.alert.archive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.query.Field;
import org.tocsin.alert.query.LuceneQueries;
import org.tocsin.alert.query.Query;

/**
 * What somebody wants to see of alerts or statements: all that was asked for must hold. Used once,
 * by one thread.
 */
public final class Selection {
  private final List<org.apache.lucene.search.Query> filters = new ArrayList<>();
  private @Nullable Query text;

  /** Words and fields in the language of watches; the last one counts. */
  public Selection text(Query query) {
    text = query;
    return this;
  }

  /** One of these values, as they were written into the index; any where there are none. */
  public Selection any(String field, List<String> values) {
    if (values.size() == 1) {
      filters.add(new TermQuery(new Term(field, Keys.of(values.get(0)))));
    } else if (!values.isEmpty()) {
      filters.add(
          new TermInSetQuery(field, values.stream().map(v -> new BytesRef(Keys.of(v))).toList()));
    }
    return this;
  }

  /** One of these ids or names, or names that begin with all the words of one; any without. */
  public Selection named(String key, Field words, List<String> values) {
    if (!values.isEmpty()) {
      BooleanQuery.Builder one = new BooleanQuery.Builder();
      for (String value : values) {
        String lower = value.toLowerCase(Locale.ROOT);
        one.add(new TermQuery(new Term(key, Keys.of(lower))), Occur.SHOULD);
        one.add(LuceneQueries.named(words, value), Occur.SHOULD);
      }
      filters.add(one.build());
    }
    return this;
  }

  /** From a time on, and before another; null for no such limit. */
  public Selection between(@Nullable Instant from, @Nullable Instant to) {
    if (from != null || to != null) {
      filters.add(
          LongPoint.newRangeQuery(
              TopicIndex.TIME,
              from == null ? Long.MIN_VALUE : from.toEpochMilli(),
              to == null ? Long.MAX_VALUE : to.toEpochMilli() - 1));
    }
    return this;
  }

  /** Whether it asks for a number of outlets, which is dear. */
  public boolean counts() {
    return text != null && text.counts();
  }

  /** As one query. */
  org.apache.lucene.search.Query query(LuceneQueries language) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    filters.forEach(filter -> all.add(filter, Occur.FILTER));
    if (text != null) {
      all.add(language.of(text.root()), Occur.FILTER);
    }
    return text == null && filters.isEmpty() ? new MatchAllDocsQuery() : all.build();
  }

  /** Whatever has a time. */
  static org.apache.lucene.search.Query all() {
    return new FieldExistsQuery(TopicIndex.TIME);
  }

  /** What a query finds, without what only waits. */
  static org.apache.lucene.search.Query listed(org.apache.lucene.search.Query query) {
    return new BooleanQuery.Builder().add(query, Occur.FILTER).add(all(), Occur.FILTER).build();
  }
}
