package org.tocsin.enrich.actor;

import java.util.ArrayList;
import java.util.List;

/**
 * One name of an article that no dictionary has, with all places where it stands and what speaks
 * for a person, a body, a place.
 */
final class Suspect {
  private static final double MOST = 4;

  /** Its words as {@link org.tocsin.enrich.text.Words#phrase} has them. */
  final long phrase;

  final List<Run> runs = new ArrayList<>();
  private String name = "";
  private String id = "";
  private final Weight person = new Weight();
  private final Weight body = new Weight();
  private final Weight place = new Weight();

  Suspect(long phrase) {
    this.phrase = phrase;
  }

  /** What speaks for one kind. */
  private static final class Weight {
    private double itself;
    private double around;
  }

  /** What a suspect turned out to be. */
  enum Verdict {
    PERSON,
    BODY,
    NONE
  }

  /** The id under a name, which is nearly always the one asked for last. */
  String id(String written) {
    if (!name.equals(written)) {
      name = written;
      id = Slug.id(written);
    }
    return id;
  }

  /** Takes in what stands around one mention. */
  void weigh(double forPerson, double forBody, double forPlace) {
    person.around += clip(forPerson);
    body.around += clip(forBody);
    place.around += clip(forPlace);
  }

  /** Takes in what the name itself says, once. */
  void shape(double forPerson, double forBody, double forPlace) {
    person.itself += forPerson;
    body.itself += forBody;
    place.itself += forPlace;
  }

  private static double clip(double weight) {
    return Math.max(-MOST, Math.min(MOST, weight));
  }

  /** Many weak signs of one kind weigh more than one, but not as much as their sum. */
  private double total(Weight weight) {
    return weight.itself + weight.around / Math.sqrt(runs.size());
  }

  Verdict verdict(double needed) {
    double forPerson = total(person);
    double forBody = total(body);
    double forPlace = total(place);
    if (forPerson >= needed && forPerson >= forBody && forPerson > forPlace) {
      return Verdict.PERSON;
    }
    return forBody >= needed && forBody > forPlace ? Verdict.BODY : Verdict.NONE;
  }

  @Override
  public String toString() {
    return String.format(
        "person %.1f body %.1f place %.1f", total(person), total(body), total(place));
  }
}
