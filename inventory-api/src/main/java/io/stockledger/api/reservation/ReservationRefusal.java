package io.stockledger.api.reservation;

import io.stockledger.api.Refusal;
import io.stockledger.api.stock.ItemId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every reason for which a promise is refused. Quantities are base units. */
public sealed interface ReservationRefusal extends Refusal {
  record UnknownReservation(String reservationId) implements ReservationRefusal {
    @Override
    public String type() {
      return "unknown-reservation";
    }
  }

  /** No open reservation has that reference, or none is open at that location. */
  record NothingToRelease(String searched) implements ReservationRefusal {
    @Override
    public String type() {
      return "unknown-reservation";
    }
  }

  /** The reservation has no such line (on that item). */
  record UnknownLine(String reservationId, String line) implements ReservationRefusal {
    @Override
    public String type() {
      return "unknown-line";
    }
  }

  record UnknownChannel(String channel) implements ReservationRefusal {
    @Override
    public String type() {
      return "unknown-channel";
    }
  }

  record DuplicateId(String reservationId) implements ReservationRefusal {
    @Override
    public String type() {
      return "duplicate-id";
    }
  }

  record ReservationClosed(String reservationId, ReservationState state)
      implements ReservationRefusal {
    @Override
    public String type() {
      return "reservation-closed";
    }
  }

  /** Only a pending one is confirmed or extended; this one is allocated already. */
  record NotPending(String reservationId, ReservationState state) implements ReservationRefusal {
    @Override
    public String type() {
      return "not-pending";
    }
  }

  /**
   * @param available what is free now on its item; by line where it has several
   * @param sellable what its channel may sell now of its item, absent where the channel shows no
   *     figure or there is none; by line where it has several
   */
  record ReservationExpired(
      String reservationId,
      Instant expiredAt,
      @Nullable Long available,
      @Nullable Long sellable,
      List<LineAvailability> lines)
      implements ReservationRefusal {
    @Override
    public String type() {
      return "reservation-expired";
    }
  }

  /** What is free now where a line was promised. */
  record LineAvailability(
      String line, String location, String sku, long available, @Nullable Long sellable) {}

  record ExceedsReserved(String reservationId, @Nullable String line, long requested, long open)
      implements ReservationRefusal {
    @Override
    public String type() {
      return "exceeds-reserved";
    }
  }

  /**
   * The channel may not offer that many.
   *
   * @param sellable what it may; absent where the channel shows no figure
   * @param why in a word: {@code retired-channel}, {@code shadow-channel}, {@code not-exposed},
   *     {@code switch}, {@code silent-source}, {@code out-of-stock}, or {@code beyond-sellable}
   *     where it has some, and fewer than were asked for
   */
  record NotSellable(
      ItemId item, String channel, long requested, @Nullable Long sellable, String why)
      implements ReservationRefusal {
    @Override
    public String type() {
      return "not-sellable";
    }
  }

  /** Every line that failed, each with its own reason; nothing was promised. */
  record LinesRefused(List<LineRefused> lines) implements ReservationRefusal {
    @Override
    public String type() {
      return "lines-refused";
    }
  }

  record LineRefused(String line, Refusal refusal) {}

  /** An expiry that is already past. Not a decision to remember: it is a fault of the request. */
  record ExpiryPast(Instant expiresAt, Instant now) implements ReservationRefusal {
    @Override
    public String type() {
      return "invalid-request";
    }
  }

  /** More is open than one command may close. */
  record TooManyReservations(int found, int limit) implements ReservationRefusal {
    @Override
    public String type() {
      return "too-many-reservations";
    }
  }

  /**
   * A quantity alone does not say from which items to take, because several are open. Not a
   * decision to remember: it is a fault of the request.
   *
   * @param items how many items of the reservation are open
   */
  record LinesNeeded(String reservationId, int items) implements ReservationRefusal {
    @Override
    public String type() {
      return "invalid-request";
    }
  }
}
