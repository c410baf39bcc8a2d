package io.stockledger.server.reservation;

import io.stockledger.server.security.Scope;
import io.stockledger.server.write.CommandForm;
import io.stockledger.server.write.CommandForm.OnReservation;
import io.stockledger.server.write.CommandForm.OnSeveral;
import java.util.List;

/** Every write on reservations, as an element of a bulk request. */
public final class ReservationForms {
  private ReservationForms() {}

  public static List<CommandForm> all() {
    return List.of(
        new OnSeveral("reserve", CreateRequest.class, Scope.RESERVE),
        new OnReservation("confirm", ConfirmRequest.class, Scope.RESERVE),
        new OnReservation("extend", ExtendRequest.class, Scope.RESERVE),
        new OnReservation("change", ChangeRequest.class, Scope.RESERVE),
        new OnReservation("pick", PickPartRequest.class, Scope.PICK),
        new OnReservation("release", ReleasePartRequest.class, Scope.RELEASE),
        new OnSeveral("release-many", ReleaseManyRequest.class, Scope.RELEASE_MANY));
  }
}
