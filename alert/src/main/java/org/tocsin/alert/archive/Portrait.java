package org.tocsin.alert.archive;

import java.util.List;

/**
 * New statements of some days, counted: those of a speaker, those about a country.
 *
 * @param days every one of them, in the desk's zone, the oldest first
 * @param speakers who made most of them
 * @param countries of their articles
 * @param actors that stand in their articles
 */
public record Portrait(
    List<Trial.Day> days, List<Count> speakers, List<Count> countries, List<Count> actors) {
  public Portrait {
    days = List.copyOf(days);
    speakers = List.copyOf(speakers);
    countries = List.copyOf(countries);
    actors = List.copyOf(actors);
  }
}
