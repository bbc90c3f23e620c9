package org.tocsin.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person or body that acts or speaks in an article.
 *
 * @param id stable over articles: of the dictionary entry, or made of the normalised name
 * @param name full name, resolved inside the article
 * @param country ISO 3166-1 alpha-2 of the country the actor belongs to
 * @param role CAMEO-style code, for example {@code RUSGOV}
 */
public record ActorTag(
    String id,
    String name,
    Type type,
    @Nullable String country,
    @Nullable String role,
    List<Mention> mentions) {
  /** Kinds of actor. */
  public enum Type {
    @JsonProperty("person")
    PERSON,
    @JsonProperty("organisation")
    ORGANISATION,
    @JsonProperty("government")
    GOVERNMENT,
    @JsonProperty("armed-group")
    ARMED_GROUP,
    @JsonProperty("party")
    PARTY;

    /** The name on the wire, for example {@code armed-group}. */
    public String label() {
      return Labels.of(this);
    }

    /**
     * Reads a type's label.
     *
     * @throws IllegalArgumentException with the known labels if there is no such type
     */
    public static Type parse(String label) {
      return Labels.parse(Type.class, label);
    }
  }

  public ActorTag {
    Checks.notBlank(id, "actor id");
    Checks.notBlank(name, "actor name");
    mentions = List.copyOf(mentions);
  }
}
