/**
 * What the desk looks back on, on disk: the statements of the last weeks and the alerts with what
 * people made of them.
 *
 * <p>{@link org.tocsin.alert.archive.StatementArchive} and {@link
 * org.tocsin.alert.archive.AlertArchive} are Lucene indexes over topics that can be thrown away at
 * any time: Kafka has it all. {@link org.tocsin.alert.archive.ArchiveReader} fills the one, the
 * desk's reader the other. A {@link org.tocsin.alert.archive.Selection} lists, {@link
 * org.tocsin.alert.archive.WatchTrial} tries watches.
 */
@NullMarked
package org.tocsin.alert.archive;

import org.jspecify.annotations.NullMarked;
