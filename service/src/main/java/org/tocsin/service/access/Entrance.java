package org.tocsin.service.access;

import io.javalin.security.RouteRole;

/** By which other way than a bearer token an endpoint may be reached; stands beside its role. */
public enum Entrance implements RouteRole {
  /** Readers of feeds know user and password only: the token is the password, of any user. */
  PASSWORD,
  /** Callers on this machine need no token where the server is bound to the loopback address. */
  LOOPBACK
}
