package org.tocsin.alert.query;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.tocsin.contract.Sighting;

/** Statements in a plain Lucene index in memory, in their order. */
final class LuceneStatements implements AutoCloseable {
  /** A prefix near another stands for many words here; our own limits on queries are narrower. */
  private static final int MAX_CLAUSES = 50_000;

  private final DirectoryReader reader;

  LuceneStatements(List<Sighting> statements) throws IOException {
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      for (Sighting statement : statements) {
        Document document = new Document();
        LuceneDocument.of(Subject.of(statement)).forEach(document::add);
        writer.addDocument(document);
      }
      writer.forceMerge(1);
    }
    reader = DirectoryReader.open(directory);
    IndexSearcher.setMaxClauseCount(MAX_CLAUSES);
  }

  /** Numbers of the statements that a query finds where one outlet carries each. */
  Set<Integer> find(Query query) throws IOException {
    LuceneQueries queries =
        new LuceneQueries(n -> n <= 1 ? new MatchAllDocsQuery() : new MatchNoDocsQuery());
    Set<Integer> found = new TreeSet<>();
    for (ScoreDoc hit :
        new IndexSearcher(reader).search(queries.of(query.root()), reader.maxDoc()).scoreDocs) {
      found.add(hit.doc);
    }
    return found;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
