package org.tocsin.alert.query;

import java.util.function.ToIntFunction;

/** A {@link Need} bound to the numbers that an index has given to its wants. */
sealed interface Sieve {
  /**
   * Whether a statement has what is needed.
   *
   * @param present what it has
   */
  boolean passes(Presence present);

  /** One of these numbers is there. */
  record AnyOf(int[] numbers) implements Sieve {
    @Override
    public boolean passes(Presence present) {
      for (int number : numbers) {
        if (present.has(number)) {
          return true;
        }
      }
      return false;
    }
  }

  /** All parts pass. */
  record All(Sieve[] parts) implements Sieve {
    @Override
    public boolean passes(Presence present) {
      for (Sieve part : parts) {
        if (!part.passes(present)) {
          return false;
        }
      }
      return true;
    }
  }

  /** One part passes. */
  record Either(Sieve[] parts) implements Sieve {
    @Override
    public boolean passes(Presence present) {
      for (Sieve part : parts) {
        if (part.passes(present)) {
          return true;
        }
      }
      return false;
    }
  }

  /** Binds a need. */
  static Sieve of(Need need, ToIntFunction<Want> numbers) {
    if (need instanceof Need.Has has) {
      return new AnyOf(new int[] {numbers.applyAsInt(has.want())});
    }
    if (need instanceof Need.All all) {
      return new All(all.parts().stream().map(p -> of(p, numbers)).toArray(Sieve[]::new));
    }
    Need.Any any = (Need.Any) need;
    if (any.parts().stream().allMatch(Need.Has.class::isInstance)) {
      return new AnyOf(
          any.parts().stream().mapToInt(p -> numbers.applyAsInt(((Need.Has) p).want())).toArray());
    }
    return new Either(any.parts().stream().map(p -> of(p, numbers)).toArray(Sieve[]::new));
  }
}
