/**
 * How fast and how large: run by {@code mvn -Pbench -pl enrich -am verify -DskipTests}, each class
 * by its main. Nothing here decides whether a build passes.
 */
@NullMarked
package org.tocsin.enrich.bench;

import org.jspecify.annotations.NullMarked;
