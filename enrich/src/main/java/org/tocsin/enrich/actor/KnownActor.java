package org.tocsin.enrich.actor;

import org.jspecify.annotations.Nullable;
import org.tocsin.contract.ActorTag;

/**
 * An actor before its mentions are known: {@code igo:united-nations}, "United Nations".
 *
 * @param country ISO 3166-1 alpha-2
 * @param role CAMEO-style sector, for example {@code GOV}
 */
record KnownActor(
    String id, String name, ActorTag.Type type, @Nullable String country, @Nullable String role) {
  boolean person() {
    return type == ActorTag.Type.PERSON;
  }
}
