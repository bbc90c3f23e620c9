package org.tocsin.enrich.country;

/** A sighting with the place that it turned out to mean. */
record Located(Sighting sighting, Place place) {}
