package org.tocsin.enrich.statement;

import java.util.List;

/**
 * What an article calls somebody besides the name: {@code the harbour board's deputy chief, Ann
 * Roe} gives the head {@code chief} and the words {@code harbour, board's, deputy, chief}.
 *
 * @param head the noun that says what somebody is
 * @param words all that describe, folded
 */
record Role(String head, List<String> words) {
  Role {
    words = List.copyOf(words);
  }
}
