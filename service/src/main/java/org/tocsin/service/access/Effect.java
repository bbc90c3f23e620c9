package org.tocsin.service.access;

import io.javalin.security.RouteRole;

/** What a request by any method but GET does; stands beside the role of its endpoint. */
public enum Effect implements RouteRole {
  /** It changes nothing: it is no entry of the audit, unless it was refused. */
  NONE
}
