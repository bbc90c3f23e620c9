package org.tocsin.enrich.actor;

/**
 * One name of an article that no dictionary has, with all places where it stands and what speaks
 * for a person, a body, a place.
 */
final class Suspect {
  private static final int MOST = 40;

  /** Its words as {@link org.tocsin.enrich.text.Words#phrase} has them. */
  final long phrase;

  private String name = "";
  private String id = "";

  private int mentions;

  // What the name itself says, and what stands around its mentions, in tenths.
  private int person;
  private int body;
  private int place;
  private int aroundPerson;
  private int aroundBody;
  private int aroundPlace;

  Suspect(long phrase) {
    this.phrase = phrase;
  }

  /** What a suspect turned out to be. */
  enum Verdict {
    NONE,
    PERSON,
    BODY
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
  void weigh(int forPerson, int forBody, int forPlace) {
    mentions++;
    aroundPerson += clip(forPerson);
    aroundBody += clip(forBody);
    aroundPlace += clip(forPlace);
  }

  /** Takes in what the name itself says, once. */
  void shape(int forPerson, int forBody, int forPlace) {
    person += forPerson;
    body += forBody;
    place += forPlace;
  }

  private static int clip(int weight) {
    return Math.max(-MOST, Math.min(MOST, weight));
  }

  /** Many weak signs of one kind weigh more than one, but not as much as their sum. */
  Verdict verdict(int needed) {
    double spread = Math.sqrt(mentions);
    double forPerson = person + aroundPerson / spread;
    double forBody = body + aroundBody / spread;
    double forPlace = place + aroundPlace / spread;
    if (forPerson >= needed && forPerson >= forBody && forPerson > forPlace) {
      return Verdict.PERSON;
    }
    return forBody >= needed && forBody > forPlace ? Verdict.BODY : Verdict.NONE;
  }

  @Override
  public String toString() {
    double spread = Math.sqrt(mentions);
    return String.format(
        "person %.1f body %.1f place %.1f",
        person + aroundPerson / spread, body + aroundBody / spread, place + aroundPlace / spread);
  }
}
