/**
 * How the whole installation does: what waits before each stage, for how long, and how fast it
 * goes.
 *
 * <p>{@link org.tocsin.alert.system.SystemWatch} asks Kafka from time to time, whoever looks gets
 * the latest {@link org.tocsin.alert.system.SystemFigures}.
 */
@NullMarked
package org.tocsin.alert.system;

import org.jspecify.annotations.NullMarked;
