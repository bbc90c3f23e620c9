package org.tocsin.alert.desk;

import org.jspecify.annotations.Nullable;
import org.tocsin.alert.query.QueryException;

/**
 * What a refused request is answered with.
 *
 * @param position in the query, where the query is at fault
 * @param suggestion what may have been meant
 */
record ApiFault(String error, @Nullable Integer position, @Nullable String suggestion) {
  static ApiFault of(String error) {
    return new ApiFault(error, null, null);
  }

  static ApiFault of(QueryException fault) {
    return new ApiFault(fault.reason(), fault.position(), fault.suggestion());
  }
}
