/**
 * The statements of the last weeks on disk, for watches to be tried on before they are saved.
 *
 * <p>A {@link org.tocsin.alert.archive.StatementArchive} is a Lucene index that {@link
 * org.tocsin.alert.archive.ArchiveReader} fills from the topic of statements and that can be thrown
 * away at any time: Kafka has it all. {@link org.tocsin.alert.archive.Trial} asks it.
 */
@NullMarked
package org.tocsin.alert.archive;

import org.jspecify.annotations.NullMarked;
