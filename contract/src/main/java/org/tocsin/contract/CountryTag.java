package org.tocsin.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A country that an article is about or mentions.
 *
 * @param code ISO 3166-1 alpha-2
 * @param weight share of the article's attention, between 0 and 1
 */
public record CountryTag(String code, Role role, double weight, List<Mention> mentions) {
  /** What a country is to an article. */
  public enum Role {
    @JsonProperty("about")
    ABOUT,
    @JsonProperty("mentioned")
    MENTIONED
  }

  public CountryTag {
    if (code.length() != 2 || !capital(code.charAt(0)) || !capital(code.charAt(1))) {
      throw new IllegalArgumentException("not an ISO 3166-1 alpha-2 code: " + code);
    }
    Checks.fraction(weight, "weight");
    mentions = List.copyOf(mentions);
  }

  private static boolean capital(char letter) {
    return letter >= 'A' && letter <= 'Z';
  }
}
