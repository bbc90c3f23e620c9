package org.tocsin.alert.query;

/**
 * A word of a text in its folded forms, with its place: {@code Threats'} is {@code threats}, stem
 * {@code threat}.
 *
 * @param plain without case and diacritics
 * @param stem as {@code plain}, without the endings of the text's language; {@code plain} in names
 */
record Word(String plain, String stem, int start, int end) {}
