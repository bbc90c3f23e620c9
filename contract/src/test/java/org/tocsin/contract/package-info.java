@NullMarked
package org.tocsin.contract;

import org.jspecify.annotations.NullMarked;
