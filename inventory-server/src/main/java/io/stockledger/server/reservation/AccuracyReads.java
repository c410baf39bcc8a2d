package io.stockledger.server.reservation;

import io.stockledger.api.reservation.PromiseAccuracyView;
import io.stockledger.server.http.Read;
import io.stockledger.server.read.ReadModels;
import io.stockledger.server.read.Reads;
import io.stockledger.server.security.Caller;
import io.stockledger.server.security.Requires;
import io.stockledger.server.security.Scope;
import java.time.Clock;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How promises were kept. Not for a channel's key, which sees its reservations one by one. */
@RestController
@RequestMapping(path = "/v1/promise-accuracy", produces = MediaType.APPLICATION_JSON_VALUE)
class AccuracyReads {
  private final Reads reads;
  private final Clock clock;

  AccuracyReads(Reads reads, Clock clock) {
    this.reads = reads;
    this.clock = clock;
  }

  @GetMapping
  @Requires(Scope.RESERVATION_READ)
  ResponseEntity<PromiseAccuracyView> groups(
      @ParameterObject AccuracyParameters parameters, Read read) {
    if (read.caller().isChannelOnly()) {
      throw Caller.forbidden(Scope.STOCK_READ);
    }
    return reads.answer(parameters.query(clock.instant()), read, ReadModels.AVAILABLE);
  }
}
