/**
 * A real single-node Kafka inside the process, and the folder its data lives in. The only place
 * that touches broker classes.
 */
@NullMarked
package org.tocsin.deploy.broker;

import org.jspecify.annotations.NullMarked;
