@NullMarked
package org.tocsin.service.access;

import org.jspecify.annotations.NullMarked;
