package org.tocsin.ingest.parse;

/**
 * Bytes as characters.
 *
 * @param value without a byte order mark
 * @param charset the name it was decoded as: {@code UTF-8}
 * @param replaced how many characters had to be replaced because their bytes meant nothing
 */
public record Text(String value, String charset, int replaced) {}
