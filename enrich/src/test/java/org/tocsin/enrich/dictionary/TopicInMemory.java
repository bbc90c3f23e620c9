package org.tocsin.enrich.dictionary;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.contract.DictionaryEntry;

/** What a topic and its reader do, in one step: what is written is in use. */
final class TopicInMemory implements EntryWriter {
  private final LiveDictionary dictionary;
  private final List<DictionaryEntry> records = new ArrayList<>();

  TopicInMemory(LiveDictionary dictionary) {
    this.dictionary = dictionary;
  }

  List<DictionaryEntry> records() {
    return records;
  }

  @Override
  public List<Written> write(List<DictionaryEntry> entries) {
    List<Written> written = new ArrayList<>();
    for (DictionaryEntry entry : entries) {
      long offset = records.size();
      records.add(entry);
      dictionary.take(0, offset, Entries.key(entry.id()), Entries.value(entry));
      written.add(new Written(0, offset));
    }
    dictionary.publish();
    return written;
  }

  @Override
  public void close() {}
}
