@NullMarked
package org.tocsin.deploy;

import org.jspecify.annotations.NullMarked;
