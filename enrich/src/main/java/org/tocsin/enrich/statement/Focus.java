package org.tocsin.enrich.statement;

import org.jspecify.annotations.Nullable;

/** Tells the {@link Discourse} whom a subject or speaker of the article means. */
final class Focus {
  private final LanguagePack pack;
  private final Naming naming;
  private final Discourse discourse;

  Focus(LanguagePack pack, Naming naming, Discourse discourse) {
    this.pack = pack;
    this.naming = naming;
    this.discourse = discourse;
  }

  /** Whether the phrase is a pronoun or the name of a person. */
  boolean human(Mention mention) {
    if (mention.pronoun()) {
      return true;
    }
    Person person = mention.named(pack, naming);
    return person != null && person.human();
  }

  /** Whether its name is that of a person whom the article names in full. */
  boolean introduced(Mention mention) {
    NounPhrase name = mention.name(pack);
    return name != null && naming.known(mention.sentence(), name) && human(mention);
  }

  /** The article talks of whom the phrase means. */
  void on(Mention mention) {
    if (mention.pronoun() || Speakers.indefinite(mention)) {
      return;
    }
    if (pack.option(Option.NO_CAPITALS)) {
      Person titled = mention.named(pack, naming);
      if (titled != null) {
        discourse.focus(titled);
      }
      return;
    }
    Person person = person(mention);
    if (person == null) {
      described(mention);
    } else {
      discourse.focus(person);
    }
  }

  /** Whom its name means, that of a person before that of a body; else who is in its role. */
  private @Nullable Person person(Mention mention) {
    NameReader reader = new NameReader(mention.sentence(), pack);
    NounPhrase whole = mention.name(pack);
    boolean body = whole == null || reader.body(whole.from(), whole.to());
    NounPhrase inner = body ? reader.inner(mention.phrase()) : null;
    if (inner != null) {
      return naming.person(mention.sentence(), inner, mention.origin());
    }
    return whole == null ? naming.inRole(mention) : mention.named(pack, naming);
  }

  private void described(Mention mention) {
    discourse.forgetBody();
    Person role = naming.role(mention);
    if (role != null) {
      discourse.focus(role);
    } else if (naming.nameless(mention)) {
      discourse.focusNobody();
    }
  }
}
