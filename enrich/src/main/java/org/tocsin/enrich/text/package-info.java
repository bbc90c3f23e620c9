/**
 * Words with their places in the text: what the taggers, the statement extractor and the sketches
 * all start from.
 *
 * <p>Two cuts of the same text. {@link org.tocsin.enrich.text.Tokens#words} keeps what a reader
 * calls one word ({@code U.S.}, {@code Kremlin's}, {@code al-Qaeda}); {@link
 * org.tocsin.enrich.text.Tokens#parts} also cuts at hyphens and apostrophes, so that a dictionary
 * finds {@code Syrian} in {@code Syrian-Turkish} and {@code Iran} in {@code l'Iran}. Both run in
 * time linear in the text and never throw.
 */
@NullMarked
package org.tocsin.enrich.text;

import org.jspecify.annotations.NullMarked;
