package org.tocsin.alert.query;

/**
 * A word in its folded forms, with its place in the text it was cut from: {@code Threats'} is
 * {@code threats}, stem {@code threat}.
 *
 * @param plain without case and diacritics
 * @param stem as {@code plain}, without English endings
 */
record Word(String plain, String stem, int start, int end) {
  String form(boolean english) {
    return english ? stem : plain;
  }
}
