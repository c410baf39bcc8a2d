package io.stockledger.server.write;

import io.stockledger.server.security.Scope;

/**
 * One kind of write on stock, as an element of a bulk request names it: its type, the body that its
 * single request has, and the scope that both need.
 */
public sealed interface CommandForm {
  /** The last word of the single request's address, such as {@code receive}. */
  String type();

  Class<? extends Stated> request();

  Scope scope();

  /** It names {@code location} and {@code sku}. */
  record OnItem(String type, Class<? extends ItemRequest> request, Scope scope)
      implements CommandForm {}

  /** It names {@code location}, {@code sku} and {@code discrepancyId}. */
  record OnDiscrepancy(String type, Class<? extends DiscrepancyRequest> request, Scope scope)
      implements CommandForm {}

  /** It names {@code reservationId}. */
  record OnReservation(String type, Class<? extends ReservationRequest> request, Scope scope)
      implements CommandForm {}

  /** It names {@code transferId}. */
  record OnTransfer(String type, Class<? extends TransferRequest> request, Scope scope)
      implements CommandForm {}

  /** It names {@code inboundId}. */
  record OnInbound(String type, Class<? extends InboundRequest> request, Scope scope)
      implements CommandForm {}

  /** Its body says what it is about. */
  record OnSeveral(String type, Class<? extends SeveralRequest> request, Scope scope)
      implements CommandForm {}
}
