package org.tocsin.enrich.country;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.CountryTag;
import org.tocsin.contract.CountryTag.Role;
import org.tocsin.contract.Mention;
import org.tocsin.contract.Part;

/**
 * Weighs mentions into tags: a headline counts most, then the opening, fading into the rest; a
 * dateline says where the reporter sat.
 */
final class CountryWeigher {
  private static final double HEADLINE = 4;
  private static final double OPENING = 1;
  private static final double DATELINE = 0.5;
  private static final double OPENING_LENGTH = 600;
  private static final int DATELINE_WITHIN = 60;

  /** From this share of the attention on, a country is what the article is about. */
  private static final double ABOUT = 0.2;

  private final String text;
  private final CountryNumbers numbers;
  private final int dateline;

  CountryWeigher(String text, CountryNumbers numbers) {
    this.text = text;
    this.numbers = numbers;
    this.dateline = dateline();
  }

  private static final class Tally {
    private final String code;
    private final Mention first;
    private @Nullable List<Mention> all; // most countries are named once
    private double score;
    private boolean headline;

    Tally(String code, Mention first) {
      this.code = code;
      this.first = first;
    }

    void add(Mention mention) {
      if (all == null) {
        all = new ArrayList<>(4);
        all.add(first);
      }
      all.add(mention);
    }

    List<Mention> mentions() {
      return all == null ? List.of(first) : all;
    }
  }

  List<CountryTag> weigh(List<Located> places) {
    for (Located located : places) {
      numbers.give(located.place().country());
    }
    @Nullable Tally[] byCountry = new Tally[numbers.highest() + 1];
    List<Tally> tallies = new ArrayList<>(numbers.highest());
    double total = 0;
    for (Located located : places) {
      Place place = located.place();
      Sighting sighting = located.sighting();
      int number = numbers.of(place.country());
      Tally tally = byCountry[number];
      Mention mention = sighting.mention(place);
      if (tally == null) {
        tally = new Tally(place.code(), mention);
        byCountry[number] = tally;
        tallies.add(tally);
      } else {
        tally.add(mention);
      }
      double score = place.kind().weight() * position(sighting);
      tally.score += score;
      tally.headline |= sighting.in() == Part.TITLE;
      total += score;
    }
    return tags(tallies, total);
  }

  private static List<CountryTag> tags(List<Tally> tallies, double total) {
    double highest = 0;
    for (Tally tally : tallies) {
      highest = Math.max(highest, tally.score);
    }
    List<CountryTag> tags = new ArrayList<>(tallies.size());
    for (Tally tally : tallies) {
      double weight = Math.min(1, tally.score / total);
      boolean about = tally.headline || weight >= ABOUT || tally.score >= highest;
      Role role = about ? Role.ABOUT : Role.MENTIONED;
      tags.add(new CountryTag(tally.code, role, round(weight), tally.mentions()));
    }
    return tags;
  }

  private double position(Sighting sighting) {
    if (sighting.in() == Part.TITLE) {
      return HEADLINE;
    }
    if (sighting.end() <= dateline) {
      return DATELINE;
    }
    return 1 + OPENING * Math.exp(-sighting.start() / OPENING_LENGTH);
  }

  /** Where a dateline such as {@code KABUL, Afghanistan (AP) —} ends; 0 where there is none. */
  private int dateline() {
    int limit = Math.min(text.length(), DATELINE_WITHIN);
    int letters = 0;
    while (letters < limit && Character.isUpperCase(text.charAt(letters))) {
      letters++;
    }
    if (letters < 4) {
      return 0;
    }
    for (int i = letters; i < limit; i++) {
      char unit = text.charAt(i);
      if (unit == '\u2014'
          || unit == '\u2013'
          || unit == '('
          || text.startsWith(" - ", i)
          || text.startsWith("--", i)) {
        return i;
      }
    }
    return 0;
  }

  private static double round(double weight) {
    return Math.round(weight * 1_000) / 1_000.0;
  }
}
