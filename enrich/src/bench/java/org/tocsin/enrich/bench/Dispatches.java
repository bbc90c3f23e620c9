package org.tocsin.enrich.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Articles as a news desk gets them, made up: paragraphs of one to three sentences, one word in
 * seven with a capital, people introduced in full and called by their surnames later. {@code
 * PERSON}, {@code BODY}, {@code TOWN} and {@code LAND} are filled by chance, a third of the people
 * and bodies from the dictionary.
 */
final class Dispatches {
  private static final Pattern SLOT = Pattern.compile("PERSON|SURNAME|BODY|TOWN|LAND|NUMBER");
  private static final List<String> SENTENCES =
      List.of(
          "The foreign minister of LAND said on Monday that talks with the rebels had failed after"
              + " three days, and that no date had been set for another round.",
          "PERSON, the head of BODY, told reporters in TOWN that prices would rise again next year.",
          "“We have waited long enough for the help that was promised to us in the spring,” SURNAME"
              + " said, “and our members will not wait any longer.”",
          "Officials of the United Nations and the World Bank met in TOWN to discuss the loan, but"
              + " no agreement was signed.",
          "The army denied that it had shelled the village, where at least NUMBER people were killed"
              + " according to residents and a doctor at the local hospital.",
          "Shares in BODY fell by NUMBER percent in early trading after the company said that its"
              + " earnings would be lower than expected.",
          "Police in TOWN arrested NUMBER people on suspicion of smuggling weapons across the border"
              + " with LAND, a spokesman said late on Tuesday.",
          "“It is not a matter of money,” she added. “It is a matter of trust, and that has been lost"
              + " over the years.”",
          "Lawmakers are expected to vote on the bill before the end of the month, although several"
              + " amendments have yet to be debated in committee.",
          "President PERSON is to visit LAND in November, his office said, for the first time since"
              + " the two countries restored relations.",
          "BODY said in a statement that it was looking into the accident and would publish what it"
              + " found within weeks.",
          "Heavy rain has flooded roads and fields in the south of LAND, and more is forecast for"
              + " the weekend.",
          "The court ordered the newspaper to pay NUMBER dollars in damages, a sum that its editor"
              + " called absurd.",
          "In TOWN, shopkeepers swept up broken glass and said they had never seen anything like"
              + " it.",
          "Analysts had expected the central bank to keep its rate where it was until the inflation"
              + " figures for the summer were known.",
          "SURNAME, who has led the party since 2009, did not say whether he would run again.",
          "Mrs. SURNAME could not be reached for comment, and her lawyer declined to answer"
              + " questions about the contract.",
          "A survey by BODY found that NUMBER percent of those asked thought that the economy was"
              + " getting worse, up from NUMBER percent a year ago.",
          "The ministry has said that the new line between TOWN and the coast will be opened in"
              + " March, two years later than planned.",
          "Gen. PERSON, who commands the northern garrison, told state television that his troops"
              + " would stay where they are.",
          "Critics say the plan would cost too much and help too few, and that the money had better"
              + " be spent on schools.",
          "The two sides have been at odds over fishing rights for more than a decade, and earlier"
              + " attempts to settle the dispute ended without a result.",
          "Neither PERSON nor BODY would say how much had been paid.",
          "It was the third such attack in the region since the beginning of the year, and nobody"
              + " has claimed responsibility for it.",
          "The Ministry of Transport and the Farmers' Union of LAND have asked for another meeting"
              + " next week.",
          "Scientists at the University of TOWN said that the disease spreads faster in warm weather"
              + " and that children should be kept indoors.",
          "Exports to LAND grew by NUMBER percent, while imports of oil, gas and machinery were"
              + " lower than in the same months of last year.",
          "Hundreds of people marched through the centre of TOWN on Saturday, some of them carrying"
              + " pictures of those who had disappeared.",
          "“You cannot build a house from the roof down,” said PERSON, an economist with BODY.",
          "The U.S. embassy advised its citizens to stay away from the border and to keep enough"
              + " food and water for several days.");

  private final List<String> people;
  private final List<String> bodies;
  private final MadeUpNames names;

  Dispatches(MadeUpNames names, List<String> people, List<String> bodies) {
    this.names = names;
    this.people = people;
    this.bodies = bodies;
  }

  /** An article of about so many words, the same for the same seed. */
  String article(long seed, int words) {
    Random random = new Random(seed);
    List<String> cast = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      cast.add(random.nextInt(3) == 0 ? pick(people, random) : names.person(random));
    }
    StringBuilder text = new StringBuilder();
    int written = 0;
    while (written < words) {
      String sentence = filled(pick(SENTENCES, random), cast, random);
      written += sentence.split(" ").length;
      text.append(sentence).append(random.nextInt(2) == 0 ? "\n\n" : " ");
    }
    return text.toString().strip();
  }

  private String filled(String sentence, List<String> cast, Random random) {
    Matcher slots = SLOT.matcher(sentence);
    return slots.replaceAll(slot -> Matcher.quoteReplacement(word(slot.group(), cast, random)));
  }

  private String word(String slot, List<String> cast, Random random) {
    String person = pick(cast, random);
    return switch (slot) {
      case "PERSON" -> person;
      case "SURNAME" -> person.substring(person.lastIndexOf(' ') + 1);
      case "BODY" -> random.nextInt(3) == 0 ? pick(bodies, random) : names.body(random);
      case "TOWN" -> names.town(random);
      case "LAND" -> names.land(random);
      default -> Integer.toString(random.nextInt(90) + 2);
    };
  }

  private static String pick(List<String> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }
}
