package org.tocsin.enrich.statement;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whose words an attribution without a subject of its own are: {@code Roe said …, adding …}. */
record Subjectives(Sentence sentence, List<Attribution> attributions, @Nullable NounPhrase main) {
  @Nullable NounPhrase of(Attribution attribution) {
    if (attribution.subject() != null || attribution.nobodys()) {
      return attribution.subject();
    }
    NounPhrase before = null;
    for (Attribution other : attributions) {
      if (other.cueFrom() >= attribution.cueFrom()) {
        break;
      }
      boolean aside = attribution.verb().participle() && other.rule().equals("relative");
      boolean acts = other.subject() != null && !other.rule().equals("noun") && !aside;
      before = acts ? other.subject() : before;
    }
    return before == null ? main : before;
  }
}
