package org.tocsin.alert.query;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexableField;
import org.tocsin.contract.Sighting;

/**
 * A statement as fields of a Lucene document, of the same words and codes that watches are matched
 * against; {@link LuceneQueries} asks for them.
 */
public final class LuceneDocument {
  /** Field of the ids of actors, in lower case. */
  public static final String ACTOR_IDS = LuceneTerms.ACTOR_IDS;

  private static final FieldType WORDS = words();

  private LuceneDocument() {}

  /** The fields of a subject. */
  public static List<IndexableField> of(Subject subject) {
    return of(List.of(subject));
  }

  private static List<IndexableField> of(List<Subject> subjects) {
    List<IndexableField> fields = new ArrayList<>();
    for (Field field : Field.values()) {
      if (field.worded()) {
        fields.add(
            words(field.label(), subjects.stream().flatMap(s -> s.words(field).stream()).toList()));
      } else {
        codes(fields, field.label(), subjects.stream().flatMap(s -> s.codes(field).stream()));
      }
    }
    codes(fields, ACTOR_IDS, subjects.stream().flatMap(s -> s.actorIds().stream()));
    return fields;
  }

  private static void codes(List<IndexableField> fields, String name, Stream<String> codes) {
    codes.distinct().forEach(code -> fields.add(new StringField(name, code, Store.NO)));
  }

  /** The same, and the words of the headline, for people who search. */
  public static List<IndexableField> forSearch(Sighting sighting) {
    return forSearch(List.of(sighting));
  }

  /** Several statements that are found as one; the words of one do not touch those of the next. */
  public static List<IndexableField> forSearch(List<Sighting> sightings) {
    List<IndexableField> fields = of(sightings.stream().map(Subject::of).toList());
    List<Words> titles = new ArrayList<>();
    for (Sighting sighting : sightings) {
      String title = sighting.article().title();
      if (title != null) {
        titles.add(Words.of(title, Stemming.of(sighting.article().language())));
      }
    }
    if (!titles.isEmpty()) {
      fields.add(words(LuceneTerms.TITLE, titles));
    }
    return fields;
  }

  private static IndexableField words(String field, List<Words> words) {
    return new org.apache.lucene.document.Field(field, new WordStream(words), WORDS);
  }

  private static FieldType words() {
    FieldType type = new FieldType();
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    type.setOmitNorms(true);
    type.setTokenized(true);
    type.freeze();
    return type;
  }
}
