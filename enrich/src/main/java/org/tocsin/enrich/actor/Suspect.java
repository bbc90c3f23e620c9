package org.tocsin.enrich.actor;

import java.util.ArrayList;
import java.util.List;

/**
 * One name of an article that no dictionary has, with all places where it stands and what speaks
 * for a person, a body, a place.
 */
final class Suspect {
  private static final double MOST = 4;

  final List<Run> runs = new ArrayList<>();
  private double person;
  private double body;
  private double place;

  /** What a suspect turned out to be. */
  enum Verdict {
    PERSON,
    BODY,
    NONE
  }

  void weigh(double forPerson, double forBody, double forPlace) {
    person += clip(forPerson);
    body += clip(forBody);
    place += clip(forPlace);
  }

  /** Takes in what the name itself says, once. */
  void shape(double forPerson, double forBody, double forPlace) {
    person += forPerson;
    body += forBody;
    place += forPlace;
  }

  private static double clip(double weight) {
    return Math.max(-MOST, Math.min(MOST, weight));
  }

  Verdict verdict(double needed) {
    if (person >= needed && person >= body && person > place) {
      return Verdict.PERSON;
    }
    return body >= needed && body > place ? Verdict.BODY : Verdict.NONE;
  }

  @Override
  public String toString() {
    return String.format("person %.1f body %.1f place %.1f", person, body, place);
  }
}
