package io.stockledger.server.reservation;

import io.stockledger.api.reservation.ReservationQuery.FindReservation;
import io.stockledger.api.reservation.ReservationQuery.ListReservations;
import io.stockledger.api.reservation.ReservationView;
import io.stockledger.api.reservation.ReservationsView;
import io.stockledger.server.http.Read;
import io.stockledger.server.read.ReadModels;
import io.stockledger.server.read.Reads;
import io.stockledger.server.security.Caller;
import io.stockledger.server.security.Requires;
import io.stockledger.server.security.Scope;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Promises as they are now. A channel's key sees those of its channel, one by one. */
@RestController
@RequestMapping(path = "/v1/reservations", produces = MediaType.APPLICATION_JSON_VALUE)
class ReservationReads {
  private final Reads reads;

  ReservationReads(Reads reads) {
    this.reads = reads;
  }

  @GetMapping("/{id}")
  @Requires(Scope.RESERVATION_READ)
  ResponseEntity<ReservationView> one(@PathVariable String id, Read read) {
    reads.awaitPosition(read, ReadModels.AVAILABLE);
    ReservationView view = reads.view(new FindReservation(id));
    if (!read.caller().speaksFor(view.reservation().channel())) {
      throw ChannelGuard.unknown(id);
    }
    return Reads.tagged(view, read);
  }

  @GetMapping
  @Requires(Scope.RESERVATION_READ)
  ResponseEntity<ReservationsView> list(
      @ParameterObject ReservationParameters parameters, Read read) {
    if (read.caller().isChannelOnly()) {
      throw Caller.forbidden(Scope.STOCK_READ);
    }
    return reads.answer(
        new ListReservations(
            parameters.referenceType(),
            parameters.reference(),
            parameters.location(),
            parameters.sku(),
            parameters.state(),
            parameters.expiresBefore(),
            parameters.page()),
        read,
        ReadModels.AVAILABLE);
  }
}
