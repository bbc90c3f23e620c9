/**
 * Who may do what over HTTP, once for all three servers: people and programs sign in with tokens of
 * a file or of an OpenID Connect issuer, each endpoint says the role it wants, every change is
 * written down.
 *
 * <p>Start with {@link org.tocsin.service.access.Access}. An endpoint names its role where it is
 * added to the server: {@code routes.put("/api/watches/{id}", this::put, Role.EDITOR)}. One that
 * names none wants a reader where it reads and an operator where it changes something.
 */
@NullMarked
package org.tocsin.service.access;

import org.jspecify.annotations.NullMarked;
