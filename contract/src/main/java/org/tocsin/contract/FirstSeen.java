package org.tocsin.contract;

/**
 * The first sighting of a repeated statement.
 *
 * @param statement its id
 * @param article the article it stood in
 */
public record FirstSeen(String statement, String article) {}
