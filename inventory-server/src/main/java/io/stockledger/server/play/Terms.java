package io.stockledger.server.play;

import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the rules of a channel come to for one item, all of them taken together.
 *
 * @param exposed the channel has it at all
 * @param exact the figure is told, not only a state
 * @param onlyLeft at or under so many units the number that is left is told
 * @param limited at or under so many units it is limited
 * @param hideAtOrBelow so few units are taken as none
 * @param cap no more units are offered at a time
 * @param backorder units that may be promised beyond what is there
 * @param againstExpected what suppliers announced may be promised beyond what is there
 * @param promisedOn the date of a backorder, absent where it is that of the suppliers
 * @param preOrder units that may be promised before a first day
 * @param freshFor how old a place's last word may be before its figures are told no more
 * @param fallbackAfter how old it may be before nothing is offered
 */
record Terms(
    boolean exposed,
    boolean exact,
    long onlyLeft,
    long limited,
    long hideAtOrBelow,
    Buffer buffer,
    long cap,
    long backorder,
    boolean againstExpected,
    @Nullable LocalDate promisedOn,
    long preOrder,
    @Nullable LocalDate preOrderOn,
    boolean pickup,
    @Nullable Duration freshFor,
    @Nullable Duration fallbackAfter) {

  Terms withBuffer(Buffer other) {
    return with(onlyLeft, hideAtOrBelow, other, cap);
  }

  Terms withCap(long other) {
    return with(onlyLeft, hideAtOrBelow, buffer, other);
  }

  /** Otherwise so many are told, and so many taken as none. */
  Terms withFew(long told, long hidden) {
    return with(told, hidden, buffer, cap);
  }

  private Terms with(long told, long hidden, Buffer kept, long most) {
    return new Terms(
        exposed,
        exact,
        told,
        limited,
        hidden,
        kept,
        most,
        backorder,
        againstExpected,
        promisedOn,
        preOrder,
        preOrderOn,
        pickup,
        freshFor,
        fallbackAfter);
  }

  /** What is kept back: units, or a per cent of good units, at least and at most so many. */
  record Buffer(long units, long perCent, long least, long most) {
    static Buffer fixed(long units) {
      return new Buffer(units, 0, 0, Long.MAX_VALUE);
    }

    /** To the nearest unit, a half up. */
    long of(long good) {
      long part = Math.floorDiv(good * perCent * 2 + 100, 200);
      return units + Math.clamp(part, least, most);
    }
  }
}
