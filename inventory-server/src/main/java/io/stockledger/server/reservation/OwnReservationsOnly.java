package io.stockledger.server.reservation;

import io.stockledger.api.Outcome;
import io.stockledger.api.reservation.ReservationCommand;
import io.stockledger.api.reservation.ReservationCommand.ReserveStock;
import io.stockledger.api.reservation.ReservationRefusal.UnknownReservation;
import io.stockledger.server.write.ActorMetadata;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * A channel's key acts on the reservations of its channel only; others are not there. This is told
 * where commands are decided, so that a command sees the reservation that the one before it made.
 */
public final class OwnReservationsOnly implements MessageHandlerInterceptor<CommandMessage<?>> {
  private final ReservationChannels reservations;

  public OwnReservationsOnly(ReservationChannels reservations) {
    this.reservations = reservations;
  }

  @Override
  public @Nullable Object handle(
      UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
    CommandMessage<?> message = unitOfWork.getMessage();
    if (message.getMetaData().get(ActorMetadata.VIEW) instanceof String channel
        && message.getPayload() instanceof ReservationCommand command) {
      String id = idOf(command);
      if (id != null && !channel.equals(reservations.channelOf(id).orElse(null))) {
        return new Outcome.Refused(new UnknownReservation(id));
      }
    }
    return chain.proceed();
  }

  /** None, where it is about no reservation that should be there. */
  private static @Nullable String idOf(ReservationCommand command) {
    return switch (command) {
      case ReserveStock ignored -> null;
      case ReservationCommand.ReleaseReservations ignored -> null;
      case ReservationCommand.ConfirmReservation c -> c.reservationId();
      case ReservationCommand.ExtendReservation c -> c.reservationId();
      case ReservationCommand.ChangeReservation c -> c.reservationId();
      case ReservationCommand.PickReservation c -> c.reservationId();
      case ReservationCommand.ReleaseReservation c -> c.reservationId();
      case ReservationCommand.ExpireReservation c -> c.reservationId();
    };
  }
}
