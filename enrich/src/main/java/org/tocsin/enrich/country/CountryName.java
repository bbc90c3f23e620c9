package org.tocsin.enrich.country;

/**
 * A further name of a country, from outside the shipped files.
 *
 * @param name as texts have it: {@code "Azawad"}
 * @param code ISO 3166-1 alpha-2: {@code ML}
 * @param entry what mentions name as where it comes from: {@code "country:ml-azawad@3"}
 */
public record CountryName(String name, String code, String entry) {}
