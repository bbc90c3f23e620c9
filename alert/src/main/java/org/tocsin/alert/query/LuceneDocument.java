package org.tocsin.alert.query;

import java.util.ArrayList;
import java.util.List;
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
    List<IndexableField> fields = new ArrayList<>();
    for (Field field : Field.values()) {
      if (field.worded()) {
        fields.add(words(field.label(), subject.words(field)));
      } else {
        subject
            .codes(field)
            .forEach(code -> fields.add(new StringField(field.label(), code, Store.NO)));
      }
    }
    subject
        .actorIds()
        .forEach(id -> fields.add(new StringField(LuceneTerms.ACTOR_IDS, id, Store.NO)));
    return fields;
  }

  /** The same, and the words of the headline, for people who search. */
  public static List<IndexableField> forSearch(Sighting sighting) {
    List<IndexableField> fields = of(Subject.of(sighting));
    String title = sighting.article().title();
    if (title != null) {
      Words words = Words.of(title, Stemming.of(sighting.article().language()));
      fields.add(words(LuceneTerms.TITLE, List.of(words)));
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
