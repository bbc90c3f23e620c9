package org.tocsin.enrich.statement;

import org.tocsin.contract.Sighting;
import org.tocsin.contract.Statement;

/** A statement with the verbatim words around it, before its novelty is known. */
public record Extracted(Statement statement, Sighting.Context context) {}
