package io.stockledger.server.wiring;

import io.stockledger.api.credential.CredentialCommand;
import io.stockledger.api.location.RegisterLocation;
import io.stockledger.api.lowstock.PutLowStockRule;
import io.stockledger.api.product.RegisterProduct;
import io.stockledger.api.reservation.ReservationCommand;
import io.stockledger.api.reservation.ReservationCommand.RequestedLine;
import io.stockledger.api.reservation.ReservationCommand.ReserveStock;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockCommand;
import io.stockledger.api.stock.StockCommand.StateTotal;
import io.stockledger.ledger.Loading;
import java.util.Collection;
import java.util.List;
import org.axonframework.commandhandling.CommandMessage;

/**
 * What commands will ask the ledger for, as far as their payload tells: a batch then looks it all
 * up at once. Of a reservation that exists only its claim knows the items.
 */
final class Wants {
  private Wants() {}

  static Collection<String> claimIds(CommandMessage<?> command) {
    return command.getPayload() instanceof ReservationCommand reservation
        ? ClaimedReservations.claimIds(reservation)
        : List.of();
  }

  static Collection<Loading> loadings(CommandMessage<?> command) {
    return switch (command.getPayload()) {
      // whose word counts where, its location says
      case StateTotal c ->
          List.of(item(c.item()), Loading.of(RegisterLocation.stream(c.item().location())));
      case StockCommand c -> List.of(item(c.item()));
      case ReserveStock c -> c.lines().stream().flatMap(line -> candidates(line).stream()).toList();
      case RegisterLocation c -> List.of(Loading.of(RegisterLocation.stream(c.location())));
      case RegisterProduct c -> List.of(Loading.of(RegisterProduct.stream(c.sku())));
      case PutLowStockRule c -> List.of(Loading.of(PutLowStockRule.stream(c.rule())));
      case CredentialCommand c -> List.of(Loading.of(CredentialCommand.stream(c.client())));
      default -> List.of();
    };
  }

  private static List<Loading> candidates(RequestedLine line) {
    return line.locations().stream()
        .map(location -> item(new ItemId(location, line.sku())))
        .toList();
  }

  /** Only of an item that does not exist is asked whether its location and product do. */
  private static Loading item(ItemId item) {
    return new Loading(
        item.stream(),
        List.of(RegisterLocation.stream(item.location()), RegisterProduct.stream(item.sku())));
  }
}
