/**
 * How fast and how large; how to run it stands in the README of the module. Each class is run by
 * its main. Nothing here decides whether a build passes.
 */
@NullMarked
package org.tocsin.enrich.bench;

import org.jspecify.annotations.NullMarked;
