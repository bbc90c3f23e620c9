/**
 * Everything together: the one program of Tocsin and its commands. {@link org.tocsin.deploy.Tocsin}
 * is the entry point, {@link org.tocsin.deploy.Installation} what runs, {@link
 * org.tocsin.deploy.TopicKeeper} what it runs on.
 */
@NullMarked
package org.tocsin.deploy;

import org.jspecify.annotations.NullMarked;
