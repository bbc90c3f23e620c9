/**
 * The commands of the program, one class each: what they take, and the one call that does the job.
 */
@NullMarked
package org.tocsin.deploy.command;

import org.jspecify.annotations.NullMarked;
