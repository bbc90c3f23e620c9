/**
 * The desk's page and API.
 *
 * <p>{@link org.tocsin.alert.desk.DeskReader} reads all partitions of the public topics into a
 * {@link org.tocsin.alert.desk.DeskView}, bounded in memory, so that every instance answers for the
 * whole desk and a client may change instances between two requests. {@link
 * org.tocsin.alert.desk.DeskApi} speaks HTTP; it knows the view, not Kafka.
 */
@NullMarked
package org.tocsin.alert.desk;

import org.jspecify.annotations.NullMarked;
