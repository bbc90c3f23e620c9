package org.tocsin.alert.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.jspecify.annotations.Nullable;

/** Lists what a query finds, ordered by time, a page at a time. */
final class Lister {
  private static final Sort NEWEST_FIRST = order(true);
  private static final Sort OLDEST_FIRST = order(false);

  private Lister() {}

  /** Makes an entry of its stored fields. */
  interface Reader<T> {
    T read(Document stored);
  }

  /** The newest, after a cursor where there is one. */
  static <T> Page<T> newest(
      IndexSearcher searcher,
      Query query,
      int limit,
      @Nullable Cursor after,
      Set<String> fields,
      Reader<T> reader)
      throws IOException {
    FieldDoc last =
        after == null
            ? null
            : new FieldDoc(Integer.MAX_VALUE, Float.NaN, new Object[] {after.time(), after.tie()});
    ScoreDoc[] found = top(searcher, query, NEWEST_FIRST, limit + 1, last);
    Cursor next = found.length > limit ? cursor((FieldDoc) found[limit - 1]) : null;
    List<T> entries = read(searcher, found, limit, fields, reader);
    return new Page<>(entries, searcher.count(query), next);
  }

  /** The oldest. */
  static <T> List<T> oldest(
      IndexSearcher searcher, Query query, int limit, Set<String> fields, Reader<T> reader)
      throws IOException {
    return read(searcher, top(searcher, query, OLDEST_FIRST, limit, null), limit, fields, reader);
  }

  private static Sort order(boolean reverse) {
    return new Sort(
        new SortField(TopicIndex.TIME, SortField.Type.LONG, reverse),
        new SortField(TopicIndex.TIE, SortField.Type.LONG, reverse));
  }

  private static ScoreDoc[] top(
      IndexSearcher searcher, Query query, Sort sort, int limit, @Nullable FieldDoc after)
      throws IOException {
    return searcher.search(query, new TopFieldCollectorManager(sort, limit, after, 1)).scoreDocs;
  }

  private static Cursor cursor(FieldDoc document) {
    return new Cursor((Long) document.fields[0], (Long) document.fields[1]);
  }

  private static <T> List<T> read(
      IndexSearcher searcher, ScoreDoc[] found, int limit, Set<String> fields, Reader<T> reader)
      throws IOException {
    List<T> entries = new ArrayList<>();
    for (int i = 0; i < Math.min(limit, found.length); i++) {
      entries.add(reader.read(searcher.storedFields().document(found[i].doc, fields)));
    }
    return entries;
  }
}
