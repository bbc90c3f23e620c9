@NullMarked
package org.tocsin.service;

import org.jspecify.annotations.NullMarked;
