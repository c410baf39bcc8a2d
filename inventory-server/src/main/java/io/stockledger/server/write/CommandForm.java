package io.stockledger.server.write;

import io.stockledger.api.alias.AliasKind;
import io.stockledger.server.http.Write;
import io.stockledger.server.security.Scope;
import org.jspecify.annotations.Nullable;

/**
 * One kind of write, as an element of a bulk request names it: its type, the body that its single
 * request has, and the scope that both need.
 */
public sealed interface CommandForm {
  /** The last word of the single request's address, such as {@code receive}. */
  String type();

  Class<?> request();

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

  /**
   * It names something of the registry.
   *
   * @param field that its id stands in
   * @param alias what may stand there in other systems' words; none for what has no aliases
   * @param meaning what a checked body asks of the ledger
   */
  record OnRegistry<B>(
      String type,
      String field,
      @Nullable AliasKind alias,
      Class<B> request,
      Meaning<B> meaning,
      Scope scope)
      implements CommandForm {
    /**
     * @param body of the form's request
     */
    public Object command(Object body, String id, Write write) {
      return meaning.command(request.cast(body), id, write);
    }
  }

  /** What a body about one thing of the registry asks of the ledger. */
  interface Meaning<B> {
    Object command(B body, String id, Write write);
  }

  /** Its body says what it is about. */
  record OnSeveral(String type, Class<? extends SeveralRequest> request, Scope scope)
      implements CommandForm {}
}
