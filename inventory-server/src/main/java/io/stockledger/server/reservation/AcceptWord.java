package io.stockledger.server.reservation;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.stockledger.api.reservation.ReservationCommand.Accept;
import org.jspecify.annotations.Nullable;

/** What a request is content with; all lines in full, unless it says otherwise. */
public enum AcceptWord {
  @JsonProperty("all")
  ALL(Accept.ALL),
  @JsonProperty("available")
  AVAILABLE(Accept.AVAILABLE);

  private final Accept accept;

  AcceptWord(Accept accept) {
    this.accept = accept;
  }

  public static Accept orAll(@Nullable AcceptWord given) {
    return given == null ? Accept.ALL : given.accept;
  }
}
